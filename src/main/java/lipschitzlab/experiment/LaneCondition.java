package lipschitzlab.experiment;

import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.setting.Values;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a lane does now and, if it stopped by itself, why and what a person can do. Used by one thread at a time. */
final class LaneCondition {
    private static final Logger LOG = LoggerFactory.getLogger(LaneCondition.class);

    private final Supplier<LaneSpec> spec;
    private final IntSupplier step;
    private final Runnable changed;
    private LaneState state = LaneState.READY;
    private Optional<LaneFailure> failure = Optional.empty();

    /**
     * A lane that is ready.
     *
     * @param step gives the lane's generator steps done
     * @param changed is told after every change
     */
    LaneCondition(Supplier<LaneSpec> spec, IntSupplier step, Runnable changed) {
        this.spec = spec;
        this.step = step;
        this.changed = changed;
    }

    LaneState state() {
        return state;
    }

    Optional<LaneFailure> failure() {
        return failure;
    }

    boolean failed() {
        return state == LaneState.FAILED;
    }

    /** Nobody is told: the lane is only being made. */
    void restore(Optional<LaneFailure> earlier, boolean atEnd) {
        failure = earlier;
        if (earlier.isPresent()) {
            state = LaneState.FAILED;
        } else if (atEnd) {
            state = LaneState.FINISHED;
        }
    }

    /** Enters a state that the experiment sets for all of its lanes, unless this one has ended. */
    void set(LaneState next) {
        if (!failed() && state != LaneState.FINISHED) {
            state = next;
            changed.run();
        }
    }

    /** At the horizon. */
    void finish() {
        state = LaneState.FINISHED;
        changed.run();
    }

    /** The horizon was moved: a lane that was there rests, and can go on. */
    void reopen() {
        if (state == LaneState.FINISHED) {
            state = LaneState.PAUSED;
        }
    }

    /**
     * The lane stops if it has diverged.
     *
     * @param divergence what happened, as a sentence
     * @param values of its settings
     * @return whether it stops
     */
    boolean stopIfDiverged(Optional<String> divergence, Values values) {
        divergence.ifPresent(cause -> {
            String remedy = "Lower the learning rate (critic " + values.text(LaneSettings.LEARNING_RATE)
                    + ", generator " + values.text(LaneSettings.GENERATOR_LEARNING_RATE)
                    + ") or constrain the critic more strongly, then Reset. The other lanes go on.";
            stop(cause, remedy, false);
        });
        return divergence.isPresent();
    }

    /** The lane stops: its memory ran out. */
    void runOut(String cause, Throwable full, String batch) {
        LOG.warn("lane {} ran out of memory", spec.get().id(), full);
        String remedy = "Lower the batch (" + batch
                + "), the width of the networks or the number of lanes, then Reset. The other lanes go on.";
        stop(cause + " at step " + step.getAsInt() + ".", remedy, true);
    }

    /** The lane stops: the program has a fault. */
    void fault(Throwable unexpected) {
        LOG.error("lane {} stopped at step {}", spec.get().id(), step.getAsInt(), unexpected);
        stop(
                "The lane stopped at step " + step.getAsInt() + ": " + unexpected.getMessage(),
                "This is a fault in the program; the log has the details. Reset starts the lane again.",
                false);
    }

    /** The lane stops: what it was to go on from cannot be used. */
    void refuse(String why) {
        stop(why, "Reset starts the lane again from step 0.", false);
    }

    private void stop(String cause, String remedy, boolean outOfMemory) {
        failure = Optional.of(new LaneFailure(step.getAsInt(), cause, remedy, outOfMemory));
        state = LaneState.FAILED;
        changed.run();
        LOG.info("lane {}: {}", spec.get().id(), cause);
    }
}
