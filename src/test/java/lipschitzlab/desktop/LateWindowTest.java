package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import lipschitzlab.compute.device.EngineCatalog;
import lipschitzlab.desktop.model.EngineSelection;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.preset.SharedSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A window that comes up after what it shows, and at other sizes: it shows the same as one that was there before. */
@ExtendWith(ApplicationExtension.class)
class LateWindowTest {
    private Stage stage;
    private OpenWindow lab;

    @Start
    void keep(Stage given) {
        stage = given;
    }

    @AfterEach
    void close() throws InterruptedException {
        lab.close();
    }

    private static LabModel model(String remembered, Optional<String> asked) {
        return onWindow(() -> new LabModel(
                new EngineSelection(EngineCatalog::ofThisMachine, UnsavedPreference.wishing(remembered), asked)));
    }

    private void openOver(LabModel model, Preset preset, BooleanSupplier there) {
        onWindow(() -> model.open(preset));
        await("what comes before the window", there);
        lab = onWindow(() -> new OpenWindow(stage, model));
    }

    private String text(String selector) {
        return onWindow(() -> ((Labeled) lab.window.scene().lookup(selector)).getText());
    }

    /** What a person reads in the closed box, whatever its value is. */
    private String chosen() {
        return onWindow(() -> {
            lab.window.scene().getRoot().applyCss();
            lab.window.scene().getRoot().layout();
            ComboBox<?> chooser = lab.find("#preset-chooser", ComboBox.class);
            return chooser.getChildrenUnmodifiable().stream()
                    .filter(ListCell.class::isInstance)
                    .map(cell -> ((ListCell<?>) cell).getText())
                    .findFirst()
                    .orElseThrow();
        });
    }

    @Test
    void everythingThatCameBeforeTheWindowIsShownInIt() {
        LabModel model = model("libtorch-cuda", Optional.empty());
        openOver(model, Small.eightGaussians(40), () -> model.lanes().size() == 4);

        assertThat(text("#engine")).contains(" on ");
        assertThat(lab.enabled("#engine")).isTrue();
        assertThat(onWindow(() -> lab.find("#engine", EngineMenu.class).getItems()))
                .isNotEmpty();
        assertThat(text("#engine-note")).contains("libtorch-cuda");
        assertThat(text("#threads")).contains("thread a lane");
        assertThat(chosen()).isEqualTo("8 Gaussians, tuned here");
        assertThat(text("#look-for")).startsWith("Which generators");
        assertThat(text("#differences")).contains("constraint");
        assertThat(onWindow(() -> lab.window.bench().deck().cards())).hasSize(4);
        assertThat(onWindow(() -> lab.window.scene().lookup("#setting-constraint")))
                .isNotNull();
        assertThat(lab.enabled("#play")).isTrue();
    }

    @Test
    void whatFailedBeforeTheWindowIsToldInItAndAnotherEngineOpensTheExperiment() {
        LabModel model = model("auto", Optional.of("nd4j-cuda"));
        openOver(
                model,
                Small.eightGaussians(40),
                () -> model.problemProperty().get().isPresent()
                        && !model.openingProperty().get()
                        && !model.engine().offers().isEmpty());

        assertThat(onWindow(() -> List.copyOf(Window.getWindows()))).hasSize(2);
        onWindow(() -> List.copyOf(Window.getWindows()).stream()
                .filter(window -> window != stage)
                .forEach(Window::hide));
        assertThat(text("#engine")).isEqualTo("no engine");
        assertThat(lab.enabled("#engine")).isTrue();

        onWindow(() -> model.engine().choose("nd4j-cpu"));
        lab.awaitReady();
        assertThat(text("#engine")).startsWith("nd4j-cpu on ");
    }

