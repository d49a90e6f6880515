package lipschitzlab.desktop.model;

import java.util.List;
import java.util.stream.Collectors;
import lipschitzlab.desktop.control.Texts;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.LaneState;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.RateSchedule;
import lipschitzlab.preset.SharedSettings;

/** The planned end of training in words, and what going on beyond it does to the learning rates. */
public final class Horizon {
    private Horizon() {}

    /** By how many steps it is moved: as many as the preset has. */
    static int more(Experiment experiment) {
        return experiment.preset().shared().get(SharedSettings.STEPS);
    }

    /** Whether no lane can train, and none because it is at its horizon. */
    static boolean allStopped(Experiment experiment) {
        return experiment.finished() && waiting(experiment).isEmpty();
    }

    /** Those that stand at the horizon. */
    private static List<Lane> waiting(Experiment experiment) {
        return experiment.lanes().stream()
                .filter(lane -> lane.state() == LaneState.FINISHED)
                .toList();
    }

    private static int step(Experiment experiment) {
        return waiting(experiment).stream().mapToInt(Lane::step).max().orElse(0);
    }

    /** What is said when training goes on. */
    static String extension(Experiment experiment) {
        return "Trains on beyond the planned " + Texts.count(step(experiment)) + " steps, to "
                + Texts.count(step(experiment) + more(experiment)) + "; " + rates(experiment);
    }

    /** What is said at the planned end. */
    public static String reached(Experiment experiment) {
        return "The " + Texts.count(step(experiment)) + " steps are done. Play goes on for "
                + Texts.count(more(experiment)) + " more; " + rates(experiment) + ".";
    }

    private static String rates(Experiment experiment) {
        List<Lane> waiting = waiting(experiment);
        List<RateSchedule> changing = waiting.stream()
                .map(lane -> lane.values().get(LaneSettings.RATE_SCHEDULE))
                .filter(schedule -> schedule != RateSchedule.CONSTANT)
                .toList();
        if (changing.isEmpty()) {
            return "learning rates " + RateSchedule.CONSTANT.onExtension();
        }
        String whose = changing.size() == waiting.size()
                ? "learning rates"
                : "learning rates of " + changing.size() + " of " + waiting.size() + " lanes";
        return whose + ", "
                + changing.stream().distinct().map(RateSchedule::onExtension).collect(Collectors.joining(", or "));
    }
}
