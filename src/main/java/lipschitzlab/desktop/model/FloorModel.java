package lipschitzlab.desktop.model;

import java.util.Map;
import java.util.Optional;
import lipschitzlab.desktop.control.BackgroundRunner;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.Metric;

/** The floors of distances of the experiment on show, measured in the background when somebody looks at one. */
public final class FloorModel {
    private final BackgroundRunner background = new BackgroundRunner("distance-floors");
    private final Messages messages;
    private Optional<Experiment> askedFor = Optional.empty();
    private Map<Metric, Floor> known = Map.of();

    FloorModel(Messages messages) {
        this.messages = messages;
    }

    /** The floor of a metric, if it has one and that is known by now; whoever asks again later gets it. */
    public Optional<Floor> of(Experiment experiment, Metric metric) {
        if (!metric.hasFloor()) {
            return Optional.empty();
        }
        if (askedFor.filter(asked -> asked == experiment).isEmpty()) {
            askedFor = Optional.of(experiment);
            known = Map.of();
            background.run(
                    experiment::distanceFloors,
                    floors -> take(experiment, floors),
                    failure -> messages.report("The floor of the distances could not be measured", failure));
        }
        return Optional.ofNullable(known.get(metric));
    }

    private void take(Experiment experiment, Map<Metric, Floor> floors) {
        if (askedFor.filter(asked -> asked == experiment).isPresent()) {
            known = floors;
        }
    }

    void close() {
        background.finish();
    }
}
