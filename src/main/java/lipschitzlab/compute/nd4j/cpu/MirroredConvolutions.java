package lipschitzlab.compute.nd4j.cpu;

import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.nd4j.Nd4jConvolutions;
import lipschitzlab.compute.spi.ArrayPool;
import lipschitzlab.compute.spi.PooledArray;

/**
 * Convolutions of stride 1 by way of their adjoints: the adjoint with respect to the input is itself a convolution, with input
 * and output exchanged, the kernel turned by 180° and as much padding as the convolution lacks of a full one (Dumoulin and
 * Visin 2016, section 4.3). What is good at few input channels so becomes good at few output channels.
 */
final class MirroredConvolutions implements Nd4jConvolutions<CpuArray> {
    private final Nd4jConvolutions<CpuArray> mirror;
    private final ArrayPool<CpuArray> pool;

    /** @param mirror what computes the mirrored convolutions */
    MirroredConvolutions(Nd4jConvolutions<CpuArray> mirror, ArrayPool<CpuArray> pool) {
        this.mirror = mirror;
        this.pool = pool;
    }

    /** Whether the convolution has a mirror image. */
    static boolean exists(ConvolutionGeometry geometry) {
        return geometry.stride() == 1 && geometry.padding() < geometry.kernel();
    }

    @Override
    public void forward(
            PooledArray<CpuArray> x,
            PooledArray<CpuArray> weight,
            PooledArray<CpuArray> z,
            ConvolutionGeometry geometry) {
        try (Scope temporaries = pool.open()) {
            mirror.input(x, turned(weight), z, mirrored(geometry));
        }
    }

    @Override
    public void forward(
            PooledArray<CpuArray> x,
            PooledArray<CpuArray> weight,
            PooledArray<CpuArray> bias,
            PooledArray<CpuArray> z,
            ConvolutionGeometry geometry) {
        forward(x, weight, z, geometry);
        ChannelBias.add(bias, z);
    }

    @Override
    public void input(
            PooledArray<CpuArray> y,
            PooledArray<CpuArray> weight,
            PooledArray<CpuArray> z,
            ConvolutionGeometry geometry) {
        try (Scope temporaries = pool.open()) {
            mirror.forward(y, turned(weight), z, mirrored(geometry));
        }
    }

    @Override
    public void weight(
            PooledArray<CpuArray> x, PooledArray<CpuArray> y, PooledArray<CpuArray> z, ConvolutionGeometry geometry) {
        ConvolutionGeometry mirrored = mirrored(geometry);
        try (Scope temporaries = pool.open()) {
            PooledArray<CpuArray> turned = pool.take(mirrored.weightShape());
            mirror.weight(y, x, turned, mirrored);
            turn(turned, z);
        }
    }

    private static ConvolutionGeometry mirrored(ConvolutionGeometry g) {
        int padding = g.kernel() - 1 - g.padding();
        return new ConvolutionGeometry(
                g.outputChannels(), g.outputHeight(), g.outputWidth(), g.inputChannels(), g.kernel(), 1, padding);
    }

    private PooledArray<CpuArray> turned(PooledArray<CpuArray> weight) {
        Shape shape = weight.shape();
        PooledArray<CpuArray> turned = pool.take(Shape.of(shape.size(1), shape.size(0), shape.size(2), shape.size(3)));
        turn(weight, turned);
        return turned;
    }

    /** {@code [a, b, k, k]} to {@code [b, a, k, k]}, each kernel turned by 180°. */
    private static void turn(PooledArray<CpuArray> from, PooledArray<CpuArray> to) {
        int first = from.shape().size(0);
        int second = from.shape().size(1);
        int kernel = from.shape().size(2) * from.shape().size(3);
        float[] numbers = new float[from.shape().length()];
        float[] turned = new float[from.shape().length()];
        from.data().numbers().get(numbers);
        for (int a = 0; a < first; a++) {
            for (int b = 0; b < second; b++) {
                for (int i = 0; i < kernel; i++) {
                    turned[(b * first + a) * kernel + kernel - 1 - i] = numbers[(a * second + b) * kernel + i];
                }
            }
        }
        to.data().numbers().put(turned);
    }
}
