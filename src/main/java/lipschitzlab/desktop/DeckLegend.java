package lipschitzlab.desktop;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import lipschitzlab.export.ChartTheme;
import lipschitzlab.export.Palette;

/** What is common to all cards: what points and colours mean, and which layer's spectrum they show. */
final class DeckLegend extends HBox {
    private static final int BAR_WIDTH = 120;
    private static final int BAR_HEIGHT = 10;

    private final Circle realDot = new Circle(3.5);
    private final Label real = new Label("real", realDot);
    private final Circle lightDot = new Circle(3.5);
    private final Label generated = new Label("generated, in the lane's colour", lightDot);
    private final Label low = new Label();
    private final Label high = new Label();
    private final WritableImage bar = new WritableImage(BAR_WIDTH, BAR_HEIGHT);
    private final ComboBox<String> layers = new ComboBox<>();
    private final IntegerProperty layer = new SimpleIntegerProperty(-1);
    private final HBox surface;

    DeckLegend() {
        super(14);
        setId("legend");
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("deck-legend");
        Label critic = new Label("critic's value from its median");
        critic.setTooltip(
                Actions.tooltip("A critic is free up to a constant, so each surface is seen from its own median."
                        + " One scale holds for all lanes; a lane beyond it shows full colours."));
        surface = new HBox(5, critic, low, new ImageView(bar), high);
        surface.setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        layers.setId("layer");
        layers.getStyleClass().add("small-box");
        layers.setTooltip(Actions.tooltip("The layer of the critic whose singular values all cards show"));
        layers.getSelectionModel().selectedIndexProperty().addListener((property, before, now) -> {
            if (now.intValue() >= 0) {
                layer.set(now.intValue());
            }
        });
        Label of = new Label("Singular values of");
        getChildren().setAll(real, generated, surface, gap, of, layers);
        getChildren().forEach(child -> ((Region) child).setMinWidth(child == gap ? 0 : USE_PREF_SIZE));
    }

    /** The chosen layer's place among the critic's layers; −1 before there is one. */
    IntegerProperty layerProperty() {
        return layer;
    }

    /** Offers these layers; keeps the choice where it can, and otherwise takes one between the first and the last. */
    void setLayers(List<String> names) {
        if (!layers.getItems().equals(names)) {
            int kept = layer.get();
            layers.getItems().setAll(names);
            layers.getSelectionModel().select(kept >= 0 && kept < names.size() ? kept : names.size() / 2);
        }
    }

    /** Says what the surface's colours mean. NaN for images, which have none. */
    void setScale(double scale) {
        boolean plane = Double.isFinite(scale);
        for (Region part : List.of(real, generated, surface)) {
            part.setVisible(plane);
            part.setManaged(plane);
        }
        low.setText("−" + Texts.number(scale));
        high.setText("+" + Texts.number(scale));
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
