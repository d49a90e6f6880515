package lipschitzlab.dataset;

/** The training samples of a file, each once and in a fixed order: what a search for neighbours goes through. */
public interface StoredSamples {
    /** How many there are. */
    int count();

    /**
     * Some of them.
     *
     * @param first the first one's place, from 0
     * @param count how many, 1 or more
     */
    LabelledSamples samples(int first, int count);
}
