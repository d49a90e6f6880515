package lipschitzlab.observation;

import java.util.Optional;

/** One thing that may be happening in a lane. */
@FunctionalInterface
interface ObservationRule {
    /** What is happening; empty where it is not, or where too little is known to say. */
    Optional<Observation> of(ObservedLane lane);
}