    @Test
    void thePresetChooserNamesWhatIsOpenBeforeAndAfterTheBundledOnesAreReadAndWhenItIsNoneOfThem() {
        LabModel model = model("auto", Optional.empty());
        openOver(model, Small.eightGaussians(40), () -> model.lanes().size() == 4);
        assertThat(chosen()).isEqualTo("8 Gaussians, tuned here");

        onWindow(() -> model.open(titled("My own data")));
        await("one of my own", () -> chosen().equals("My own data"));

        ComboBox<?> chooser = lab.find("#preset-chooser", ComboBox.class);
        onWindow(chooser::show);
        onWindow(chooser::hide);
        await("the bundled presets", () -> chooser.getItems().size() > 5);
        assertThat(chosen()).isEqualTo("My own data");
        assertThat(onWindow(() -> ((Preset) chooser.getItems().get(0)).title())).isEqualTo("My own data");

        onWindow(() -> model.open(Small.eightGaussians(40)));
        await("a bundled one", () -> chosen().equals("8 Gaussians, tuned here"));
        assertThat(onWindow(() -> model.experimentProperty()
                        .get()
                        .orElseThrow()
                        .preset()
                        .shared()
                        .get(SharedSettings.STEPS)))
                .as("what it shows does not open anything")
                .isEqualTo(40);
    }

    private static Preset titled(String title) {
        Preset like = PresetReader.of("eight-gaussians", Map.of("critic.hidden", "[8]", "generator.hidden", "[8]"));
        return new Preset(
                "my-own-data",
                title,
                like.lookFor(),
                like.shared(),
                like.data(),
                like.generator(),
                like.critic(),
                like.lanes(),
                like.tuning(),
                like.changes());
    }

    @Test
    void theLeftSideIsAsWideAsItShouldBeWhateverSizeTheWindowCameUpWith() {
        LabModel model = model("auto", Optional.empty());
        // The stage was another test's before, and has that one's smallest width.
        onWindow(() -> stage.setMinWidth(0));
        openOver(model, Small.eightGaussians(40), () -> model.lanes().size() == 4);
        ScrollPane left = onWindow(() -> (ScrollPane)
                lab.window.scene().lookup(".left-side").getParent().getParent().getParent());
        await("a settled window, which asks for its size no more", () -> stage.getMinWidth() > 0);
        onWindow(() -> {
            stage.setMinWidth(0);
            stage.setWidth(500);
        });
        await("its least width, which the window takes in place of so small a one", () -> stage.getWidth() > 500);
        onWindow(() -> stage.setWidth(1440));
        await(
                "its width in a large window",
                () -> left.getMinWidth() > 200 && Math.abs(left.getWidth() - left.getMinWidth()) < 3);
        onWindow(() -> stage.setWidth(1180));
        await("the same in a smaller one", () -> Math.abs(left.getWidth() - left.getMinWidth()) < 3);
    }

    @Test
    void aTinySizeThatAWindowManagerGivesItIsTakenBackWheneverItComesAndAPersonsIsNot() {
        LabModel model = model("auto", Optional.empty());
        openOver(model, Small.eightGaussians(40), () -> model.lanes().size() == 4);
        await("its least size", () -> stage.getMinWidth() > 0);
        double width = onWindow(stage::getWidth);
        double height = onWindow(stage::getHeight);
        // Less than a window manager that knows the least size would give; and that size.
        resize(200, 200);
        await("its own size", () -> stage.getWidth() == width && stage.getHeight() == height);
        resize(1180, 680);
        await("its own size again", () -> stage.getWidth() == width && stage.getHeight() == height);

        resize(1200, 690);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(onWindow(stage::getWidth)).isEqualTo(1200);
        resize(width, height);
        WaitForAsyncUtils.waitForFxEvents();
        lab.press("#lab", KeyCode.T);
        resize(1180, 680);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(onWindow(stage::getWidth)).as("after a person did something").isEqualTo(1180);
    }

    private void resize(double width, double height) {
        onWindow(() -> {
            stage.setMinWidth(0);
            stage.setMinHeight(0);
            stage.setWidth(width);
            stage.setHeight(height);
        });
    }
}
