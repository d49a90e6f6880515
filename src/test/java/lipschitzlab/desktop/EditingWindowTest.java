package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import lipschitzlab.constraint.GradientPenalty;
import lipschitzlab.desktop.control.FxImages;
import lipschitzlab.desktop.panel.LaneChooser;
import lipschitzlab.desktop.panel.SettingField;
import lipschitzlab.network.Architecture;
import lipschitzlab.plot.ChangeMark;
import lipschitzlab.plot.Pictures;
import lipschitzlab.preset.PresetReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Edits values as a person does, and looks at what the window says of it and where its fields are. */
@ExtendWith(ApplicationExtension.class)
class EditingWindowTest {
    private static final int PENALTY_LANE = 1;
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private OpenWindow lab;

    @Start
    void open(Stage stage) {
        lab = new OpenWindow(stage, Small.eightGaussians(4000000));
    }

    @AfterEach
    void close() throws InterruptedException {
        lab.close();
    }

    private void choose(int lane) {
        onWindow(() -> lab.find("#lane-chooser", LaneChooser.class)
                .setValue(lab.model.lanes().get(lane)));
    }

    /** Where every field of the panel is, after all that asked for a layout had it. */
    private List<Bounds> places() {
        return onWindow(() -> {
            lab.window.scene().getRoot().applyCss();
            lab.window.scene().getRoot().layout();
            return lab.window.scene().getRoot().lookupAll(".setting-field").stream()
                    .map(field -> field.localToScene(field.getBoundsInLocal()))
                    .toList();
        });
    }

    private List<Double> tops() {
        return places().stream().map(Bounds::getMinY).toList();
    }

    private String activity() {
        return onWindow(() -> lab.find("#activity", Label.class).getText());
    }

    private Node field(String key) {
        return onWindow(() -> {
            Node node = lab.window.scene().lookup("#setting-" + key);
            while (!(node instanceof SettingField)) {
                node = node.getParent();
            }
            return node;
        });
    }

