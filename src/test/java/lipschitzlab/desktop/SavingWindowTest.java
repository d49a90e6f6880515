package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import lipschitzlab.desktop.control.FxImages;
import lipschitzlab.plot.Pictures;
import lipschitzlab.preset.PresetReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Saves and copies what is on show as a person does. */
@ExtendWith(ApplicationExtension.class)
class SavingWindowTest {
    @TempDir
    Path folder;

    private OpenWindow lab;

    @Start
    void open(Stage stage) {
        lab = new OpenWindow(stage, Small.eightGaussians(4));
    }

    @AfterEach
    void close() throws InterruptedException {
        lab.close();
    }

    @Test
    void aWholeRunGoesIntoANewFolderWhoseFilesAreCountedBefore() {
        train();
        lab.start = folder;
        choose("save-run");
        await("the question", () -> dialogs().size() == 1);
        assertThat(text("#folder-name")).isEqualTo("eight-gaussians-seed1-step4");
        String answer = onWindow(() -> ((Button) dialog("#accept")).getText());
        picture("save-run");
        onWindow(() -> ((Button) dialog("#accept")).fire());
        Path run = folder.resolve("eight-gaussians-seed1-step4");
        await("a saved run", () -> said().startsWith("Saved"));
        assertThat(said()).isEqualTo("Saved " + files(run) + " files to " + run);
        assertThat(answer).isEqualTo("Save " + files(run) + " files");
        assertThat(PresetReader.read(run.resolve("run.yaml"), Map.of()).lanes()).hasSize(4);
        assertThat(run.resolve("history/weight-clipping.npz")).exists();
        assertThat(run.resolve("samples/spectral-norm/latest.png")).exists();
    }

    @Test
    void theNetworksOfAllLanesGoIntoANewFolder() {
        lab.awaitReady();
        lab.start = folder;
        choose("save-networks");
        await("the question", () -> dialogs().size() == 1);
        picture("save-networks");
        onWindow(() -> ((Button) dialog("#accept")).fire());
        Path made = folder.resolve("eight-gaussians-seed1-step0-networks");
        await("saved networks", () -> said().startsWith("Saved"));
        assertThat(said()).isEqualTo("Saved 12 files to " + made);
        assertThat(files(made)).isEqualTo(12);
        assertThat(made.resolve("spectral-norm/critic.safetensors")).exists();
        assertThat(made.resolve("unconstrained/architecture.json")).exists();
    }

    @Test
    void aNameThatIsTakenIsRefusedInItsFormAndAFreeOneIsSuggested() throws IOException {
        lab.awaitReady();
        lab.start = folder;
        Path taken = Files.createDirectory(folder.resolve("eight-gaussians-seed1-step0-samples"));
        Path own = Files.writeString(taken.resolve("notes.txt"), "mine");
        choose("save-samples");
        await("the question", () -> dialogs().size() == 1);
        assertThat(text("#folder-name")).isEqualTo("eight-gaussians-seed1-step0-samples-2");
        onWindow(() -> {
            ((TextField) dialog("#folder-name")).setText(taken.getFileName().toString());
            ((Button) dialog("#accept")).fire();
        });
        assertThat(onWindow(() -> ((Label) dialog(".refusal")).getText()))
                .contains("a name that is free", taken.toString());
        onWindow(() -> {
            ((TextField) dialog("#folder-name")).setText("pictures");
            ((Button) dialog("#accept")).fire();
        });
        await("saved pictures", () -> said().startsWith("Saved"));
        assertThat(said()).isEqualTo("Saved 4 files to " + folder.resolve("pictures"));
        assertThat(folder.resolve("pictures/spectral-norm-0.png")).exists();
        assertThat(taken).isDirectoryContaining(own::equals);
        assertThat(lab.start).isEqualTo(folder);
    }

