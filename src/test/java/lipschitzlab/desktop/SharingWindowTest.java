package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Stage;
import javafx.stage.Window;
import lipschitzlab.desktop.control.FxImages;
import lipschitzlab.lesson.CardView;
import lipschitzlab.lesson.Lesson;
import lipschitzlab.lesson.SharedExperiment;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.SurfaceQuantity;
import lipschitzlab.plot.Pictures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Sends an experiment as a line of text, and opens it again. */
@ExtendWith(ApplicationExtension.class)
class SharingWindowTest {
    @TempDir
    private Path folder;

    private OpenWindow lab;

    @Start
    void open(Stage stage) {
        lab = new OpenWindow(stage, Small.eightGaussians(30, "seed", "5"));
    }

    @AfterEach
    void close() throws InterruptedException {
        lab.close();
    }

    @Test
    void anExperimentIsCopiedPastedTrainedToItsStepAndShownAsAQrCode() throws Exception {
        lab.awaitReady();
        lab.resize(1280, 800);
        onWindow(() -> lab.model.training().step());
        lab.awaitStep(1);
        onWindow(() -> lab.model.training().step());
        lab.awaitStep(2);
        lab.awaitPainted();
        double[] losses = lab.losses(0);
        onWindow(() -> lab.window
                .bench()
                .show(new Lesson.View(
                        CardView.OPERATOR, SurfaceQuantity.SLOPE, Metric.GAP, java.util.OptionalInt.empty())));
        lab.choose("#save", "copy-experiment");
        assertThat(said()).startsWith("The experiment is copied as one line of text");
        String line = onWindow(() -> Clipboard.getSystemClipboard().getString());
        assertThat(SharedExperiment.of(line).step()).isEqualTo(2);

        theQrCodeHoldsTheSameLine(line);

        onWindow(() -> lab.model.open("swiss-roll"));
        await("another experiment", () -> title().equals("Swiss roll, tuned here") || title().startsWith("Swiss"));
        lab.awaitReady();
        onWindow(() -> lab.window
                .bench()
                .show(new Lesson.View(
                        CardView.MATRIX, SurfaceQuantity.VALUE, Metric.PENALTY, java.util.OptionalInt.empty())));
        put(line);
        answerSoon("Train to step 2");
        await("the pasted experiment", () -> title().startsWith("8 Gaussians"));
        lab.awaitReady();
        lab.awaitStep(2);
        lab.awaitPainted();
        assertThat(lab.losses(0)).as("the same run, digit for digit").isEqualTo(losses);
        assertThat(onWindow(() -> lab.window.bench().view()))
                .extracting(Lesson.View::card, Lesson.View::surfaceQuantity, Lesson.View::curve)
                .containsExactly(CardView.OPERATOR, SurfaceQuantity.SLOPE, Metric.GAP);

        anotherTextIsRefusedInWords();
    }

    private void theQrCodeHoldsTheSameLine(String line) throws Exception {
        Platform.runLater(
                () -> ((javafx.scene.control.MenuButton) lab.window.scene().lookup("#save"))
                        .getItems().stream()
                                .filter(item -> "qr-experiment".equals(item.getId()))
                                .findFirst()
                                .orElseThrow()
                                .fire());
        await("the QR picture", () -> dialog().isPresent());
        await("words that are whole", () -> LayoutCheck.faults(dialog().orElseThrow())
                .isEmpty());
        Image image = onWindow(() -> dialog().orElseThrow().getScene().snapshot(null));
        Pictures.write(Path.of("target/screenshots/dialog-qr.png"), FxImages.of(image), Map.of());
        Path file = folder.resolve("slide.png");
        lab.answers.add(Optional.of(file));
        press("Save the picture …");
        await("the saved picture", () -> said().equals("Saved to " + file));
        BufferedImage saved = javax.imageio.ImageIO.read(file.toFile());
        int[] pixels = saved.getRGB(0, 0, saved.getWidth(), saved.getHeight(), null, 0, saved.getWidth());
        var source = new com.google.zxing.RGBLuminanceSource(saved.getWidth(), saved.getHeight(), pixels);
        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(source)))
                        .getText())
                .isEqualTo(line);
    }

    private void anotherTextIsRefusedInWords() {
        put("see you in the lecture");
        Platform.runLater(() -> pasteItem().fire());
        await("the refusal", () -> dialog().isPresent());
        assertThat(onWindow(() -> dialog().orElseThrow().getContentText())).contains("an experiment as one line");
        press("OK");
    }

    private void put(String text) {
        onWindow(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private javafx.scene.control.MenuItem pasteItem() {
        return ((javafx.scene.control.MenuButton) lab.window.scene().lookup("#open"))
                .getItems().stream()
                        .filter(item -> "paste-experiment".equals(item.getId()))
                        .findFirst()
                        .orElseThrow();
    }

    private void answerSoon(String answer) {
        Platform.runLater(() -> pasteItem().fire());
        await("the question", () -> dialog().isPresent());
        press(answer);
    }

    private void press(String answer) {
        onWindow(() -> buttons().stream()
                .filter(button -> button.getText().equals(answer))
                .findFirst()
                .orElseThrow()
                .fire());
        await("no dialog", () -> dialog().isEmpty());
    }

    private List<Button> buttons() {
        return dialog().orElseThrow().lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .toList();
    }

    private static Optional<DialogPane> dialog() {
        return Window.getWindows().stream()
                .map(window -> window.getScene().getRoot())
                .filter(DialogPane.class::isInstance)
                .map(DialogPane.class::cast)
                .findFirst();
    }

    private String title() {
        return lab.model
                .experimentProperty()
                .get()
                .map(open -> open.preset().title())
                .orElse("");
    }

    private String said() {
        return onWindow(() -> lab.model.messageProperty().get());
    }
}
