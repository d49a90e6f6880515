package lipschitzlab.lesson;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.Opening;
import lipschitzlab.lesson.Lesson.Variant;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.Metric;
import lipschitzlab.preset.Pace;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.Values;
import lipschitzlab.training.LaneInspection;

/** One experiment of a lesson with one seed, from its start to its record. Used by one thread. */
final class VariantRun implements AutoCloseable {
    private final Variant variant;
    private final Set<LaneInspection.Part> parts;
    private final boolean asksForFloors;
    private final Experiment experiment;
    private final Map<String, LaneInspection> start = new LinkedHashMap<>();
    private boolean started;

    VariantRun(Lesson lesson, Variant variant, int seed, Backend backend) {
        this.variant = variant;
        this.parts = lesson.requireCheck().parts();
        this.asksForFloors = lesson.requireCheck().asksForFloors();
        // Numbers do not depend on the pace; free, no core waits for the slowest lane.
        Values shared = variant.preset()
                .shared()
                .with(SharedSettings.SEED, seed)
                .with(SharedSettings.MODE, lesson.alone() ? Pace.LOCKSTEP : Pace.FREE);
        this.experiment = Opening.of(variant.preset().withShared(shared), backend)
                .atMost(lesson.alone() ? 1 : Integer.MAX_VALUE)
                .open();
    }

    /** How many cores it keeps busy. */
    int cores() {
        return experiment.parallelLanes() * experiment.preset().shared().get(SharedSettings.THREADS_PER_LANE);
    }

    Experiment experiment() {
        return experiment;
    }

    /** Generator steps done, of all lanes together; a lane that stopped by itself has done all that it will. */
    long done() {
        return experiment.lanes().stream()
                .map(Lane::status)
                .mapToLong(lane -> lane.canTrain() ? lane.step() : lane.horizon())
                .sum();
    }

    /** Whether its record is complete; starts to train once the lanes are prepared. Returns at once unless it inspects. */
    boolean finished() {
        if (experiment.busy()) {
            return false;
        }
        if (!started) {
            started = true;
            experiment.lanes().forEach(lane -> inspect(lane).ifPresent(seen -> start.put(lane.id(), seen)));
            experiment.play();
            return false;
        }
        return experiment.finished();
    }

    private Optional<LaneInspection> inspect(Lane lane) {
        return parts.isEmpty() || lane.failure().isPresent() ? Optional.empty() : lane.inspect(parts);
    }

    /** What is known of the lanes, by the name that an expression gives each. */
    Map<String, LaneRecord> records() {
        Map<String, LaneRecord> records = new LinkedHashMap<>();
        Map<Metric, Floor> floors = asksForFloors ? experiment.distanceFloors() : Map.of();
        for (Lane lane : experiment.lanes()) {
            Optional<LaneInspection> begun = Optional.ofNullable(start.get(lane.id()));
            records.put(
                    variant.reference(lane.spec()),
                    LaneRecord.of(lane, variant.title(lane.spec()), begun, parts, floors));
        }
        return records;
    }

    @Override
    public void close() {
        experiment.close();
        // Findings keep the numbers of many runs at once, and their frames are never shown.
        experiment.lanes().forEach(lane -> lane.history().forgetFrames());
    }
}
