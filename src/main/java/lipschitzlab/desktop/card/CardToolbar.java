package lipschitzlab.desktop.card;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;
import lipschitzlab.desktop.control.Colours;
import lipschitzlab.desktop.control.Command;
import lipschitzlab.desktop.control.FlowRow;
import lipschitzlab.desktop.control.Follow;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.desktop.control.SteadyLabel;
import lipschitzlab.desktop.control.Texts;
import lipschitzlab.desktop.model.LaneModel;
import lipschitzlab.lesson.CardView;
import lipschitzlab.lesson.Lesson;
import lipschitzlab.measurement.Detail;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.measurement.SurfaceQuantity;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.Palette;
import org.controlsfx.control.SegmentedButton;

/**
 * The toolbar above the cards: it says what points and colours mean, and chooses the surface below the points and the chart
 * that all cards show.
 */
public final class CardToolbar extends VBox {
    private static final int BAR_WIDTH = 72;
    private static final int BAR_HEIGHT = 10;
    private static final String CROSS = "M-0.7,-4 h1.4 v3.3 h3.3 v1.4 h-3.3 v3.3 h-1.4 v-3.3 h-3.3 v-1.4 h3.3 z";
    private static final double GAP = 9;
    private static final String WIDEST_END = "−0.000";

    private final Circle realDot = new Circle(3.5);
    private final Label real = new Label("real", realDot);
    private final Circle lightDot = new Circle(3.5);
    private final Label generated = new Label("generated", lightDot);
    private final SVGPath cross = new SVGPath();
    private final Label between = new Label("between", cross);
    private final SteadyLabel low = SteadyLabel.number(WIDEST_END);
    private final SteadyLabel high = new SteadyLabel(WIDEST_END, Pos.CENTER_LEFT);
    private final WritableImage bar = new WritableImage(BAR_WIDTH, BAR_HEIGHT);
    private final ComboBox<String> layers = new ComboBox<>();
    private final IntegerProperty layer = new SimpleIntegerProperty(-1);
    private final HBox surface;
    private final Label meaning = new Label();
    private final ToggleButton value = new ToggleButton("D");
    private final ToggleButton slope = new ToggleButton("‖∇D‖");
    private final ToggleButton direction = new ToggleButton("D ↗");
    private final SegmentedButton surfaceQuantities = new SegmentedButton(value, slope, direction);
    private final ReadOnlyObjectWrapper<SurfaceQuantity> surfaceQuantity =
            new ReadOnlyObjectWrapper<>(SurfaceQuantity.VALUE);
    private final ComboBox<CardView> views = new ComboBox<>();

    public CardToolbar() {
        setId("legend");
        getStyleClass().add("deck-legend");
        surface = new HBox(5, surfaceQuantities(), meaning, low, new ImageView(bar), high);
        surface.setAlignment(Pos.CENTER_LEFT);
        between.setId("between");
        cross.setContent(CROSS);
        Hint.set(between, "Crosses: points between real and generated ones, where gradient penalty looks");
        layers.setId("layer");
        layers.getStyleClass().add("small-box");
        Hint.set(layers, "The layer of the critic that all cards' charts show");
        layers.getSelectionModel().selectedIndexProperty().subscribe(now -> {
            if (now.intValue() >= 0) {
                layer.set(now.intValue());
            }
        });
        List<Region> points = List.of(real, generated, between, surface);
        FlowRow row = new FlowRow(GAP, points, List.of(views(), layers));
        row.getChildren().forEach(child -> ((Region) child).setMinWidth(USE_PREF_SIZE));
        getChildren().setAll(row);
        showLegendOf(new SamplePainter.RenderedSamples(List.of(), false, SurfaceQuantity.VALUE, 1));
    }

