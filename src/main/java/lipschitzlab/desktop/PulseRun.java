package lipschitzlab.desktop;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.stage.Stage;
import lipschitzlab.experiment.Preset;

/** A window that trains for a while by itself, to measure how smoothly it draws. */
final class PulseRun {
    private static final javafx.util.Duration WARM_UP = javafx.util.Duration.seconds(4);

    private final EngineSelection selection;
    private final Preset preset;
    private final javafx.util.Duration duration;
    private final CompletableFuture<PulseReport> report = new CompletableFuture<>();
    private final PulseMeter meter = new PulseMeter();

    PulseRun(EngineSelection selection, Preset preset, Duration duration) {
        this.selection = selection;
        this.preset = preset;
        this.duration = javafx.util.Duration.millis(duration.toMillis());
    }

    /** Waits until it is done. */
    PulseReport measure() {
        Platform.startup(this::open);
        PulseReport measured = report.join();
        Platform.exit();
        return measured;
    }

    private void open() {
        LabModel model = new LabModel(selection);
        LabWindow window = new LabWindow(new Stage(), model, FileDialogs.ofThePlatform());
        model.problemProperty()
                .addListener((property, before, problem) -> problem.ifPresent(
                        found -> report.completeExceptionally(new IllegalStateException(found.text()))));
        window.show(preset);
        model.play();
        after(WARM_UP, meter::start);
        after(WARM_UP.add(duration), () -> end(window, model));
    }

    private static void after(javafx.util.Duration delay, Runnable work) {
        PauseTransition pause = new PauseTransition(delay);
        pause.setOnFinished(event -> work.run());
        pause.play();
    }

    private void end(LabWindow window, LabModel model) {
        meter.stop();
        window.finish();
        try {
            model.awaitEnd(20);
            report.complete(meter.report());
        } catch (InterruptedException | IllegalStateException failure) {
            report.completeExceptionally(failure);
        }
    }
}
