package lipschitzlab.desktop;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import lipschitzlab.compute.device.EngineCatalog;
import lipschitzlab.desktop.autosave.AutosaveModel;
import lipschitzlab.desktop.autosave.AutosavePreferences;
import lipschitzlab.desktop.control.BackgroundRunner;
import lipschitzlab.desktop.control.Display;
import lipschitzlab.desktop.file.FileDialogs;
import lipschitzlab.desktop.file.PresetOpener;
import lipschitzlab.desktop.model.EnginePreference;
import lipschitzlab.desktop.model.EngineSelection;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.desktop.model.LastFolder;
import lipschitzlab.desktop.model.WindowPreferences;
import lipschitzlab.export.run.RunReader;
import lipschitzlab.preset.Preset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desktop program. */
public final class LabApplication extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(LabApplication.class);
    private static final long PATIENCE_SECONDS = 20;
    private static final long ENGINE_SECONDS = 5;

    private WindowPreferences preferences;
    private LabModel model;
    private LabWindow window;

    private static final String ENGINE = "engine";
    private static final String SHOWN = "open";

    /**
     * Shows the window with what was open last, or with a file or folder, and returns when it was closed.
     *
     * @param engine the id of the engine that computes, or {@code auto}; none for the one that was chosen in the window last
     * @param shown a file or folder to open: a run, a preset, a lesson or data
     */
    public static void open(Optional<String> engine, Optional<Path> shown) {
        Display.start(() -> {});
        launch(
                LabApplication.class,
                Stream.concat(
                                engine.map(id -> "--" + ENGINE + "=" + id).stream(),
                                shown.map(path -> "--" + SHOWN + "=" + path.toAbsolutePath()).stream())
                        .toArray(String[]::new));
    }

    private Optional<String> parameter(String name) {
        return Optional.ofNullable(getParameters().getNamed().get(name));
    }

    /**
     * Lets the engine's libraries load while the window's thread still rests and loads none of its own: the lookups by name that
     * ND4J makes when it starts, beside a thread that loads a library, can leave both waiting for ever. It takes half a second;
     * where libraries must be unpacked first, which can take minutes with CUDA, the window opens meanwhile and says what it waits
     * for.
     */
    @Override
    public void init() throws InterruptedException {
        preferences = WindowPreferences.ofTheAccount();
        EngineSelection selection = selection(preferences, parameter(ENGINE));
        model = new LabModel(selection);
        if (!selection.awaitStart(ENGINE_SECONDS)) {
            LOG.info("the engine takes more than {} s to load; the window opens before it", ENGINE_SECONDS);
        }
    }

    @Override
    public void start(Stage stage) {
        // Before the window is made, so that the lanes are there as soon as it is.
        Optional<Path> shown = parameter(SHOWN).map(Path::of);
        shown.filter(RunReader::isRun)
                .ifPresentOrElse(model::openRun, () -> model.openAgain(PresetOpener.last(preferences)));
        AutosaveModel autosave = new AutosaveModel(model, AutosavePreferences.ofTheAccount(preferences));
        window = new LabWindow(
                stage, model, FileDialogs.ofThePlatform(new LastFolder(preferences)), preferences, autosave);
        BackgroundRunner.whenAskedToEnd(autosave::saveBeforeTheEnd);
        stage.getIcons().add(new Image(LabApplication.class.getResourceAsStream("icon.png")));
        window.show();
        if (shown.isEmpty()) {
            window.welcome().greet();
        }
        // In place of what was open last, which stays if it cannot be read.
        shown.filter(path -> !RunReader.isRun(path))
                .ifPresent(path -> window.files().open(List.of(path)));
    }

    private static EngineSelection selection(WindowPreferences preferences, Optional<String> engine) {
        return new EngineSelection(EngineCatalog::ofThisMachine, new EnginePreference(preferences), engine);
    }

    @Override
    public void stop() throws InterruptedException {
        window.finish();
        if (!model.awaitEnd(PATIENCE_SECONDS)) {
            LOG.warn("a lane's step did not end within {} s of closing the window", PATIENCE_SECONDS);
        }
    }

    /**
     * Opens the window, trains an experiment in it, and measures the time between pulses once it is under way, and how fast
     * the lanes train with the window and without it. May be called once in the life of the program, and not from the window's thread.
     *
     * @param engine the id of the engine that computes
     */
    public static WindowReport measureWindow(String engine, Preset preset, Duration duration)
            throws InterruptedException {
        Display.leaveToJavaFx();
        return new WindowRun(selection(WindowPreferences.ofThisRun(), Optional.of(engine)), preset, duration).measure();
    }
}
