package lipschitzlab.network;

import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Shape;

/**
 * The sum over the plane of each channel, {@code [n, c, h, w]} to {@code [n, c]} (Miyato et al. 2018, table 4: "global sum
 * pooling").
 *
 * @param places h·w
 */
public record SumPool(int places) implements Layer {
    @Override
    public Var apply(Var x, Binding bound) {
        int rows = x.shape().size(0);
        int channels = x.shape().size(1);
        return x.reshape(Shape.of(rows * channels, places)).rowSum().reshape(Shape.of(rows, channels));
    }

    /** A row of ones has the norm √(h·w). */
    @Override
    public LipschitzConstant lipschitz() {
        return new LipschitzConstant.AtMost(Math.sqrt(places));
    }
}
