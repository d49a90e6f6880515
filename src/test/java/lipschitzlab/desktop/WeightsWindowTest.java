package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.image.Image;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import javafx.stage.Window;
import lipschitzlab.desktop.card.ChartPane;
import lipschitzlab.desktop.control.FxImages;
import lipschitzlab.file.SafetensorsWriter;
import lipschitzlab.file.WholeFile;
import lipschitzlab.inspection.MeasuredWeight;
import lipschitzlab.plot.Pictures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Weights of any network are opened, looked at and saved as a table. */
@ExtendWith(ApplicationExtension.class)
class WeightsWindowTest {
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

    /** A random matrix with one strong direction, a kernel, and a layer that diverged. */
    private Path weights() {
        SplittableRandom random = new SplittableRandom(5);
        float[] dense = new float[96 * 64];
        for (int i = 0; i < dense.length; i++) {
            dense[i] = (float) (0.1 * random.nextGaussian() + 0.05);
        }
        float[] kernel = new float[32 * 16 * 9];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) (0.1 * random.nextGaussian());
        }
        SafetensorsWriter writer = new SafetensorsWriter()
                .floats("features.0.weight", new int[] {32, 16, 3, 3}, kernel)
                .floats("features.2.weight", new int[] {96, 64}, dense)
                .floats("features.2.bias", new int[] {96}, new float[96])
                .floats("features.4.weight", new int[] {1, 2}, new float[] {1, Float.NaN});
        Path file = folder.resolve("critic.safetensors");
        WholeFile.write(file, writer::writeTo);
        return file;
    }

    @Test
    void everyMatrixStandsInATableAndTheChosenOneBesideARandomOne() throws IOException {
        lab.awaitReady();
        Path table = folder.resolve("table.csv");
        lab.answers.add(Optional.of(weights()));
        lab.answers.add(Optional.of(table));
        lab.choose("#open", "inspect-weights");
        await("the table", () -> dialogs().size() == 1);
        TableView<MeasuredWeight> shown = onWindow(this::table);
        assertThat(shown.getItems())
                .extracting(MeasuredWeight::name)
                .containsExactly("features.0.weight", "features.2.weight", "features.4.weight");
        onWindow(() -> shown.getSelectionModel().select(1));
        awaitChart();
        picture("inspect-weights");
        assertThat(words()).anyMatch(text -> text.contains("is not known"));
        onWindow(() -> shown.getSelectionModel().select(2));
        awaitChart();
        onWindow(() -> ((Button) scene().lookup("#save-weights")).fire());
        await("a saved table", () -> Files.exists(table));
        assertThat(lab.suggestions).contains("critic-singular-values.csv");
        assertThat(Files.readAllLines(table)).hasSize(1 + 32 + 64 + 1);
        onWindow(() -> dialogs().get(0).hide());
    }

    @Test
    void aFileOfWeightsThatIsDroppedIsInspectedAndOpensNoExperiment(FxRobot robot) {
        lab.awaitReady();
        Path file = weights();
        Node status = lab.find("#status", Node.class);
        onWindow(() -> status.addEventHandler(MouseEvent.DRAG_DETECTED, event -> {
            ClipboardContent content = new ClipboardContent();
            content.putFiles(List.of(file.toFile()));
            status.startDragAndDrop(TransferMode.COPY).setContent(content);
            event.consume();
        }));
        robot.moveTo(status).press(MouseButton.PRIMARY).moveBy(0, -200).moveBy(0, -100);
        Node zone = lab.find("#drop-zone", Node.class);
        await("the hint", zone::isVisible);
        robot.release(MouseButton.PRIMARY);
        await("the table", () -> dialogs().size() == 1);
        assertThat(onWindow(() -> table().getItems().size())).isEqualTo(3);
        assertThat(lab.model.experimentProperty().get().orElseThrow().preset().name())
                .isEqualTo("eight-gaussians");
        onWindow(() -> dialogs().get(0).hide());
    }

    @Test
    void whatHoldsNoWeightsIsToldOfInWords() throws IOException {
        lab.awaitReady();
        lab.answers.add(Optional.of(Files.writeString(folder.resolve("notes.txt"), "no weights in here")));
        lab.choose("#open", "inspect-weights");
        await("the refusal", () -> dialogs().size() == 1);
        assertThat(onWindow(
                        () -> lab.model.problemProperty().get().orElseThrow().text()))
                .contains("notes.txt", "a network's weights");
        onWindow(() -> dialogs().get(0).hide());
    }

    private void awaitChart() {
        await("a chart", () -> {
            scene().getRoot().layout();
            ChartPane chart = (ChartPane) scene().lookup("#weights-chart");
            return chart.idle() && !chart.lookupAll("ImageView").isEmpty();
        });
    }

    private List<String> words() {
        return onWindow(() -> scene().getRoot().lookupAll(".bound").stream()
                .map(label -> ((Label) label).getText())
                .toList());
    }

    private Scene scene() {
        return dialogs().get(0).getScene();
    }

    @SuppressWarnings("unchecked")
    private TableView<MeasuredWeight> table() {
        return (TableView<MeasuredWeight>) scene().lookup("#weights");
    }

    private void picture(String name) {
        Image image = onWindow(() -> scene().snapshot(null));
        Pictures.write(Path.of("target/screenshots/dialog-" + name + ".png"), FxImages.of(image), Map.of());
    }

    private List<Window> dialogs() {
        return Window.getWindows().stream()
                .filter(window -> window != lab.stage && window instanceof Stage)
                .toList();
    }
}