    @Test
    void layersAreChipsWhichStartTheRunAgainWithAWord() {
        lab.awaitReady();
        lab.resize(1280, 800);
        lab.openSharedSettings();
        changeChip("critic", 0, "32");
        await("a wider critic", () -> said().startsWith("Started again: the critic has a hidden layer of 32, "));
        onWindow(() -> ((Button) lab.window.scene().lookup("#critic-more")).fire());
        await("a deeper critic", () -> said().startsWith("Started again: the critic has hidden layers of 32, 32, "));
        lab.awaitReady();
        assertThat(critic().hidden()).containsExactly(32, 32);
        onWindow(() -> {
            TextField chip = chips("critic").get(1);
            chip.requestFocus();
            Event.fireEvent(chip, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.UP, false, false, false, false));
        });
        assertThat(onWindow(() -> chips("critic").get(1).getText())).isEqualTo("64");
        Image image = onWindow(() -> lab.window.scene().snapshot(null));
        Pictures.write(Path.of("target/screenshots/window-layers-1280x800.png"), FxImages.of(image), Map.of());
        changeChip("critic", 0, "5000");
        assertThat(onWindow(() -> ((Label) lab.window.scene().lookup("#critic-layers .refusal")).getText()))
                .contains("1 to 4096");
        changeChip("critic", 0, "");
        await("a shallower critic", () -> critic().hidden().equals(List.of(32)));
        lab.awaitReady();
        changeChip("critic", 0, "");
        assertThat(onWindow(() -> ((Label) lab.window.scene().lookup("#critic-layers .refusal")).getText()))
                .contains("One hidden layer stays");
        onWindow(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<Double> slope = (ComboBox<Double>) lab.window.scene().lookup("#generator-activation");
            slope.setValue(0.2);
        });
        await("a leaky generator", () -> said().equals(
                        "Started again: the generator has a hidden layer of 16, leaky ReLU 0.2"));
    }

    private List<TextField> chips(String network) {
        return lab.window.scene().lookup("#" + network + "-layers").lookupAll(".layer-chip").stream()
                .filter(TextField.class::isInstance)
                .map(TextField.class::cast)
                .toList();
    }

    private void changeChip(String network, int layer, String width) {
        onWindow(() -> {
            TextField chip = chips(network).get(layer);
            chip.setText(width);
            Event.fireEvent(chip, new ActionEvent(chip, chip));
        });
    }

    private Architecture.Mlp critic() {
        return (Architecture.Mlp)
                lab.model.experimentProperty().get().orElseThrow().preset().critic();
    }

    private String said() {
        return lab.model.messageProperty().get();
    }

    @Test
    void noFieldMovesWhileAPersonEdits() {
        lab.awaitReady();
        onWindow(() -> lab.model.open(PresetReader.of(
                "eight-gaussians-controlled",
                java.util.Map.of("generator.hidden", "[16]", "critic.hidden", "[16]", "batch", "32"))));
        await(
                "one difference",
                () -> lab.find("#differences", Label.class).getText().startsWith("Only the constraint"));
        lab.awaitReady();
        List<Double> before = tops();

        for (String key : List.of("learningRate", "generatorLearningRate", "criticSteps")) {
            lab.type("#setting-" + key, key.equals("criticSteps") ? "7" : "0.4321", KeyCode.ENTER);
        }
        await("what differs is named", () -> lab.find("#differences", Label.class)
                .getText()
                .startsWith("These lanes differ in: constraint, "));
        assertThat(tops()).isEqualTo(before);

        lab.type("#setting-learningRate", "fast", KeyCode.ENTER);
        Label refusal = (Label) onWindow(() -> field("learningRate").lookup(".refusal"));
        assertThat(refusal.isVisible()).isTrue();
        assertThat(tops()).isEqualTo(before);
        assertThat(onWindow(() -> refusal.getHeight()))
                .as("it is shown in full")
                .isGreaterThan(10);
    }

    @Test
    void aRefusalIsInViewWhereverThePanelIsScrolledTo() {
        lab.awaitReady();
        TextField field = lab.find("#setting-criticSteps", TextField.class);
        ScrollPane panel = onWindow(() -> (ScrollPane)
                lab.window.scene().lookup(".left-side").getParent().getParent().getParent());
        onWindow(() -> {
            lab.stage.setWidth(1280);
            lab.stage.setHeight(740);
        });
        // A panel that is longer than the window.
        lab.fire("#more-to-look-for");
        WaitForAsyncUtils.waitForFxEvents();
        onWindow(() -> lab.window.scene().getRoot().layout());
        onWindow(() -> {
            // The field is the last line that is in view.
            Bounds content = panel.getContent().localToScene(panel.getContent().getLayoutBounds());
            double below = field.localToScene(0, field.getHeight()).getY() - content.getMinY();
            double hidden = content.getHeight() - panel.getViewportBounds().getHeight();
            panel.setVvalue((below + 2 - panel.getViewportBounds().getHeight()) / hidden);
        });
        lab.type("#setting-criticSteps", "none", KeyCode.ENTER);
        Label refusal = (Label) onWindow(() -> field("criticSteps").lookup(".refusal"));
        onWindow(() -> lab.window.scene().getRoot().layout());
        Bounds seen = onWindow(() -> panel.localToScene(panel.getLayoutBounds()));
        Bounds words = onWindow(() -> refusal.localToScene(refusal.getLayoutBounds()));
        assertThat(onWindow(() -> field.localToScene(0, field.getHeight()).getY()))
                .isBetween(seen.getMaxY() - 8, seen.getMaxY());
        assertThat(seen.contains(words)).as("%s in %s", words, seen).isTrue();
    }

    @Test
    void aDecimalCommaIsReadAndOneThatMayStandBetweenThousandsIsAnsweredInWords() {
        lab.awaitReady();
        choose(PENALTY_LANE);
        lab.type("#setting-lambda", "0,01", KeyCode.ENTER);
        await("λ = 0.01", () -> lambda() == 0.01);
        assertThat(lab.find("#setting-lambda", TextField.class).getText()).isEqualTo("0.01");

        lab.type("#setting-lambda", "1,000", KeyCode.ENTER);
        assertThat(onWindow(() -> ((Label) field("lambda").lookup(".refusal")).getText()))
                .isEqualTo("Write 1000 or, if the comma stands before decimals, 1.000.");
        assertThat(lambda()).isEqualTo(0.01);
    }

    private double lambda() {
        return lab.model.lanes().get(PENALTY_LANE).valuesProperty().get().get(GradientPenalty.LAMBDA);
    }

    @Test
    void valuesThatAreNotThePresetsAreMarkedAlsoAfterANewStart() {
        lab.awaitReady();
        choose(PENALTY_LANE);
        Node lambda = field("lambda");
        assertThat(lambda.getPseudoClassStates()).doesNotContain(CHANGED);
        lab.type("#setting-lambda", "3", KeyCode.ENTER);
        assertThat(lambda.getPseudoClassStates()).contains(CHANGED);
        assertThat(onWindow(() -> lambda.lookup(".setting-label").getAccessibleHelp()))
                .contains("the preset has 0.1");

        lab.openSharedSettings();
        lab.type("#setting-batch", "16", KeyCode.ENTER);
        await("a new start", () -> lab.model.messageProperty().get().equals("Started again: batch is 16"));
        lab.awaitReady();
        choose(PENALTY_LANE);
        assertThat(field("lambda").getPseudoClassStates()).contains(CHANGED);
        assertThat(field("batch").getPseudoClassStates()).contains(CHANGED);
        assertThat(field("seed").getPseudoClassStates()).doesNotContain(CHANGED);

        lab.type("#setting-lambda", "0.1", KeyCode.ENTER);
        assertThat(field("lambda").getPseudoClassStates()).doesNotContain(CHANGED);
    }

    @Test
    void theStatusSaysWhatLanesDoAndAChangeIsRememberedWithItsStepForTheCharts() {
        lab.awaitReady();
        await("ready", () -> activity().equals("ready · step 0 of 4,000,000"));
        lab.fire("#play");
        await("training", () -> activity().matches("training · step .* of 4,000,000.*"));
        assertThat(onWindow(() -> lab.model.messageProperty().get())).doesNotContain("ready");
        lab.awaitStep(3);
        choose(PENALTY_LANE);
        lab.type("#setting-lambda", "3", KeyCode.ENTER);
        await("a mark", () -> !marks().isEmpty());
        assertThat(marks()).singleElement().satisfies(mark -> {
            assertThat(mark.text()).isEqualTo("λ 0.1 → 3");
            assertThat(mark.step()).isGreaterThanOrEqualTo(3);
        });
        lab.fire("#pause");
        await("a pause", () -> activity().startsWith("paused · step "));
    }

    private List<ChangeMark> marks() {
        return ChangeMark.of(lab.model.lanes().get(PENALTY_LANE).lane());
    }
}
