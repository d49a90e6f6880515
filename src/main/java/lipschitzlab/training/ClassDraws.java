package lipschitzlab.training;

import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.network.Conditioning;
import lipschitzlab.preset.GeneratorSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.InputException;

/**
 * The classes that a lane's samples have, if its networks read them: real ones have their own, fake ones in the critic's update
 * those of the real ones, and others are drawn as often as the data have them.
 *
 * @param conditioning how the networks learn of them
 */
record ClassDraws(Dataset data, Conditioning conditioning) {
    private static final int[] NONE = {};

    /**
     * As a preset has it.
     *
     * @throws InputException if the networks are to read classes and the data have none
     */
    static ClassDraws of(Preset preset, Dataset data) {
        Conditioning.Way way = preset.shared().get(SharedSettings.CONDITIONAL);
        if (way == Conditioning.Way.NONE) {
            return new ClassDraws(data, Conditioning.none());
        }
        int classes = data.classNames().size();
        String where = "the preset " + preset.name();
        if (classes == 0) {
            throw new InputException(
                    where,
                    "data with classes for conditional: " + way.id(),
                    "data without classes (" + preset.data().kind().id() + ")",
                    "Choose pictures in folders by class, an IDX file with its labels beside it or CIFAR-10's batches, or set"
                            + " conditional to none.");
        }
        if (preset.generator() instanceof GeneratorSpec.Frozen) {
            throw new InputException(
                    where,
                    "a generator that learns for conditional: " + way.id(),
                    "a frozen one",
                    "Give the generator a network, or set conditional to none.");
        }
        return new ClassDraws(data, new Conditioning(way, classes));
    }

    /** Whether the networks read classes. */
    boolean used() {
        return conditioning.classes() > 0;
    }

    /** Classes of this many training samples, drawn independently; none if the networks read none. */
    int[] drawn(int count, RandomStream random) {
        return used() ? data.labelledBatch(count, random).labels() : NONE;
    }

    /** Those that samples of a use have, the same at every step and in every lane. */
    int[] of(SampleUse use, int count, long seed) {
        return drawn(count, RandomStream.of(seed, RandomPurpose.SAMPLE_CLASSES, use.ordinal()));
    }
}
