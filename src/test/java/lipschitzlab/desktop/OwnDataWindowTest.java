package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import javafx.stage.Window;
import lipschitzlab.desktop.control.FxImages;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.plot.Pictures;
import lipschitzlab.preset.Preset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Brings files to the window as a person does who has nothing but the program. */
@ExtendWith(ApplicationExtension.class)
class OwnDataWindowTest {
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
    void aTableOfPointsBecomesAnExperimentInWhichOnlyTheConstraintDiffers() throws IOException {
        lab.awaitReady();
        Path table = points("Ring of points.csv");
        lab.answers.add(Optional.of(table));
        lab.choose("#open", "open-data");
        await("the points", () -> shown().title().equals("Your points: Ring of points.csv"));
        lab.awaitReady();
        assertThat(onWindow(() -> shown().name())).isEqualTo("my-ring-of-points");
        assertThat(onWindow(() -> shown().lanes())).hasSize(4);
        assertThat(onWindow(() -> ((Label) lab.window.scene().lookup("#data-notes")).getText()))
                .contains("200 points", "columns 1 and 2 of 2", "separated by commas");
        assertThat(onWindow(() -> shown().differences())).isEmpty();
        lab.fire("#step");
        lab.awaitStep(1);
    }

    @Test
    void aFileThatIsSomethingElseIsNamedForWhatItIsWithWhatIsReadAndNothingIsLost() throws IOException {
        lab.awaitReady();
        lab.fire("#step");
        lab.awaitStep(1);
        Path picture = folder.resolve("cat.png");
        Pictures.write(picture, new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), Map.of());
        lab.answers.add(Optional.of(picture));
        lab.choose("#open", "open-file");
        assertThat(explanation()).contains("cat.png is a PNG picture", "IDX", "CSV", "presets", "lessons");
        assertThat(onWindow(() -> lab.model.lanes().get(0).stepProperty().get()))
                .isEqualTo(1);
    }

    @Test
    void aFolderWithNothingInItIsNamedForWhatItIs() throws IOException {
        lab.awaitReady();
        Path empty = Files.createDirectory(folder.resolve("nothing"));
        lab.answers.add(Optional.of(empty));
        lab.choose("#open", "open-folder");
        assertThat(explanation()).contains("nothing is an empty folder", "IDX pictures");
    }

    @Test
    void ofSeveralFilesTheOnlyOneThatCanBeOpenedIsAndOtherwiseEachIsNamed() throws IOException {
        lab.awaitReady();
        Path picture = folder.resolve("cat.png");
        Pictures.write(picture, new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), Map.of());
        Path one = points("one.csv");
        Path two = points("two.csv");
        onWindow(() -> lab.window.files().open(List.of(one, two, picture)));
        assertThat(explanation())
                .contains("Choose one", "one.csv: a table of numbers", "two.csv: a table", "cat.png: a PNG picture");
        onWindow(() -> dialogs().get(0).hide());
        onWindow(() -> lab.window.files().open(List.of(picture, two)));
        await("the points", () -> shown().name().equals("my-two"));
        lab.awaitReady();
    }

    @Test
    void aFileThatIsDraggedOverTheWindowSeesWhatItMayBeAndIsOpenedWhenItIsDropped(FxRobot robot) throws IOException {
        lab.awaitReady();
        Path table = points("dropped.csv");
        Node status = lab.find("#status", Node.class);
        onWindow(() -> status.addEventHandler(MouseEvent.DRAG_DETECTED, event -> {
            ClipboardContent content = new ClipboardContent();
            content.putFiles(List.of(table.toFile()));
            status.startDragAndDrop(TransferMode.COPY).setContent(content);
            event.consume();
        }));
        AtomicReference<DragEvent> late = new AtomicReference<>();
        onWindow(() -> lab.window.scene().addEventFilter(DragEvent.DRAG_OVER, late::set));
        robot.moveTo(status).press(MouseButton.PRIMARY).moveBy(0, -200).moveBy(0, -100);
        Node zone = lab.find("#drop-zone", Node.class);
        await("the hint", zone::isVisible);
        assertThat(onWindow(() -> ((Label) zone.lookup(".drop-title")).getText()))
                .isEqualTo("Drop to open dropped.csv");
        Image image = onWindow(() -> lab.window.scene().snapshot(null));
        Pictures.write(Path.of("target/screenshots/window-drop.png"), FxImages.of(image), Map.of());
        robot.release(MouseButton.PRIMARY);
        await("the points", () -> shown().name().equals("my-dropped"));
        assertThat(onWindow(zone::isVisible)).isFalse();
        onWindow(() -> Event.fireEvent(lab.window.scene().getRoot(), late.get()));
        assertThat(onWindow(zone::isVisible))
                .as("once more over the window, as is told when they were dropped already")
                .isFalse();
        lab.awaitReady();
    }

    @Test
    void theHintGoesWhenTheMouseIsBackThoughNobodySaidThatTheFilesLeft() {
        lab.awaitReady();
        Node zone = lab.find("#drop-zone", Node.class);
        onWindow(() -> zone.setVisible(true));
        onWindow(() -> Event.fireEvent(
                lab.window.scene().getRoot(),
                new MouseEvent(
                        MouseEvent.MOUSE_MOVED,
                        9,
                        9,
                        9,
                        9,
                        MouseButton.NONE,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null)));
        assertThat(onWindow(zone::isVisible)).isFalse();
    }

    private Path points(String name) throws IOException {
        StringBuilder text = new StringBuilder("x,y\n");
        for (int i = 0; i < 200; i++) {
            text.append(Math.cos(i)).append(',').append(Math.sin(i)).append('\n');
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private Preset shown() {
        return lab.model.experimentProperty().get().map(Experiment::preset).orElseThrow();
    }

    private String explanation() {
        await("an explanation", () -> dialogs().size() == 1);
        return onWindow(() -> lab.model.problemProperty().get().orElseThrow().text());
    }

    private List<Window> dialogs() {
        return Window.getWindows().stream()
                .filter(window -> window != lab.stage && window instanceof Stage)
                .toList();
    }
}
