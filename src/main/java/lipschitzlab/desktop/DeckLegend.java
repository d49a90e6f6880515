package lipschitzlab.desktop;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import lipschitzlab.experiment.CardView;
import lipschitzlab.experiment.Ground;
import lipschitzlab.experiment.Lesson;
import lipschitzlab.export.ChartTheme;
import lipschitzlab.export.Palette;
import org.controlsfx.control.SegmentedButton;

/** What is common to all cards: what points and colours mean, what lies below the points, and which chart they show. */
final class DeckLegend extends HBox {
    private static final int BAR_WIDTH = 120;
    private static final int BAR_HEIGHT = 10;
    private static final double NARROWEST_VIEWS = 160;

    private final Circle realDot = new Circle(3.5);
    private final Label real = new Label("real", realDot);
    private final Circle lightDot = new Circle(3.5);
    private final Label generated = new Label("generated", lightDot);
    private final Label low = new Label();
    private final Label high = new Label();
    private final WritableImage bar = new WritableImage(BAR_WIDTH, BAR_HEIGHT);
    private final ComboBox<String> layers = new ComboBox<>();
    private final IntegerProperty layer = new SimpleIntegerProperty(-1);
    private final HBox surface;
    private final Label meaning = new Label();
    private final ToggleButton value = new ToggleButton("D");
    private final ToggleButton slope = new ToggleButton("‖∇D‖");
    private final SegmentedButton grounds = new SegmentedButton(value, slope);
    private final ReadOnlyObjectWrapper<Ground> ground = new ReadOnlyObjectWrapper<>(Ground.VALUE);
    private final ComboBox<CardView> views = new ComboBox<>();

    DeckLegend() {
        super(14);
        setId("legend");
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("deck-legend");
        surface = new HBox(5, grounds(), meaning, low, new ImageView(bar), high);
        surface.setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        layers.setId("layer");
        layers.getStyleClass().add("small-box");
        Hint.set(layers, "The layer of the critic that all cards' charts show");
        layers.getSelectionModel().selectedIndexProperty().subscribe(now -> {
            if (now.intValue() >= 0) {
                layer.set(now.intValue());
            }
        });
        getChildren().setAll(real, generated, surface, gap, views(), layers);
        getChildren().forEach(child -> ((Region) child).setMinWidth(child == gap ? 0 : USE_PREF_SIZE));
        views.setMinWidth(NARROWEST_VIEWS);
    }

    private SegmentedButton grounds() {
        value.setId("ground-value");
        slope.setId("ground-slope");
        value.setSelected(true);
        Hint.set(
                value,
                "Below the points: the critic's value, seen from its median, since a critic is free up"
                        + " to a constant. One scale holds for all lanes; a lane beyond it shows full colours.");
        Hint.set(
                slope,
                "Below the points: the critic's slope, teal where it is above 1, brown below, on one"
                        + " scale for all lanes; the bold line runs where it is 1. Crosses: points between real and generated ones,"
                        + " where gradient penalty looks.");
        grounds.getToggleGroup().selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                before.setSelected(true);
            } else {
                ground.set(now == slope ? Ground.SLOPE : Ground.VALUE);
            }
        });
        return grounds;
    }

    private ComboBox<CardView> views() {
        views.setId("card-view");
        views.getStyleClass().add("small-box");
        views.getItems().setAll(CardView.values());
        Follow.titles(views, CardView::title);
        views.setValue(CardView.MATRIX);
        views.valueProperty().subscribe(now -> {
            Hint.set(views, now.help());
            layers.setDisable(!now.ofLayer());
        });
        return views;
    }

    /** What lies below the samples. */
    ReadOnlyObjectProperty<Ground> groundProperty() {
        return ground.getReadOnlyProperty();
    }

    /** What all cards' charts show. */
    ReadOnlyObjectProperty<CardView> viewProperty() {
        return views.valueProperty();
    }

    /** The chosen layer's place among the critic's layers; −1 before there is one. */
    IntegerProperty layerProperty() {
        return layer;
    }

    /** The other one of value and slope. */
    void toggleGround() {
        (value.isSelected() ? slope : value).setSelected(true);
    }

    /** Chooses what a lesson shows; its layer as soon as there is one. */
    void choose(Lesson.View wanted) {
        views.setValue(wanted.card());
        (wanted.ground() == Ground.SLOPE ? slope : value).setSelected(true);
        wanted.layer().ifPresent(number -> {
            layer.set(number - 1);
            if (number <= layers.getItems().size()) {
                layers.getSelectionModel().select(number - 1);
            }
        });
    }

    /** Offers these layers; keeps the choice where it can, and otherwise takes one between the first and the last. */
    void setLayers(List<String> names) {
        if (!layers.getItems().equals(names)) {
            int kept = layer.get();
            layers.getItems().setAll(names);
            layers.getSelectionModel().select(kept >= 0 && kept < names.size() ? kept : names.size() / 2);
        }
    }

    /** Says what a painting's colours mean; images have none. */
    void setPainting(SamplePainter.Painting painting) {
        for (Region part : List.of(real, generated, surface)) {
            part.setVisible(painting.plane());
            part.setManaged(painting.plane());
        }
        boolean slopes = painting.ground() == Ground.SLOPE;
        meaning.setText(slopes ? "per unit of the data" : "from its median");
        if (slopes) {
            low.setText(Texts.number(Math.pow(10, -painting.scale())));
            high.setText(Texts.number(Math.pow(10, painting.scale())));
        } else {
            low.setText("−" + Texts.number(painting.scale()));
            high.setText("+" + Texts.number(painting.scale()));
        }
    }

    /** Takes over the colours of a theme. */
    void setTheme(ChartTheme theme) {
        realDot.setFill(Colours.of(Palette.real(theme)));
        lightDot.setFill(Colours.of(theme.secondary()));
        for (int x = 0; x < BAR_WIDTH; x++) {
            int argb = Palette.diverging(2.0 * x / (BAR_WIDTH - 1) - 1, theme);
            for (int y = 0; y < BAR_HEIGHT; y++) {
                bar.getPixelWriter().setArgb(x, y, argb);
            }
        }
    }
}
