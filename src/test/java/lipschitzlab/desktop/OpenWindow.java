package lipschitzlab.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import lipschitzlab.compute.device.EngineCatalog;
import lipschitzlab.desktop.autosave.AutosaveModel;
import lipschitzlab.desktop.autosave.AutosavePreferences;
import lipschitzlab.desktop.file.FileDialogs;
import lipschitzlab.desktop.model.EngineSelection;
import lipschitzlab.desktop.model.KeptRun;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.desktop.model.LaneModel;
import lipschitzlab.desktop.model.WindowPreferences;
import lipschitzlab.measurement.Metric;
import lipschitzlab.preset.Preset;
import org.testfx.util.WaitForAsyncUtils;

/** A window under test, with a person's answers to its file dialogs prepared. */
final class OpenWindow {
    private static final int PATIENCE_SECONDS = 120;

    final LabModel model;
    final LabWindow window;
    final Stage stage;
    final Deque<Optional<Path>> answers = new ArrayDeque<>();
    final Deque<String> suggestions = new ArrayDeque<>();

    /** What the window remembers. */
    final WindowPreferences preferences;

    /** Where dialogs start. */
    volatile Path start = Path.of("target").toAbsolutePath();

    OpenWindow(Stage stage, Preset preset) {
        this(
                stage,
                preset,
                new EngineSelection(EngineCatalog::ofThisMachine, UnsavedPreference.wishing("auto"), Optional.empty()));
    }

    OpenWindow(Stage stage, Preset preset, EngineSelection engines) {
        this(stage, preset, engines, WindowPreferences.ofThisRun(), KeptRun.LONG_SECONDS);
    }

    /** In which more training than so many seconds is worth a question or an undo. */
    OpenWindow(Stage stage, Preset preset, WindowPreferences preferences, double longSeconds) {
        this(
                stage,
                preset,
                new EngineSelection(EngineCatalog::ofThisMachine, UnsavedPreference.wishing("auto"), Optional.empty()),
                preferences,
                longSeconds);
    }

    private OpenWindow(
            Stage stage, Preset preset, EngineSelection engines, WindowPreferences preferences, double longSeconds) {
        this.stage = stage;
        this.preferences = preferences;
        this.model = new LabModel(engines, longSeconds);
        // As the program does: no engine loads beside a window that opens.
        awaitStart(engines);
        this.window = new LabWindow(stage, model, new Answers(), preferences);
        model.open(preset);
        window.show();
    }

    /** That keeps runs by itself, every so often. */
    OpenWindow(Stage stage, Preset preset, AutosavePreferences kept, Duration period, double longSeconds) {
        EngineSelection engines =
                new EngineSelection(EngineCatalog::ofThisMachine, UnsavedPreference.wishing("auto"), Optional.empty());
        this.stage = stage;
        this.preferences = WindowPreferences.ofThisRun();
        this.model = new LabModel(engines, longSeconds);
        awaitStart(engines);
        this.window = new LabWindow(stage, model, new Answers(), preferences, new AutosaveModel(model, kept, period));
        model.open(preset);
        window.show();
    }

    /** A window over a model that was there before it. */
    OpenWindow(Stage stage, LabModel model) {
        this.stage = stage;
        this.model = model;
        this.preferences = WindowPreferences.ofThisRun();
        this.window = new LabWindow(stage, model, new Answers(), preferences);
        window.show();
    }

    private static void awaitStart(EngineSelection engines) {
        try {
            assertThat(engines.awaitStart(PATIENCE_SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError("nobody interrupts this", interrupted);
        }
    }

    /** Waits until something holds; it is looked at on the window's thread. */
    static void await(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> onWindow(condition::getAsBoolean));
        } catch (java.util.concurrent.TimeoutException late) {
            throw new AssertionError("not within " + PATIENCE_SECONDS + " s: " + what, late);
        }
    }

    static <T> T onWindow(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(1000L * PATIENCE_SECONDS, work);
    }

    static void onWindow(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(1000L * PATIENCE_SECONDS, work);
    }

