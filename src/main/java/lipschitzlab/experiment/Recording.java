package lipschitzlab.experiment;

import java.util.Optional;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.training.TrainingRecorder;

/** Who is told everything that lanes train with. */
@FunctionalInterface
public interface Recording {
    /** Nobody. */
    Recording NONE = spec -> Optional.empty();

    /** A recorder of its own for one lane, from its first step on; asked again after a reset. */
    Optional<TrainingRecorder> recorder(LaneSpec spec);
}
