package lipschitzlab.diagnostic.feature;

import lipschitzlab.compute.Engine;
import lipschitzlab.diagnostic.sample.FeatureRows;

/**
 * What makes a row of features out of a picture. The row does not depend on which pictures are beside it. Never changed; may be used
 * from several threads, each with an engine of its own.
 */
public interface FeatureNetwork {
    /** Numbers in a row. */
    int dimension();

    /** What the features are, in words without a full stop. */
    String words();

    /** The same in a few words, for places where there is little room. */
    String brief();

    /**
     * The features of pictures.
     *
     * @param pictures {@code [n, …sample]} in row-major order
     * @param engine computes; nothing of it is kept
     */
    FeatureRows of(float[] pictures, Engine engine);
}
