package lipschitzlab.desktop.model;

import java.util.IntSummaryStatistics;
import java.util.OptionalDouble;
import lipschitzlab.desktop.control.Texts;
import lipschitzlab.experiment.LaneState;

/** What lanes do at the moment, in words: such as "training · step 979 of 3,000 · 435 steps/s". */
public final class Activity {
    private Activity() {}

    /** @param pace generator steps of all lanes together in a second, where it is known */
    public static String inWords(LabModel model, OptionalDouble pace) {
        if (model.lanes().isEmpty()) {
            return model.openingProperty().get() ? "opening" : "nothing open";
        }
        if (model.openingProperty().get()) {
            return "opening";
        }
        String done = steps(model);
        if (!model.training().playingProperty().get()) {
            return rest(model, done);
        }
        return "training · " + done + (pace.isPresent() ? " · " + Texts.number(pace.getAsDouble()) + " steps/s" : "");
    }

    private static String rest(LabModel model, String done) {
        if (model.training().playPendingProperty().get()) {
            return "about to train";
        }
        if (model.records().onShowProperty().get().isPresent()) {
            return "record · " + done;
        }
        if (model.training().finishedProperty().get()) {
            return "finished · " + done;
        }
        if (model.lanes().stream().allMatch(Activity::stopped)) {
            return "stopped · " + done;
        }
        boolean started =
                model.lanes().stream().anyMatch(lane -> lane.stepProperty().get() > 0);
        return (started ? "paused · " : "ready · ") + done;
    }

    private static boolean stopped(LaneModel lane) {
        return lane.stateProperty().get() == LaneState.FAILED;
    }

    /** One step where all lanes are at the same or one behind; otherwise from the last lane's to the first's. */
    private static String steps(LabModel model) {
        IntSummaryStatistics steps = model.lanes().stream()
                .mapToInt(lane -> lane.stepProperty().get())
                .summaryStatistics();
        int horizon = model.lanes().stream()
                .mapToInt(lane -> lane.horizonProperty().get())
                .max()
                .orElse(0);
        String done = steps.getMax() - steps.getMin() <= 1
                ? "step " + Texts.count(steps.getMin())
                : "steps " + Texts.count(steps.getMin()) + " to " + Texts.count(steps.getMax());
        return done + " of " + Texts.count(horizon);
    }
}
