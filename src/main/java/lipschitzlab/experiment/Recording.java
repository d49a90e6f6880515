package lipschitzlab.experiment;

import java.util.Optional;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.training.TrainingRecorder;

/** Makes recorders, which are told everything that lanes train with. */
@FunctionalInterface
public interface Recording {
    /** Records nothing. */
    Recording NONE = spec -> Optional.empty();

    /** A recorder of its own for one lane, from its first step on; asked again after a reset. */
    Optional<TrainingRecorder> recorder(LaneSpec spec);
}
