package lipschitzlab.compute.libtorch.baseline;

import org.bytedeco.pytorch.Tensor;

/**
 * The weight of a linear layer, and what the layer uses in its place: as {@code torch.nn.utils.spectral_norm} puts another
 * tensor where {@code module.weight} was.
 */
final class Weight {
    private final Tensor parameter;
    private final boolean dense;
    private Tensor used;

    /**
     * Uses the parameter itself.
     *
     * @param dense whether it is {@code [out, in]} of a dense layer instead of a kernel {@code [out, in, k, k]}
     */
    Weight(Tensor parameter, boolean dense) {
        this.parameter = parameter;
        this.dense = dense;
        this.used = parameter;
    }

    Tensor parameter() {
        return parameter;
    }

    Tensor used() {
        return used;
    }

    /** From now on the layer uses this, which lives until something else is used. */
    void use(Tensor replacement) {
        used = replacement;
    }

    /** The matrix that power iteration sees, in the lab's order: {@code [in, out]} of a dense layer, else {@code [out, in·k·k]}. */
    Tensor matrix() {
        return dense ? parameter.t() : parameter.flatten(1, -1);
    }

    /** Numbers of the parameter's shape in the lab's order. */
    float[] inOrder(Tensor like) {
        return Tensors.read(dense ? like.t() : like);
    }
}
