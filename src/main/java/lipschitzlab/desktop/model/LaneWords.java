package lipschitzlab.desktop.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.diagnostic.WeightHistogram;
import lipschitzlab.experiment.LaneHistory;
import lipschitzlab.experiment.LaneStatus;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.observation.Observation;
import lipschitzlab.observation.Observations;
import lipschitzlab.observation.ObservedLane;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.setting.Values;

/** What is happening in a lane, in words; looked at anew after each of its diagnoses. For the window's thread. */
public final class LaneWords {
    private record Seen(LaneHistory history, int diagnoses, List<WeightHistogram> weights, Values values, int step) {}

    private final LaneSpec spec;
    private final OptionalInt modes;
    private final ReadOnlyObjectWrapper<List<Observation>> observations = new ReadOnlyObjectWrapper<>(List.of());
    private Optional<Seen> seen = Optional.empty();

    LaneWords(LaneSpec spec, Dataset data) {
        this.spec = spec;
        this.modes = ObservedLane.modes(data);
    }

    /** Looks at a lane, if there is something new of it. */
    void look(LaneStatus status, Optional<Snapshot> shown, int step) {
        Seen now = new Seen(
                status.history(),
                status.history().length(Metric.GRADIENT_NORM_MAX),
                shown.map(snapshot -> snapshot.details().weights()).orElse(List.of()),
                status.values(),
                step);
        if (!seen.equals(Optional.of(now))) {
            seen = Optional.of(now);
            observations.set(Observations.of(
                    new ObservedLane(spec, status.values(), modes, status.history(), now.weights(), step)));
        }
    }

    /** All that can be said, the weightiest first; empty before there is enough to look at. */
    public ReadOnlyObjectProperty<List<Observation>> observationsProperty() {
        return observations.getReadOnlyProperty();
    }
}
