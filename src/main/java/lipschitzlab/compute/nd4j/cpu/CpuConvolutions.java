package lipschitzlab.compute.nd4j.cpu;

import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.nd4j.LibraryConvolutions;
import lipschitzlab.compute.nd4j.Nd4jConvolutions;
import lipschitzlab.compute.spi.ArrayPool;
import lipschitzlab.compute.spi.PooledArray;

/**
 * Convolutions on the processor: by oneDNN, or by ND4J where that does not load, except where both do badly, at few channels on
 * one side. There products with patches take a half to a tenth of the time. Measured on 28×28 and 32×32 images with 3×3
 * kernels.
 */
final class CpuConvolutions implements Nd4jConvolutions<CpuArray> {
    private static final int FEW = 4;

    private final Nd4jConvolutions<CpuArray> library;
    private final Nd4jConvolutions<CpuArray> fewInputs;
    private final Nd4jConvolutions<CpuArray> fewOutputs;

    CpuConvolutions(CpuOperations operations, ArrayPool<CpuArray> pool) {
        this.library = OneDnn.open()
                .<Nd4jConvolutions<CpuArray>>map(oneDnn -> new OneDnnConvolutions(oneDnn, pool))
                .orElseGet(() -> new LibraryConvolutions<>(operations, pool));
        this.fewInputs = new Im2colConvolutions(pool);
        this.fewOutputs = new MirroredConvolutions(fewInputs, pool);
    }

    @Override
    public void forward(
            PooledArray<CpuArray> x,
            PooledArray<CpuArray> weight,
            PooledArray<CpuArray> z,
            ConvolutionGeometry geometry) {
        best(geometry).forward(x, weight, z, geometry);
    }

    @Override
    public void forward(
            PooledArray<CpuArray> x,
            PooledArray<CpuArray> weight,
            PooledArray<CpuArray> bias,
            PooledArray<CpuArray> z,
            ConvolutionGeometry geometry) {
        best(geometry).forward(x, weight, bias, z, geometry);
    }

    @Override
    public void input(
            PooledArray<CpuArray> y,
            PooledArray<CpuArray> weight,
            PooledArray<CpuArray> z,
            ConvolutionGeometry geometry) {
        Nd4jConvolutions<CpuArray> best = geometry.inputChannels() <= FEW ? fewInputs : best(geometry);
        best.input(y, weight, z, geometry);
    }

    @Override
    public void weight(
            PooledArray<CpuArray> x, PooledArray<CpuArray> y, PooledArray<CpuArray> z, ConvolutionGeometry geometry) {
        best(geometry).weight(x, y, z, geometry);
    }

    /** At once where one library has both: ND4J computes either with the other. */
    @Override
    public void adjoints(
            PooledArray<CpuArray> x,
            PooledArray<CpuArray> weight,
            PooledArray<CpuArray> y,
            PooledArray<CpuArray> toInput,
            PooledArray<CpuArray> toWeight,
            ConvolutionGeometry geometry) {
        if (geometry.inputChannels() > FEW && best(geometry) == library) {
            library.adjoints(x, weight, y, toInput, toWeight, geometry);
        } else {
            Nd4jConvolutions.super.adjoints(x, weight, y, toInput, toWeight, geometry);
        }
    }

    private Nd4jConvolutions<CpuArray> best(ConvolutionGeometry geometry) {
        boolean fewOut = geometry.outputChannels() <= FEW && MirroredConvolutions.exists(geometry);
        return fewOut ? fewOutputs : library;
    }

    @Override
    public void close() {
        library.close();
    }
}