    private SegmentedButton surfaceQuantities() {
        value.setId("ground-value");
        slope.setId("ground-slope");
        value.setSelected(true);
        Hint.set(
                value,
                "D (" + Command.GROUND.keys()
                        + " changes)\nBelow the points: the critic's value, seen from its median, since a critic is free up"
                        + " to a constant. One scale holds for all lanes; a lane beyond it shows full colours.");
        Hint.set(
                slope,
                "‖∇D‖ (" + Command.GROUND.keys()
                        + " changes)\nBelow the points: the critic's slope, teal where it is above 1, brown below, on one"
                        + " scale for all lanes; the bold line runs where it is 1. Crosses: points between real and generated ones,"
                        + " where gradient penalty looks.");
        direction.setId("ground-direction");
        Hint.set(
                direction,
                "D with ∇D (" + Command.GROUND.keys()
                        + " changes)\nThe critic's value, and at generated samples arrows along ∇D: where D rises, and so where the"
                        + " generator is pulled. Where the slope is 1 an arrow is half as long as the longest.");
        surfaceQuantities.getToggleGroup().selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                before.setSelected(true);
            } else {
                surfaceQuantity.set(quantity(now));
            }
        });
        return surfaceQuantities;
    }

    private SurfaceQuantity quantity(Toggle chosen) {
        return chosen == slope
                ? SurfaceQuantity.SLOPE
                : chosen == direction ? SurfaceQuantity.DIRECTION : SurfaceQuantity.VALUE;
    }

    private ToggleButton button(SurfaceQuantity wanted) {
        return switch (wanted) {
            case VALUE -> value;
            case SLOPE -> slope;
            case DIRECTION -> direction;
        };
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

    /** The quantity that is drawn as a surface below the samples. */
    public ReadOnlyObjectProperty<SurfaceQuantity> surfaceQuantityProperty() {
        return surfaceQuantity.getReadOnlyProperty();
    }

    /** What lanes must measure for what is chosen here. */
    public Set<Detail> details() {
        Set<Detail> wanted = EnumSet.noneOf(Detail.class);
        wanted.addAll(viewProperty().get().needs());
        if (surfaceQuantityProperty().get() == SurfaceQuantity.SLOPE) {
            wanted.add(Detail.SLOPES);
        }
        return wanted;
    }

    /** What all cards' charts show. */
    public ReadOnlyObjectProperty<CardView> viewProperty() {
        return views.valueProperty();
    }

    /** The chosen layer's place among the critic's layers; −1 before there is one. */
    public IntegerProperty layerProperty() {
        return layer;
    }

    /** The next one of value, slope and direction. */
    public void toggleSurfaceQuantity() {
        SurfaceQuantity[] all = SurfaceQuantity.values();
        button(all[(surfaceQuantity.get().ordinal() + 1) % all.length]).setSelected(true);
    }

    /** Chooses what a lesson shows; its layer as soon as there is one. */
    public void choose(Lesson.View wanted) {
        views.setValue(wanted.card());
        button(wanted.surfaceQuantity()).setSelected(true);
        wanted.layer().ifPresent(number -> {
            layer.set(number - 1);
            if (number <= layers.getItems().size()) {
                layers.getSelectionModel().select(number - 1);
            }
        });
    }

    /** Offers the layers that a lane's critic has, once they are measured. */
    public void setLayersOf(LaneModel lane) {
        lane.snapshotProperty()
                .get()
                .map(Snapshot::spectra)
                .ifPresent(spectra ->
                        setLayers(spectra.stream().map(LayerSpectrum::layer).toList()));
    }

    /** Keeps the choice where it can, and otherwise takes one between the first and the last. */
    private void setLayers(List<String> names) {
        if (!layers.getItems().equals(names)) {
            int kept = layer.get();
            layers.getItems().setAll(names);
            layers.getSelectionModel().select(kept >= 0 && kept < names.size() ? kept : names.size() / 2);
        }
    }

    /** Shows what the colours of these pictures mean; images need no such legend. */
    public void showLegendOf(SamplePainter.RenderedSamples rendered) {
        for (Region part : List.of(real, generated, surface)) {
            part.setVisible(rendered.plane());
            part.setManaged(rendered.plane());
        }
        boolean slopes = rendered.surfaceQuantity() == SurfaceQuantity.SLOPE;
        between.setVisible(rendered.plane() && slopes);
        between.setManaged(between.isVisible());
        meaning.setText(slopes ? "per unit" : "from its median");
        Hint.set(meaning, slopes ? "Slopes are per unit of the data" : "A critic is free up to a constant");
        if (slopes) {
            low.setText(Texts.number(Math.pow(10, -rendered.scale())));
            high.setText(Texts.number(Math.pow(10, rendered.scale())));
        } else {
            low.setText("−" + Texts.number(rendered.scale()));
            high.setText("+" + Texts.number(rendered.scale()));
        }
    }

    /** Takes over the colours of a theme. */
    public void setTheme(ChartTheme theme) {
        realDot.setFill(Colours.of(Palette.real(theme)));
        lightDot.setFill(Colours.of(theme.secondary()));
        cross.setFill(Colours.of(theme.foreground()));
        for (int x = 0; x < BAR_WIDTH; x++) {
            int argb = Palette.diverging(2.0 * x / (BAR_WIDTH - 1) - 1, theme);
            for (int y = 0; y < BAR_HEIGHT; y++) {
                bar.getPixelWriter().setArgb(x, y, argb);
            }
        }
    }
}
