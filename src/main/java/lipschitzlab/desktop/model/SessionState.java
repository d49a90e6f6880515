package lipschitzlab.desktop.model;

import java.util.Optional;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.preset.Preset;

/**
 * Where an {@link ExperimentSession} stands: what is on show, what is being opened, and whether Play was pressed before training
 * can begin. Immutable: every event makes another state.
 */
sealed interface SessionState {
    /** The experiment on show, if there is one; while another is being opened, it rests. */
    Optional<Experiment> experiment();

    /** The preset that a start with changed values begins from, if it is known. */
    Optional<Preset> preset();

    /** Whether lanes will train as soon as their first frame is shown. */
    default boolean playPending() {
        return false;
    }

    /** As this state, with another answer to {@link #playPending} where there is something to wait for. */
    default SessionState withPlayPending(boolean pending) {
        return this;
    }

    /** Another experiment is asked for: the one on show stays until that is open, and does not train by itself any more. */
    default Opening opening(int request, Optional<Preset> another, boolean thenPlay) {
        return new Opening(request, another, withPlayPending(false), thenPlay);
    }

    /** Nothing was opened yet, or all is closed. */
    record Nothing() implements SessionState {
        @Override
        public Optional<Experiment> experiment() {
            return Optional.empty();
        }

        @Override
        public Optional<Preset> preset() {
            return Optional.empty();
        }
    }

    /**
     * An experiment is being read or prepared in the background.
     *
     * @param request tells it from those that were asked for before, whose results come too late
     * @param preset what is being opened; empty where it is yet to be read
     * @param before what is on show meanwhile, and stays if the opening fails
     */
    record Opening(int request, Optional<Preset> preset, SessionState before, boolean playPending)
            implements SessionState {
        @Override
        public Optional<Experiment> experiment() {
            return before.experiment();
        }

        @Override
        public Opening withPlayPending(boolean pending) {
            return new Opening(request, preset, before, pending);
        }

        @Override
        public Opening opening(int next, Optional<Preset> another, boolean thenPlay) {
            return new Opening(next, another, before, thenPlay);
        }

        /** It is open. */
        FirstFramePending opened(Experiment experiment) {
            return new FirstFramePending(experiment, playPending);
        }

        /** It could not be opened. */
        SessionState refused() {
            return before.experiment().isPresent() ? before : new Refused(preset);
        }
    }

    /**
     * What was asked for could not be opened, and there is nothing else to show.
     *
     * @param preset what it was; empty where it could not even be read
     */
    record Refused(Optional<Preset> preset) implements SessionState {
        @Override
        public Optional<Experiment> experiment() {
            return Optional.empty();
        }
    }

    /**
     * An experiment is open, and its lanes' first frame is yet to be shown. Training waits, since it would take the cores from
     * that.
     */
    record FirstFramePending(Experiment open, boolean playPending) implements SessionState {
        @Override
        public Optional<Experiment> experiment() {
            return Optional.of(open);
        }

        @Override
        public Optional<Preset> preset() {
            return Optional.of(open.currentPreset());
        }

        @Override
        public FirstFramePending withPlayPending(boolean pending) {
            return new FirstFramePending(open, pending);
        }

        /** A frame of every lane is shown. */
        Shown shown() {
            return new Shown(open);
        }
    }

    /** An experiment is open and on show: it may train. */
    record Shown(Experiment open) implements SessionState {
        @Override
        public Optional<Experiment> experiment() {
            return Optional.of(open);
        }

        @Override
        public Optional<Preset> preset() {
            return Optional.of(open.currentPreset());
        }

        /** A view that paints lanes came up over it. */
        FirstFramePending again() {
            return new FirstFramePending(open, false);
        }
    }
}
