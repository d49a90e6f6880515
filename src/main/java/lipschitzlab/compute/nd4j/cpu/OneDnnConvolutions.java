package lipschitzlab.compute.nd4j.cpu;

import java.util.HashMap;
import java.util.Map;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.nd4j.Nd4jConvolutions;
import lipschitzlab.compute.spi.ArrayPool;
import lipschitzlab.compute.spi.PooledArray;

/** Convolutions on the processor by oneDNN's primitives, each made when it is first asked for. */
final class OneDnnConvolutions implements Nd4jConvolutions<CpuArray> {
    private final OneDnn library;
    private final ArrayPool<CpuArray> pool;
    private final Map<Key, OneDnnPrimitive> primitives = new HashMap<>();

    private record Key(OneDnnConvolution.Kind kind, ConvolutionGeometry geometry, int batch) {}

    /**
     * No primitive is made yet.
     *
     * @param library closed together with this
     * @param pool where temporary arrays come from
     */
    OneDnnConvolutions(OneDnn library, ArrayPool<CpuArray> pool) {
        this.library = library;
        this.pool = pool;
    }

    private OneDnnPrimitive primitive(
            OneDnnConvolution.Kind kind, ConvolutionGeometry geometry, PooledArray<CpuArray> batch) {
        return primitives.computeIfAbsent(
                new Key(kind, geometry, batch.shape().size(0)),
                key -> OneDnnConvolution.primitive(library, pool, kind, geometry, key.batch()));
    }

    @Override
    public void forward(
            PooledArray<CpuArray> x,
            PooledArray<CpuArray> weight,
            PooledArray<CpuArray> z,
            ConvolutionGeometry geometry) {
        primitive(OneDnnConvolution.Kind.FORWARD, geometry, x).run(x.data(), weight.data(), z.data());
    }

    @Override
    public void forward(
            PooledArray<CpuArray> x,
            PooledArray<CpuArray> weight,
            PooledArray<CpuArray> bias,
            PooledArray<CpuArray> z,
            ConvolutionGeometry geometry) {
        primitive(OneDnnConvolution.Kind.FORWARD_WITH_BIAS, geometry, x)
                .run(x.data(), weight.data(), bias.data(), z.data());
    }

    @Override
    public void input(
            PooledArray<CpuArray> y,
            PooledArray<CpuArray> weight,
            PooledArray<CpuArray> z,
            ConvolutionGeometry geometry) {
        primitive(OneDnnConvolution.Kind.INPUT, geometry, y).run(y.data(), weight.data(), z.data());
    }

    @Override
    public void weight(
            PooledArray<CpuArray> x, PooledArray<CpuArray> y, PooledArray<CpuArray> z, ConvolutionGeometry geometry) {
        primitive(OneDnnConvolution.Kind.WEIGHT, geometry, x).run(x.data(), y.data(), z.data());
    }

    @Override
    public void close() {
        primitives.values().forEach(OneDnnPrimitive::close);
        primitives.clear();
        library.close();
    }
}
