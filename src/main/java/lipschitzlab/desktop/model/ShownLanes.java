package lipschitzlab.desktop.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.LaneTitles;
import lipschitzlab.plot.style.Palette;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.SharedSettings;

/** The lanes on show, which follow the experiment's as these come, go and change their names. For the window's thread. */
final class ShownLanes {
    /**
     * A lane as it is shown.
     *
     * @param rank how many lanes before it have its method: with the method it decides on its looks
     */
    private record Shown(Lane lane, LaneSpec spec, int rank, LaneModel model) {
        boolean still(Lane other, int otherRank) {
            return lane == other && spec == other.spec() && rank == otherRank;
        }
    }

    private final ObservableList<LaneModel> models = FXCollections.observableArrayList();
    private final ObservableList<LaneModel> readOnly = FXCollections.unmodifiableObservableList(models);
    private final Optional<String> run;
    private List<Shown> shown = List.of();

    /** Of the run on show. */
    ShownLanes() {
        this(Optional.empty());
    }

    /** @param run what the run is called, of one that stands beside that on show: its lanes have this in their titles */
    ShownLanes(Optional<String> run) {
        this.run = run;
    }

    /** The models, one a lane, in the lanes' order. */
    ObservableList<LaneModel> models() {
        return readOnly;
    }

    /** Shows none. */
    void clear() {
        shown = List.of();
        models.clear();
    }

    /** Shows this experiment's lanes; the model of one that did not change its name or looks stays. */
    void follow(Experiment experiment) {
        List<Shown> next = next(experiment);
        if (!next.equals(shown)) {
            shown = next;
            models.setAll(next.stream().map(Shown::model).toList());
        }
        nameAll();
    }

    /** A lane's title depends on the others' values as well. */
    private void nameAll() {
        List<String> titles = LaneTitles.now(shown.stream().map(Shown::lane).toList());
        for (int i = 0; i < titles.size(); i++) {
            shown.get(i)
                    .model()
                    .setTitle(titles.get(i) + run.map(name -> " · " + name).orElse(""));
        }
    }

    private List<Shown> next(Experiment experiment) {
        Map<ConstraintKind, Integer> seen = new EnumMap<>(ConstraintKind.class);
        List<Shown> next = new ArrayList<>();
        for (Lane lane : experiment.lanes()) {
            int rank = seen.merge(lane.spec().constraint().primary(), 1, Integer::sum) - 1;
            next.add(before(lane, rank).orElseGet(() -> made(lane, rank, experiment)));
        }
        return next;
    }

    private Optional<Shown> before(Lane lane, int rank) {
        return shown.stream().filter(each -> each.still(lane, rank)).findFirst();
    }

    private Shown made(Lane lane, int rank, Experiment experiment) {
        LaneSpec spec = lane.spec();
        int seed = experiment.preset().shared().get(SharedSettings.SEED);
        LaneModel model = new LaneModel(
                lane,
                spec.title(),
                new LaneModel.RealData(experiment.data(), seed),
                Palette.of(rank, spec.constraint().primary()),
                run);
        return new Shown(lane, spec, rank, model);
    }
}
