package lipschitzlab.desktop;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.stage.Stage;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.desktop.control.Display;
import lipschitzlab.desktop.control.PulseMeter;
import lipschitzlab.desktop.control.PulseReport;
import lipschitzlab.desktop.file.FileDialogs;
import lipschitzlab.desktop.model.EngineSelection;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.desktop.model.LastFolder;
import lipschitzlab.desktop.model.WindowPreferences;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;

/**
 * A window that trains for a while by itself, to measure how smoothly it draws; and the same lanes without a window before and
 * after it, to measure what it costs them.
 */
final class WindowRun {
    private static final javafx.util.Duration WARM_UP = javafx.util.Duration.seconds(20);

    private static final int NEVER = 100_000_000;

    private final EngineSelection selection;
    private final Preset preset;
    private final javafx.util.Duration duration;
    private final CompletableFuture<Smoothness> report = new CompletableFuture<>();
    private final PulseMeter pulses = new PulseMeter();

    private record Smoothness(PulseReport pulses, double stepsPerSecond) {}

    /** @param selection of an engine, yet to be made */
    WindowRun(EngineSelection selection, Preset preset, Duration duration) {
        this.selection = selection;
        this.preset = endless(preset);
        this.duration = javafx.util.Duration.millis(duration.toMillis());
    }

    /** Lanes that reach their horizon would rest for the remainder of the time. */
    private static Preset endless(Preset preset) {
        return preset.withShared(preset.shared().with(SharedSettings.STEPS, NEVER));
    }

    /** Waits until it is done. */
    WindowReport measure() throws InterruptedException {
        Backend backend = selection.start().backend();
        double before = withoutWindow(backend);
        Display.start(this::open);
        Smoothness measured = report.join();
        double after = withoutWindow(backend);
        Platform.exit();
        return new WindowReport(measured.pulses(), measured.stepsPerSecond(), before, after);
    }

    /** For half of the time, so that both halves together are as long as the window's; steps are counted while that time passes. */
    private double withoutWindow(Backend backend) throws InterruptedException {
        try (Experiment experiment = Experiment.open(preset, backend)) {
            experiment.awaitRest();
            experiment.play();
            Thread.sleep((long) WARM_UP.toMillis());
            StepMeter steps = new StepMeter(experiment);
            Thread.sleep((long) duration.toMillis() / 2);
            return steps.perSecond();
        }
    }

    private void open() {
        LabModel model = new LabModel(selection);
        WindowPreferences preferences = WindowPreferences.ofThisRun();
        LabWindow window =
                new LabWindow(new Stage(), model, FileDialogs.ofThePlatform(new LastFolder(preferences)), preferences);
        model.problemProperty()
                .subscribe(problem -> problem.ifPresent(
                        found -> report.completeExceptionally(new IllegalStateException(found.text()))));
        model.open(preset);
        window.show();
        model.training().play();
        after(WARM_UP, () -> begin(window, model));
    }

    private void begin(LabWindow window, LabModel model) {
        StepMeter steps = new StepMeter(model.experimentProperty().get().orElseThrow());
        pulses.start();
        after(duration, () -> end(window, model, steps.perSecond()));
    }

    /** What is measured is how far lanes come, and how the window draws, in a given time: there is nothing else to wait for. */
    private static void after(javafx.util.Duration delay, Runnable work) {
        PauseTransition pause = new PauseTransition(delay);
        pause.setOnFinished(event -> work.run());
        pause.play();
    }

    private void end(LabWindow window, LabModel model, double stepsPerSecond) {
        pulses.stop();
        window.finish();
        try {
            model.awaitEnd(20);
            report.complete(new Smoothness(pulses.report(), stepsPerSecond));
        } catch (InterruptedException | IllegalStateException failure) {
            report.completeExceptionally(failure);
        }
    }
}
