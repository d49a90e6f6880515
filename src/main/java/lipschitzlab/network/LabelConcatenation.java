package lipschitzlab.network;

import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Shape;

/**
 * Puts each sample's class behind it, as a vector with 1 at the class and 0 elsewhere (Mirza and Osindero 2014, section 3.2):
 * {@code [n, c]} becomes {@code [n, c + classes]}, and planes {@code [n, c, h, w]} get one plane for each class, all 1 or
 * all 0 (Perarnau et al. 2016, section 3.1).
 *
 * @param channels c
 * @param classes the number of classes
 */
public record LabelConcatenation(int channels, int classes) implements Layer {
    private static final int PLANES_RANK = 4;

    @Override
    public Var apply(Var x, Binding bound) {
        int rows = x.shape().size(0);
        int all = channels + classes;
        Var labels = bound.classes(rows).matmul(false, placed(x, classes, channels), false);
        if (x.shape().rank() != PLANES_RANK) {
            return x.matmul(false, placed(x, channels, 0), false).add(labels);
        }
        int height = x.shape().size(2);
        int width = x.shape().size(3);
        ConvolutionGeometry widening = new ConvolutionGeometry(channels, height, width, all, 1, 1, 0);
        Shape planes = widening.outputShape(rows);
        Var own = x.conv2d(kernel(x, widening), widening);
        return own.add(labels.reshape(Shape.of(rows * all))
                .broadcastRows(Shape.of(rows * all, height * width))
                .reshape(planes));
    }

    /** A matrix {@code [count, c + classes]} that puts {@code count} numbers from a place on. */
    private Var placed(Var x, int count, int first) {
        int all = channels + classes;
        float[] ones = new float[count * all];
        for (int i = 0; i < count; i++) {
            ones[i * all + first + i] = 1;
        }
        return Var.constant(x.engine(), x.engine().of(ones, Shape.of(count, all)));
    }

    /** A kernel of 1×1 that leaves the planes as they are, with planes of 0 behind them. */
    private Var kernel(Var x, ConvolutionGeometry widening) {
        float[] ones = new float[widening.weightShape().length()];
        for (int i = 0; i < channels; i++) {
            ones[i * channels + i] = 1;
        }
        return Var.constant(x.engine(), x.engine().of(ones, widening.weightShape()));
    }

    /** What is put behind does not depend on the sample. */
    @Override
    public LipschitzConstant lipschitz() {
        return new LipschitzConstant.AtMost(1);
    }
}
