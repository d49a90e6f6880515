package lipschitzlab.desktop;

import java.time.Duration;
import java.util.Map;
import javafx.application.Application;
import javafx.stage.Stage;
import lipschitzlab.compute.Engines;
import lipschitzlab.experiment.Preset;
import lipschitzlab.experiment.PresetReader;
import lipschitzlab.experiment.Presets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desktop program. */
public final class LabApplication extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(LabApplication.class);
    private static final long PATIENCE_SECONDS = 20;

    private final LabModel model = new LabModel(Engines::choose);
    private LabWindow window;

    /** Shows the window with the default preset and returns when it was closed. */
    public static void open() {
        open(Presets.DEFAULT);
    }

    /** Shows the window and returns when it was closed. */
    public static void open(String presetNameOrPath) {
        launch(LabApplication.class, presetNameOrPath);
    }

    @Override
    public void start(Stage stage) {
        window = new LabWindow(stage, model, FileDialogs.ofThePlatform());
        window.show(getParameters().getRaw().get(0));
    }

    @Override
    public void stop() throws InterruptedException {
        window.finish();
        if (!model.awaitEnd(PATIENCE_SECONDS)) {
            LOG.warn("a lane's step did not end within {} s of closing the window", PATIENCE_SECONDS);
        }
    }

    /** Opens the window, trains the default preset in it, and measures the time between pulses once it is under way. */
    public static PulseReport measurePulses(Duration duration) {
        return measurePulses(PresetReader.of(Presets.DEFAULT, Map.of()), duration);
    }

    /** As the other, with this preset. May be called once in the life of the program, and not from the window's thread. */
    public static PulseReport measurePulses(Preset preset, Duration duration) {
        return new PulseRun(preset, duration).measure();
    }
}
