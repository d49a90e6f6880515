package lipschitzlab.desktop;

import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import lipschitzlab.compute.Engines;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.SharedSettings;

/** Engine and device, threads, memory, speed, and the last message. */
final class StatusLine extends HBox {
    private static final long PERIOD_NANOS = 1_000_000_000L;

    private final LabModel model;
    private final Label engine = new Label("no engine yet");
    private final Label threads = new Label();
    private final Label memory = new Label();
    private final Label speed = new Label();
    private long lastLook;
    private long lastSteps;

    StatusLine(LabModel model) {
        super(8);
        this.model = model;
        setId("status");
        getStyleClass().add("status-line");
        setAlignment(Pos.CENTER_LEFT);
        Label message = new Label();
        message.setId("message");
        message.textProperty().bind(model.messageProperty());
        message.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(message, Priority.ALWAYS);
        engine.setMinWidth(0);
        for (Label fixed : new Label[] {threads, memory, speed}) {
            fixed.setMinWidth(USE_PREF_SIZE);
        }
        memory.setTooltip(Actions.tooltip("What the whole process takes, arrays outside of the Java heap included"));
        speed.setTooltip(Actions.tooltip("Generator steps of all lanes together, by the clock on the wall"));
        getChildren().setAll(engine, bar(), threads, bar(), memory, bar(), speed, bar(), message);
        model.enginesProperty().addListener((property, before, now) -> now.ifPresent(this::showEngine));
        model.experimentProperty().addListener((property, before, now) -> showThreads(now));
    }

    private static Separator bar() {
        return new Separator(Orientation.VERTICAL);
    }

    private void showEngine(Engines engines) {
        engine.setText(engines.device().engine() + " on " + engines.device().name());
        engine.setTooltip(tooltip(engines));
    }

    private static Tooltip tooltip(Engines engines) {
        StringBuilder text = new StringBuilder(engines.reason() + "\n");
        engines.device()
                .versions()
                .forEach((library, version) ->
                        text.append('\n').append(library).append(' ').append(version));
        return Actions.tooltip(text.toString());
    }

    private void showThreads(Optional<Experiment> now) {
        threads.setText(now.map(StatusLine::threadsInWords).orElse(""));
    }

    private static String threadsInWords(Experiment experiment) {
        int each = experiment.preset().shared().count(SharedSettings.THREADS_PER_LANE);
        return each + (each == 1 ? " thread a lane, " : " threads a lane, ") + experiment.parallelLanes()
                + " at a time";
    }

    /** Measures anew, once a second. */
    void look(long now) {
        if (now - lastLook < PERIOD_NANOS) {
            return;
        }
        long steps = model.lanes().stream()
                .mapToLong(lane -> lane.stepProperty().get())
                .sum();
        double rate = (steps - lastSteps) / ((now - lastLook) / 1e9);
        boolean moving = lastLook > 0 && rate > 0 && model.playingProperty().get();
        speed.setText(moving ? Texts.number(rate) + " generator steps/s" : "at rest");
        lastLook = now;
        lastSteps = steps;
        memory.setText(ProcessMemory.now().inWords());
    }
}
