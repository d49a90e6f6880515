package lipschitzlab.desktop.autosave;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.export.autosave.Autosaved;

/**
 * Offers a run whose window did not come to its end, with its picture, step and time, above everything else and without hiding
 * anything: a person may as well begin something new.
 */
public final class RecoveryBanner extends HBox {
    private static final double PICTURE_HEIGHT = 60;

    private final KeptRuns runs;
    private final Consumer<List<Path>> opener;
    private final Supplier<Window> owner;
    private final ImageView picture = new ImageView();
    private final Label heading = new Label();
    private final Label words = new Label();
    private final Button open = button("recover", "Open it", "Open the run as it was saved last; Play trains on");
    private final Button later = button(
            "recover-later",
            "Not now",
            "Keep it, and ask no more at the next start; Open, Runs that the lab kept, has it");
    private final Button discard = button("recover-discard", "Discard …", "Remove it for good");

    /**
     * @param opener opens what lies in a folder
     * @param owner of the question before something is removed
     */
    public RecoveryBanner(KeptRuns runs, Consumer<List<Path>> opener, Supplier<Window> owner) {
        super(12);
        this.runs = runs;
        this.opener = opener;
        this.owner = owner;
        setId("recovery");
        getStyleClass().addAll("banner", "recovery");
        setAlignment(Pos.CENTER_LEFT);
        picture.setFitHeight(PICTURE_HEIGHT);
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        heading.setId("recovery-heading");
        heading.getStyleClass().add("heading");
        words.setId("recovery-words");
        for (Label line : new Label[] {heading, words}) {
            line.setWrapText(true);
            line.setMinHeight(USE_PREF_SIZE);
        }
        VBox text = new VBox(3, heading, words);
        text.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        open.getStyleClass().add("accent");
        getChildren().setAll(picture, text, open, later, discard);
        managedProperty().bind(visibleProperty());
        runs.offerProperty().subscribe(this::show);
    }

    private static Button button(String id, String text, String help) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setFocusTraversable(false);
        Hint.set(button, help);
        return button;
    }

    private void show(Optional<Autosaved> offer) {
        setVisible(offer.isPresent());
        offer.ifPresent(this::show);
    }

    private void show(Autosaved run) {
        boolean whole = run.damage().isEmpty();
        heading.setText(
                whole
                        ? "The lab was closed before it could end. A run is kept:"
                        : "The lab was closed before it could end. What it kept of a run is damaged:");
        words.setText(run.damage().orElseGet(() -> AutosaveWords.inWords(run)));
        Optional<Image> image = run.picture()
                .filter(file -> whole)
                .map(file -> new Image(file.toUri().toString(), 0, 2 * PICTURE_HEIGHT, true, true, true));
        picture.setImage(image.orElse(null));
        picture.setVisible(image.isPresent());
        picture.setManaged(image.isPresent());
        open.setVisible(whole);
        open.setManaged(whole);
        open.setOnAction(event -> runs.open(run, opener));
        later.setOnAction(event -> runs.putOff(run));
        discard.setOnAction(event ->
                DiscardRuns.ask(owner.get(), "Discard this run?", List.of(run), () -> runs.discard(List.of(run))));
    }
}
