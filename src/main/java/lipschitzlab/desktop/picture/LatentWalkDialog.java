package lipschitzlab.desktop.picture;

import java.util.List;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.scene.control.Alert;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import javafx.util.Duration;
import lipschitzlab.desktop.control.Buttons;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.desktop.control.SourceChoice;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.desktop.model.LaneModel;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.measurement.ShownPictures;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.training.LatentWalk;

/** One latent point for all lanes, moved by hand or by itself, beside what each lane's generator makes of it; training goes on meanwhile. */
final class LatentWalkDialog {
    private static final Duration PULSE = Duration.millis(40);

    /** From one corner to the next. */
    private static final double LEG_SECONDS = 6;

    private static final double WORDS_WIDTH = 240;

    private final LabModel model;
    private final Experiment experiment;
    private final Supplier<ChartTheme> theme;
    private final LatentPad pad = new LatentPad();
    private final WalkTiles tiles = new WalkTiles();
    private final ToggleButton play = new ToggleButton("Play the walk");
    private final ComboBox<String> classes = new ComboBox<>();
    private final SourceChoice source;
    private final Alert dialog = new Alert(Alert.AlertType.NONE, "", Buttons.CLOSE);
    private final Timeline pulse = new Timeline(new KeyFrame(PULSE, event -> pulse()));
    private final WalkPictures pictures;
    private List<LaneModel> lanes = List.of();
    private ChartTheme colours = ChartTheme.LIGHT;

    /** Of the way along the upper edge and back, from 0 to 2. */
    private double way;

    LatentWalkDialog(LabModel model, Experiment experiment, Supplier<ChartTheme> theme) {
        this.model = model;
        this.experiment = experiment;
        this.theme = theme;
        this.source = new SourceChoice(experiment.preset());
        this.pictures = new WalkPictures(
                experiment,
                tiles::show,
                failure -> model.report("The pictures of the walk could not be made", failure));
    }

    /** Shows it until it is closed; returns at once. */
    void show(Window owner, Runnable closed) {
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle("Lipschitz Lab");
        dialog.setHeaderText("Latent walk");
        dialog.getDialogPane().getStyleClass().add("latent-walk");
        dress();
        dialog.getDialogPane().setContent(content());
        dialog.setOnHidden(event -> {
            pulse.stop();
            pictures.finish();
            closed.run();
        });
        pulse.setCycleCount(Animation.INDEFINITE);
        pulse.play();
        dialog.show();
        pad.requestFocus();
    }

    void close() {
        dialog.close();
    }

    private HBox content() {
        play.setId("walk-play");
        play.selectedProperty().subscribe(now -> play.setText(now ? "Pause the walk" : "Play the walk"));
        play.setMaxWidth(Double.MAX_VALUE);
        Hint.set(play, "From the upper left corner to the upper right one and back");
        pad.whenTaken(() -> play.setSelected(false));
        Label words = new Label(
                "One latent point z for all lanes: drag it, or move it with the arrow keys. The corners are the latent"
                        + " points of four "
                        + (WalkPlane.fits(experiment.data()) ? "samples" : "pictures") + " on the cards.");
        words.getStyleClass().add("note");
        words.setWrapText(true);
        words.setMaxWidth(WORDS_WIDTH);
        words.setMinHeight(Label.USE_PREF_SIZE);
        VBox left = new VBox(10, pad, play);
        if (ShownPictures.of(experiment.preset(), experiment.data()).classes() > 0) {
            classes.setId("walk-class");
            classes.getItems().setAll(experiment.data().classNames());
            classes.getSelectionModel().selectFirst();
            classes.setMaxWidth(Double.MAX_VALUE);
            Label name = new Label("Class of the pictures");
            name.setLabelFor(classes);
            left.getChildren().add(new VBox(3, name, classes));
        }
        left.getChildren().addAll(source.controls());
        left.getChildren().add(words);
        left.setMinWidth(WORDS_WIDTH);
        left.setMaxWidth(WORDS_WIDTH);
        return new HBox(24, left, tiles);
    }

    /** Follows the point, the lanes and the theme. */
    private void pulse() {
        if (!model.lanes().equals(lanes) || theme.get() != colours) {
            dress();
            dialog.getDialogPane().getScene().getWindow().sizeToScene();
        }
        if (play.isSelected()) {
            way = (way + PULSE.toSeconds() / LEG_SECONDS) % 2;
            pad.move(way <= 1 ? way : 2 - way, 0);
        }
        pictures.ask(
                lanes,
                new LatentWalk.Place(
                        pad.pointProperty().get().getX(),
                        pad.pointProperty().get().getY(),
                        Math.max(0, classes.getSelectionModel().getSelectedIndex())),
                source.newest(),
                colours,
                model.training().isTraining());
    }

    private void dress() {
        lanes = List.copyOf(model.lanes());
        colours = theme.get();
        dialog.getDialogPane().pseudoClassStateChanged(PseudoClass.getPseudoClass("dark"), colours == ChartTheme.DARK);
        tiles.set(lanes, colours);
        pictures.forget();
    }
}
