package lipschitzlab.desktop;

import java.time.Duration;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;
import lipschitzlab.compute.EngineCatalog;
import lipschitzlab.experiment.Preset;
import lipschitzlab.experiment.Presets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desktop program. */
public final class LabApplication extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(LabApplication.class);
    private static final long PATIENCE_SECONDS = 20;

    private EngineSelection selection;
    private LabModel model;
    private LabWindow window;

    /**
     * Shows the window with the default preset and returns when it was closed.
     *
     * @param engine the id of the engine that computes, or {@code auto}; none for the one that was chosen in the window last
     */
    public static void open(Optional<String> engine) {
        Display.leaveToJavaFx();
        launch(LabApplication.class, engine.stream().toArray(String[]::new));
    }

    /**
     * Loads the engine's libraries on the launcher's thread, while the window's thread still rests and loads none of its own: the
     * lookups by name that ND4J makes when it starts, beside a thread that loads a library, can leave both waiting for ever.
     */
    @Override
    public void init() {
        selection = selection(getParameters().getRaw().stream().findFirst());
        selection.preload();
    }

    @Override
    public void start(Stage stage) {
        model = new LabModel(selection);
        // Before the window is made, so that the lanes are there as soon as it is.
        model.open(Presets.DEFAULT);
        window = new LabWindow(stage, model, FileDialogs.ofThePlatform());
        window.show();
    }

    private static EngineSelection selection(Optional<String> engine) {
        return new EngineSelection(EngineCatalog::ofThisMachine, EngineMemory.ofTheAccount(), engine);
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
        return new WindowRun(selection(Optional.of(engine)), preset, duration).measure();
    }
}
