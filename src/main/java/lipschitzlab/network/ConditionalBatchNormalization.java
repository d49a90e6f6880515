package lipschitzlab.network;

import java.util.List;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Shape;

/**
 * Batch normalization with a gain and a shift for each class (Dumoulin et al. 2017, equation 5, where classes are styles; in
 * generators Miyato and Koyama 2018, section 4). Statistics are those of the whole batch, whatever its classes.
 *
 * @param gain {@code [classes, channels]}, 1 at first
 * @param shift {@code [classes, channels]}, 0 at first
 */
public record ConditionalBatchNormalization(Parameter gain, Parameter shift) implements Layer {
    private static final double EPSILON = 1e-5;

    /** What is added to the variance, so that nothing is divided by 0. */
    public double epsilon() {
        return EPSILON;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(gain, shift);
    }

    @Override
    public int classes() {
        return gain.shape().size(0);
    }

    @Override
    public Var apply(Var x, Binding bound) {
        Var classes = bound.classes(x.shape().size(0));
        Shape channels = Shape.of(x.shape().size(1));
        Var ones = Var.constant(x.engine(), x.engine().full(channels, 1));
        Var zeros = Var.constant(x.engine(), x.engine().full(channels, 0));
        Var normal = x.batchNormalize(ones, zeros, EPSILON);
        return normal.multiply(ofEach(classes, bound.of(gain), x.shape()))
                .add(ofEach(classes, bound.of(shift), x.shape()));
    }

    /** Each sample's row of a table, over the plane. */
    private static Var ofEach(Var classes, Var table, Shape shape) {
        Var rows = classes.matmul(false, table, false);
        int places = shape.size(0) * shape.size(1);
        return rows.reshape(Shape.of(places))
                .broadcastRows(Shape.of(places, shape.length() / places))
                .reshape(shape);
    }

    /** Each channel's mean holds its bias. */
    @Override
    public boolean cancels(Parameter bias) {
        return true;
    }

    @Override
    public LipschitzConstant lipschitz() {
        return new LipschitzConstant.Unknown(
                "Batch normalization divides by the spread of the batch, so what it does to one sample"
                        + " depends on the others and has no bound of its own.");
    }
}
