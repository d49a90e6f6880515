package lipschitzlab.compute.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Expect;
import lipschitzlab.compute.Shape;

/** Convolutions and batch normalization, each formula as it is published. */
abstract class ReferenceConvolutions extends ReferenceOperations {
    // ------------------------------------------------------------------ convolutions

    /** What happens where element {@code x} of the input meets element {@code w} of the kernel to make element {@code y}. */
    private interface Meeting {
        void at(int x, int w, int y);
    }

    /** Each formula as Ioffe and Szegedy 2015 have it: algorithm 1, and section 3 for the derivatives. */
    private final class Batch {
        private final int channels;
        private final int pixels;
        private final double[] input;
        private final double count;
        private final double[] mean;
        private final double[] variance;

        Batch(Array x) {
            channels = x.shape().size(1);
            pixels = x.shape().rowLength() / channels;
            input = values(x);
            count = (double) input.length / channels;
            mean = perChannel(i -> input[i] / count);
            variance = perChannel(i -> Math.pow(input[i] - mean[channel(i)], 2) / count);
        }

        int channel(int i) {
            return i / pixels % channels;
        }

        double[] perChannel(IntToDoubleFunction term) {
            double[] sums = new double[channels];
            for (int i = 0; i < input.length; i++) {
                sums[channel(i)] += term.applyAsDouble(i);
            }
            return sums;
        }

        double normal(int i, double epsilon) {
            return (input[i] - mean[channel(i)]) / Math.sqrt(variance[channel(i)] + epsilon);
        }
    }

    @Override
    public Array batchNormalize(Array x, Array gain, Array shift, double epsilon) {
        Expect.channels(x.shape(), gain);
        Expect.channels(x.shape(), shift);
        Batch batch = new Batch(x);
        double[] result = new double[batch.input.length];
        for (int i = 0; i < result.length; i++) {
            int channel = batch.channel(i);
            result[i] = values(gain)[channel] * batch.normal(i, epsilon) + values(shift)[channel];
        }
        return made(result, x.shape());
    }

    @Override
    public List<Array> batchNormalizeAdjoints(Array x, Array gain, double epsilon, Array g) {
        Expect.channels(x.shape(), gain);
        Expect.same(x, g);
        Batch batch = new Batch(x);
        double[] gradient = values(g);
        double[] factors = values(gain);
        double[] toShift = batch.perChannel(i -> gradient[i]);
        double[] toGain = batch.perChannel(i -> gradient[i] * batch.normal(i, epsilon));
        double[] toVariance = batch.perChannel(i -> {
            int c = batch.channel(i);
            double centred = batch.input[i] - batch.mean[c];
            return -0.5 * gradient[i] * factors[c] * centred * Math.pow(batch.variance[c] + epsilon, -1.5);
        });
        double[] toMean = batch.perChannel(i -> {
            int c = batch.channel(i);
            return -gradient[i] * factors[c] / Math.sqrt(batch.variance[c] + epsilon);
        });
        double[] toX = new double[gradient.length];
        for (int i = 0; i < toX.length; i++) {
            int c = batch.channel(i);
            toX[i] = gradient[i] * factors[c] / Math.sqrt(batch.variance[c] + epsilon)
                    + toVariance[c] * 2 * (batch.input[i] - batch.mean[c]) / batch.count
                    + toMean[c] / batch.count;
        }
        return List.of(made(toX, x.shape()), made(toGain, gain.shape()), made(toShift, gain.shape()));
    }

    @Override
    public Array conv2d(Array x, Array weight, ConvolutionGeometry geometry) {
        return convolved(x, weight, new double[geometry.outputChannels()], geometry);
    }

    @Override
    public Array conv2dWithBias(Array x, Array weight, Array bias, ConvolutionGeometry geometry) {
        Expect.shape(bias, Shape.of(geometry.outputChannels()));
        return convolved(x, weight, values(bias), geometry);
    }

    private Array convolved(Array x, Array weight, double[] bias, ConvolutionGeometry geometry) {
        double[] input = values(x);
        double[] kernel = values(weight);
        int batch = x.shape().size(0);
        Expect.convolution(x, weight, geometry);
        Shape shape = geometry.outputShape(batch);
        double[] result = new double[shape.length()];
        int pixels = geometry.outputHeight() * geometry.outputWidth();
        Arrays.setAll(result, o -> bias[o / pixels % bias.length]);
        forEachMeeting(batch, geometry, (i, w, o) -> result[o] += input[i] * kernel[w]);
        return made(result, shape);
    }

    @Override
    public Array conv2dInput(Array y, Array weight, ConvolutionGeometry geometry) {
        double[] output = values(y);
        double[] kernel = values(weight);
        int batch = y.shape().size(0);
        Expect.convolutionToInput(y, weight, geometry);
        Shape shape = geometry.inputShape(batch);
        double[] result = new double[shape.length()];
        forEachMeeting(batch, geometry, (i, w, o) -> result[i] += output[o] * kernel[w]);
        return made(result, shape);
    }

    @Override
    public Array conv2dWeight(Array x, Array y, ConvolutionGeometry geometry) {
        double[] input = values(x);
        double[] output = values(y);
        int batch = x.shape().size(0);
        Expect.convolutionToWeight(x, y, geometry);
        Shape shape = geometry.weightShape();
        double[] result = new double[shape.length()];
        forEachMeeting(batch, geometry, (i, w, o) -> result[w] += input[i] * output[o]);
        return made(result, shape);
    }

    private static void forEachMeeting(int batch, ConvolutionGeometry g, Meeting meeting) {
        for (int n = 0; n < batch; n++) {
            for (int out = 0; out < g.outputChannels(); out++) {
                for (int row = 0; row < g.outputHeight(); row++) {
                    for (int column = 0; column < g.outputWidth(); column++) {
                        int y = ((n * g.outputChannels() + out) * g.outputHeight() + row) * g.outputWidth() + column;
                        forEachMeetingOf(y, n, out, row, column, g, meeting);
                    }
                }
            }
        }
    }

    private static void forEachMeetingOf(
            int y, int n, int out, int row, int column, ConvolutionGeometry g, Meeting meeting) {
        for (int in = 0; in < g.inputChannels(); in++) {
            for (int kernelRow = 0; kernelRow < g.kernel(); kernelRow++) {
                for (int kernelColumn = 0; kernelColumn < g.kernel(); kernelColumn++) {
                    int inputRow = row * g.stride() - g.padding() + kernelRow;
                    int inputColumn = column * g.stride() - g.padding() + kernelColumn;
                    boolean inside = inputRow >= 0
                            && inputRow < g.inputHeight()
                            && inputColumn >= 0
                            && inputColumn < g.inputWidth();
                    if (inside) {
                        int x = ((n * g.inputChannels() + in) * g.inputHeight() + inputRow) * g.inputWidth()
                                + inputColumn;
                        int w = ((out * g.inputChannels() + in) * g.kernel() + kernelRow) * g.kernel() + kernelColumn;
                        meeting.at(x, w, y);
                    }
                }
            }
        }
    }
}
