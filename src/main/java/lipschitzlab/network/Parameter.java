package lipschitzlab.network;

import lipschitzlab.compute.Array;
import lipschitzlab.compute.Shape;

/**
 * An array that training changes, in place.
 *
 * @param name the layer and its part, such as {@code "2 dense weight"}
 * @param role what it is to its layer
 * @param value the numbers, kept by the network's engine
 */
public record Parameter(String name, Role role, Array value) {
    /** What a parameter is to its layer. */
    public enum Role {
        /** The matrix or kernel of a linear map: what Lipschitz constraints act on. */
        WEIGHT,
        /** Added after a linear map. */
        BIAS,
        /** Scale or shift of a normalization. */
        NORMALIZATION
    }

    /** The array's sizes. */
    public Shape shape() {
        return value.shape();
    }

    /**
     * The matrix whose singular values the SNGAN paper (Miyato et al. 2018, section 2.1 and appendix D.1) speaks of: a dense
     * weight itself; a kernel {@code [out, in, kh, kw]} reshaped to {@code [out, in·kh·kw]}.
     */
    public Shape matrixShape() {
        return Shape.of(shape().size(0), shape().rowLength());
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
