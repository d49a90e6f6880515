package lipschitzlab.compute.nd4j;

import lipschitzlab.compute.ArrayPool;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.PooledArray;

/**
 * Convolutions on the processor: by the library, except where it does badly, at few channels on one side. There its adjoint
 * with respect to the weight takes up to 16 times as long as products with patches, and the others up to 7 times. The bounds
 * were measured on 28×28 and 32×32 images with 3×3 kernels.
 */
final class CpuConvolutions implements Convolutions<CpuArray> {
    private static final int FEW = 4;
    private static final int FEW_FOR_WEIGHT = 7;
    /** The library's forward pass is only slow where it makes many channels of few. */
    private static final int GROWTH = 16;

    private final Convolutions<CpuArray> library;
    private final Convolutions<CpuArray> fewInputs;
    private final Convolutions<CpuArray> fewOutputs;

    CpuConvolutions(CpuOperations operations, ArrayPool<CpuArray> pool) {
        this.library = new LibraryConvolutions<>(operations, pool);
        this.fewInputs = new PatchConvolutions(pool);
        this.fewOutputs = new MirroredConvolutions(fewInputs, pool);
    }

    @Override
    public void forward(
            PooledArray<CpuArray> x,
            PooledArray<CpuArray> weight,
            PooledArray<CpuArray> z,
            ConvolutionGeometry geometry) {
        bestForward(geometry).forward(x, weight, z, geometry);
    }

    @Override
    public void forward(
            PooledArray<CpuArray> x,
            PooledArray<CpuArray> weight,
            PooledArray<CpuArray> bias,
            PooledArray<CpuArray> z,
            ConvolutionGeometry geometry) {
        bestForward(geometry).forward(x, weight, bias, z, geometry);
    }

    private Convolutions<CpuArray> bestForward(ConvolutionGeometry geometry) {
        boolean grows = geometry.outputChannels() >= GROWTH * geometry.inputChannels();
        return best(geometry, grows ? FEW : 0, FEW);
    }

    @Override
    public void input(
            PooledArray<CpuArray> y,
            PooledArray<CpuArray> weight,
            PooledArray<CpuArray> z,
            ConvolutionGeometry geometry) {
        best(geometry, FEW, FEW).input(y, weight, z, geometry);
    }

    @Override
    public void weight(
            PooledArray<CpuArray> x, PooledArray<CpuArray> y, PooledArray<CpuArray> z, ConvolutionGeometry geometry) {
        best(geometry, FEW_FOR_WEIGHT, FEW_FOR_WEIGHT).weight(x, y, z, geometry);
    }

    @Override
    public void adjoints(
            PooledArray<CpuArray> x,
            PooledArray<CpuArray> weight,
            PooledArray<CpuArray> y,
            PooledArray<CpuArray> toInput,
            PooledArray<CpuArray> toWeight,
            ConvolutionGeometry geometry) {
        if (best(geometry, FEW_FOR_WEIGHT, FEW_FOR_WEIGHT) == library) {
            library.adjoints(x, weight, y, toInput, toWeight, geometry);
        } else {
            Convolutions.super.adjoints(x, weight, y, toInput, toWeight, geometry);
        }
    }

    private Convolutions<CpuArray> best(ConvolutionGeometry geometry, int mostInputs, int mostOutputs) {
        if (geometry.inputChannels() <= mostInputs) {
            return fewInputs;
        }
        if (geometry.outputChannels() <= mostOutputs && MirroredConvolutions.exists(geometry)) {
            return fewOutputs;
        }
        return library;
    }
}
