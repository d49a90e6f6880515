package lipschitzlab.compute.nd4j.cpu;

import static org.bytedeco.dnnl.global.dnnl.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.nd4j.Activations;
import lipschitzlab.compute.nd4j.ScalarOperation;
import lipschitzlab.compute.spi.ArrayPool;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;

/** Leaky ReLU on the processor by oneDNN, which reads and writes each number once. */
final class OneDnnActivations implements Activations<CpuArray> {
    private final OneDnn library;
    private final ArrayPool<CpuArray> pool;
    private final CpuOperations operations;
    private final Map<Key, OneDnnPair> primitives = new HashMap<>();

    private record Key(int length, double slope) {}

    /** @param library closed together with this */
    OneDnnActivations(OneDnn library, ArrayPool<CpuArray> pool, CpuOperations operations) {
        this.library = library;
        this.pool = pool;
        this.operations = operations;
    }

    /** With slope 0 by ND4J, as fast: oneDNN would make 0 of NaN, and so hide that a weight diverged. */
    @Override
    public void leakyRelu(CpuArray x, double slope, CpuArray z) {
        if (slope == 0) {
            operations.scalar(ScalarOperation.FLOOR, x, 0, z);
        } else {
            primitives(x, slope).forward().run(x, z);
        }
    }

    @Override
    public void leakyReluAdjoint(CpuArray g, CpuArray x, double slope, CpuArray z) {
        primitives(x, slope).adjoints().run(g, x, z);
    }

    private OneDnnPair primitives(CpuArray x, double slope) {
        return primitives.computeIfAbsent(new Key(x.length(), slope), this::generate);
    }

    private OneDnnPair generate(Key key) {
        dnnl_memory_desc layout = OneDnn.layout(dnnl_x, Shape.of(key.length()));
        dnnl_primitive_desc forward = new dnnl_primitive_desc();
        dnnl_primitive_desc adjoint = new dnnl_primitive_desc();
        float slope = (float) key.slope();
        OneDnn.check(
                "leaky ReLU",
                dnnl_eltwise_forward_primitive_desc_create(
                        forward,
                        library.engine(),
                        dnnl_forward_training,
                        dnnl_eltwise_relu,
                        layout,
                        layout,
                        slope,
                        0,
                        null));
        OneDnn.check(
                "leaky ReLU's adjoint",
                dnnl_eltwise_backward_primitive_desc_create(
                        adjoint, library.engine(), dnnl_eltwise_relu, layout, layout, layout, slope, 0, forward, null));
        OneDnnPair made = new OneDnnPair(
                new OneDnnPrimitive(
                        library,
                        pool,
                        forward,
                        List.of(
                                new OneDnnOperand(library, DNNL_ARG_SRC, false, layout, layout),
                                new OneDnnOperand(library, DNNL_ARG_DST, true, layout, layout))),
                new OneDnnPrimitive(
                        library,
                        pool,
                        adjoint,
                        List.of(
                                new OneDnnOperand(library, DNNL_ARG_DIFF_DST, false, layout, layout),
                                new OneDnnOperand(library, DNNL_ARG_SRC, false, layout, layout),
                                new OneDnnOperand(library, DNNL_ARG_DIFF_SRC, true, layout, layout))));
        dnnl_primitive_desc_destroy(adjoint);
        dnnl_primitive_desc_destroy(forward);
        dnnl_memory_desc_destroy(layout);
        return made;
    }

    @Override
    public void close() {
        primitives.values().forEach(OneDnnPair::close);
        primitives.clear();
        library.close();
    }
}