    /** Waits until the experiment is open and every lane has a picture. */
    void awaitReady() {
        await(
                "an open experiment",
                () -> model.experimentProperty().get().isPresent()
                        && !model.openingProperty().get()
                        && !model.lanes().isEmpty()
                        && model.lanes().stream()
                                .allMatch(lane -> lane.snapshotProperty().get().isPresent()));
    }

    /** Gives the window a size, and everything in it its place. */
    void resize(int width, int height) {
        onWindow(() -> {
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
        });
        // The divider is placed after the window has its size, and the cards after that.
        WaitForAsyncUtils.waitForFxEvents();
        onWindow(() -> window.scene().getRoot().layout());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Waits until lanes rest and every picture shows how they stand. */
    void awaitPainted() {
        await("every picture painted", () -> {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            return !model.experimentProperty().get().orElseThrow().busy()
                    && model.lanes().stream().allMatch(OpenWindow::pulled)
                    && window.bench().upToDate();
        });
    }

    private static boolean pulled(LaneModel lane) {
        return lane.recordedProperty().get().isPresent()
                || lane.snapshotProperty().get().equals(lane.lane().status().snapshot());
    }

    void awaitStep(int step) {
        await("step " + step, () -> model.lanes().stream()
                .allMatch(lane -> lane.stepProperty().get() >= step));
    }

    /** The lane's loss at each step so far. */
    double[] losses(int lane) {
        return onWindow(() -> model.lanes()
                .get(lane)
                .lane()
                .history()
                .curve(Metric.CRITIC_LOSS)
                .values());
    }

    <T extends Node> T find(String selector, Class<T> type) {
        return onWindow(() -> type.cast(window.scene().lookup(selector)));
    }

    void fire(String selector) {
        onWindow(() -> ((ButtonBase) window.scene().lookup(selector)).fire());
    }

    /** Chooses an item of a menu, by their ids. */
    void choose(String menu, String item) {
        onWindow(() -> ((MenuButton) window.scene().lookup(menu))
                .getItems().stream()
                        .filter(each -> item.equals(each.getId()))
                        .findFirst()
                        .orElseThrow()
                        .fire());
    }

    boolean enabled(String selector) {
        return onWindow(() -> !window.scene().lookup(selector).isDisabled());
    }

    /** Opens the settings that all lanes share, whose fields are made only then. */
    void openSharedSettings() {
        onWindow(() -> ((TitledPane) window.scene().lookup("#shared-settings")).setExpanded(true));
    }

    /** Types a value into a field as a person does, and presses a key. */
    void type(String selector, String text, KeyCode last) {
        onWindow(() -> {
            TextField field = (TextField) window.scene().lookup(selector);
            field.requestFocus();
            field.setText(text);
        });
        press(selector, last);
    }

    /** Presses a key at a control, or at the window if there is none of this selector. */
    void press(String selector, KeyCode code) {
        onWindow(() -> {
            Node found = window.scene().lookup(selector);
            Node target = found == null ? window.scene().getRoot() : found;
            for (var type : java.util.List.of(
                    javafx.scene.input.KeyEvent.KEY_PRESSED, javafx.scene.input.KeyEvent.KEY_RELEASED)) {
                javafx.event.Event.fireEvent(
                        target, new javafx.scene.input.KeyEvent(type, "", "", code, false, false, false, false));
            }
        });
    }

    void close() throws InterruptedException {
        onWindow(() -> {
            window.finish();
            stage.hide();
        });
        if (!model.awaitEnd(PATIENCE_SECONDS)) {
            throw new AssertionError("the experiment did not end");
        }
    }

    private final class Answers implements FileDialogs {
        @Override
        public Optional<Path> open(Window owner, String title, String kind, String... patterns) {
            return answers.remove();
        }

        @Override
        public Optional<Path> save(Window owner, String title, String suggested, List<Kind> kinds) {
            suggestions.add(suggested);
            return answers.remove();
        }

        @Override
        public Optional<Path> folder(Window owner, String title) {
            return answers.remove();
        }

        @Override
        public Path start() {
            return start;
        }

        @Override
        public void remember(Path folder) {
            start = folder;
        }
    }
}
