package lipschitzlab.experiment;

import java.util.Map;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.diagnostic.feature.ClassifierCache;
import lipschitzlab.preset.Preset;
import lipschitzlab.setting.InputException;
import lipschitzlab.training.LaneTraining;

/**
 * What an experiment is opened with.
 *
 * @param data the preset's
 * @param maxParallel how many lanes may train at the same time, 1 or more; with 1 they take turns, and whatever else the machine does
 *     slows them alike
 * @param recording who is told what the lanes train with
 * @param records what an earlier run left of its lanes, by id; a lane without one starts at step 0
 * @param classifiers those by whose features pictures are compared
 */
public record Opening(
        Preset preset,
        Dataset data,
        Backend backend,
        int maxParallel,
        Recording recording,
        Map<String, LaneRecord> records,
        ClassifierCache classifiers) {
    /**
     * Copies the map.
     *
     * @throws InputException if the networks are to read classes, and the data have none
     */
    public Opening {
        records = Map.copyOf(records);
        LaneTraining.requireClasses(preset, data);
    }

    /** From the start. */
    public static Opening of(Preset preset, Dataset data, Backend backend) {
        return new Opening(preset, data, backend, Integer.MAX_VALUE, Recording.NONE, Map.of(), ClassifierCache.usual());
    }

    /**
     * From the start, the data read now.
     *
     * @throws InputException if the preset's data cannot be read
     */
    public static Opening of(Preset preset, Backend backend) {
        return of(preset, preset.data().load(), backend);
    }

    /** With at most so many lanes at the same time. */
    public Opening atMost(int lanes) {
        return new Opening(preset, data, backend, lanes, recording, records, classifiers);
    }

    /** With everything recorded that its lanes train with. */
    public Opening recordedBy(Recording recorder) {
        return new Opening(preset, data, backend, maxParallel, recorder, records, classifiers);
    }

    /** Where an earlier run was; the preset then has everything that was changed in that run. */
    public Opening goingOnFrom(Map<String, LaneRecord> earlier) {
        return new Opening(preset, data, backend, maxParallel, recording, earlier, classifiers);
    }

    /** With classifiers from another cache than this person's. */
    public Opening withClassifiersOf(ClassifierCache cache) {
        return new Opening(preset, data, backend, maxParallel, recording, records, cache);
    }

    /** The experiment at rest; its lanes are being prepared. */
    public Experiment open() {
        return Experiment.open(this);
    }
}
