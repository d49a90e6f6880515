package lipschitzlab.compute.baseline;

import java.util.List;

/** How the baseline's critic is constrained. */
public sealed interface BaselineMethod {
    /** Without a constraint. */
    record Unconstrained() implements BaselineMethod {}

    /** Every parameter into [−bound, bound] after each update (Arjovsky et al. 2017). */
    record WeightClipping(double bound) implements BaselineMethod {}

    /** λ·E(‖∇D(x̂)‖₂ − 1)², x̂ between real and fake samples (Gulrajani et al. 2017). */
    record GradientPenalty(double lambda) implements BaselineMethod {}

    /**
     * W/σ(W) in place of each weight, σ = uᵀWv from a power iteration (Miyato et al. 2018). W is {@code [inputs, outputs]} of a
     * dense layer and {@code [out, in·k·k]} of a convolution.
     *
     * @param iterations before each of the critic's updates: v ← Wᵀu/‖Wᵀu‖, u ← Wv/‖Wv‖
     * @param vectors for each weight, in the order of the layers
     */
    record SpectralNorm(int iterations, List<Vectors> vectors) implements BaselineMethod {
        /** Copies the list. */
        public SpectralNorm {
            vectors = List.copyOf(vectors);
        }
    }

    /**
     * The state that a power iteration starts from.
     *
     * @param u as long as W has rows
     * @param v as long as W has columns
     */
    record Vectors(float[] u, float[] v) {}
}
