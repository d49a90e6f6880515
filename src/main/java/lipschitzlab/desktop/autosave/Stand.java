package lipschitzlab.desktop.autosave;

import java.util.List;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;

/** What must differ for another save of an experiment to be worth its time. */
record Stand(List<Integer> steps, List<String> specs, List<Integer> changes) {
    static final Stand NOTHING = new Stand(List.of(), List.of(), List.of());

    /** How an experiment stands now. */
    static Stand of(Experiment running) {
        List<Lane> lanes = running.lanes();
        return new Stand(
                lanes.stream().map(Lane::step).toList(),
                lanes.stream().map(lane -> lane.spec().toString()).toList(),
                lanes.stream().map(lane -> lane.changes().size()).toList());
    }

    /** Whether any lane has trained. */
    boolean trained() {
        return steps.stream().anyMatch(step -> step > 0);
    }
}
