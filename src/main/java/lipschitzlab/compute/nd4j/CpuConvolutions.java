package lipschitzlab.compute.nd4j;

import java.util.Optional;
import lipschitzlab.compute.ArrayPool;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.PooledArray;

/**
 * Convolutions on the processor: by oneDNN, or by ND4J where that does not load, except where both do badly, at few channels on
 * one side. There products with patches take a half to a tenth of the time. Measured on 28×28 and 32×32 images with 3×3
 * kernels.
 */
final class CpuConvolutions implements Convolutions<CpuArray> {
    private static final int FEW = 4;

    private final CpuOperations operations;
    private final ArrayPool<CpuArray> pool;
    private final Convolutions<CpuArray> fewInputs;
    private final Convolutions<CpuArray> fewOutputs;
    private Optional<Convolutions<CpuArray>> library = Optional.empty();

    CpuConvolutions(CpuOperations operations, ArrayPool<CpuArray> pool) {
        this.operations = operations;
        this.pool = pool;
        this.fewInputs = new PatchConvolutions(pool);
        this.fewOutputs = new MirroredConvolutions(fewInputs, pool);
    }

    /** Loaded when first asked for: who trains on points has no use for it. */
    private Convolutions<CpuArray> library() {
        if (library.isEmpty()) {
            library = Optional.of(OneDnn.open()
                    .<Convolutions<CpuArray>>map(oneDnn -> new OneDnnConvolutions(oneDnn, pool))
                    .orElseGet(() -> new LibraryConvolutions<>(operations, pool)));
        }
        return library.get();
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
        Convolutions<CpuArray> best = geometry.inputChannels() <= FEW ? fewInputs : best(geometry);
        best.input(y, weight, z, geometry);
    }

    @Override
    public void weight(
            PooledArray<CpuArray> x, PooledArray<CpuArray> y, PooledArray<CpuArray> z, ConvolutionGeometry geometry) {
        best(geometry).weight(x, y, z, geometry);
    }

    private Convolutions<CpuArray> best(ConvolutionGeometry geometry) {
        boolean fewOut = geometry.outputChannels() <= FEW && MirroredConvolutions.exists(geometry);
        return fewOut ? fewOutputs : library();
    }

    @Override
    public void close() {
        library.ifPresent(Convolutions::close);
    }
}