    @Test
    void cardsAreCopiedAsPicturesByKeyAndByMenu() {
        train();
        lab.window.scene();
        copy("#lab", false);
        await("a copied card", () -> said().startsWith("The card of spectral norm is copied"));
        Image one = clipboard();
        assertThat(one.getHeight()).isGreaterThan(1.5 * one.getWidth());
        choose("copy-cards-item");
        await("copied cards", () -> said().startsWith("All cards are copied"));
        Image all = clipboard();
        assertThat(all.getWidth()).isGreaterThan(2 * all.getHeight());
        Pictures.write(Path.of("target/screenshots/window-copied-cards.png"), FxImages.of(all), Map.of());
        Pictures.write(Path.of("target/screenshots/window-copied-card.png"), FxImages.of(one), Map.of());
    }

    @Test
    void copyingInATextFieldCopiesItsText() {
        train();
        onWindow(() -> {
            TextField field = (TextField) lab.window.scene().lookup(".setting-field .text-field");
            field.requestFocus();
            field.setText("12.5");
            field.selectAll();
            field.setId("a-field");
        });
        copy("#a-field", false);
        assertThat(onWindow(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("12.5");
    }

    @Test
    void aCardAndAllCardsAndTheWindowAreSavedAsPngOrSvgAndTheNameSuggestsTheStep() throws IOException {
        train();
        assertThat(saved("save-card", "card.svg")).contains("spectral norm", "step 4 of 4", "x₁", "seed 1", "<image");
        assertThat(saved("save-cards", "cards.svg"))
                .contains(
                        "spectral norm", "gradient penalty", "weight clipping", "unconstrained", "These lanes differ");
        assertThat(saved("save-window", "window.svg")).contains("step 4 of 4", "Sliced Wasserstein distance");
        saved("save-window", "window.png");
        byte[] start = Files.readAllBytes(folder.resolve("window.png"));
        assertThat(new String(start, 1, 3, StandardCharsets.US_ASCII)).isEqualTo("PNG");
        assertThat(lab.suggestions)
                .containsExactly(
                        "eight-gaussians-spectral-norm-step4.png",
                        "eight-gaussians-cards-step4.png",
                        "eight-gaussians-window-step4.png",
                        "eight-gaussians-window-step4.png");
        Files.createDirectories(Path.of("target/screenshots"));
        Files.copy(
                folder.resolve("window.png"),
                Path.of("target/screenshots/window-saved.png"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private String saved(String item, String name) throws IOException {
        Path file = folder.resolve(name);
        lab.answers.add(Optional.of(file));
        choose(item);
        await(name, () -> said().equals("Saved to " + file));
        return Files.readString(file, StandardCharsets.ISO_8859_1).startsWith("<?xml") ? Files.readString(file) : "";
    }

    private void train() {
        lab.awaitReady();
        lab.fire("#play");
        lab.awaitStep(4);
        await("the end", () -> lab.model.training().finishedProperty().get());
    }

    private void choose(String item) {
        lab.choose("#save", item);
    }

    private void copy(String selector, boolean shift) {
        onWindow(() -> {
            Node target = lab.window.scene().lookup(selector);
            javafx.event.Event.fireEvent(
                    target,
                    new javafx.scene.input.KeyEvent(
                            javafx.scene.input.KeyEvent.KEY_PRESSED, "", "", KeyCode.C, shift, true, false, false));
        });
    }

    private Image clipboard() {
        return onWindow(() -> Clipboard.getSystemClipboard().getImage());
    }

    private String said() {
        return onWindow(() -> lab.model.messageProperty().get());
    }

    private static long files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String text(String selector) {
        return onWindow(() -> ((TextField) dialog(selector)).getText());
    }

    private Node dialog(String selector) {
        return dialogs().get(0).getScene().lookup(selector);
    }

    private void picture(String name) {
        Image image = onWindow(() -> dialogs().get(0).getScene().snapshot(null));
        Pictures.write(Path.of("target/screenshots/dialog-" + name + ".png"), FxImages.of(image), Map.of());
    }

    private List<Window> dialogs() {
        return Window.getWindows().stream()
                .filter(window -> window != lab.stage && window instanceof Stage)
                .toList();
    }
}
