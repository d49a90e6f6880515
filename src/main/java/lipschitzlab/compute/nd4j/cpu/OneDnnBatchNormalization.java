package lipschitzlab.compute.nd4j.cpu;

import static org.bytedeco.dnnl.global.dnnl.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.nd4j.BatchNormalization;
import lipschitzlab.compute.spi.ArrayPool;
import lipschitzlab.compute.spi.PooledArray;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;

/** Batch normalization on the processor by oneDNN. */
final class OneDnnBatchNormalization implements BatchNormalization<CpuArray> {
    private final OneDnn library;
    private final ArrayPool<CpuArray> pool;
    /** Forward: x, gain, shift, mean, variance, z. Adjoints: x, mean, variance, g, gain, those of x, gain and shift. */
    private final Map<Key, OneDnnPair> primitives = new HashMap<>();

    private record Key(Shape shape, double epsilon) {}

    /** @param library closed together with this */
    OneDnnBatchNormalization(OneDnn library, ArrayPool<CpuArray> pool) {
        this.library = library;
        this.pool = pool;
    }

    @Override
    public void forward(
            PooledArray<CpuArray> x,
            PooledArray<CpuArray> gain,
            PooledArray<CpuArray> shift,
            double epsilon,
            PooledArray<CpuArray> z) {
        try (Scope temporaries = pool.open()) {
            OneDnnPrimitive forward = primitives(x.shape(), epsilon).forward();
            forward.run(x.data(), gain.data(), shift.data(), likeChannels(gain), likeChannels(gain), z.data());
        }
    }

    /** The forward pass comes first, since its mean and variance are needed; nobody reads its result. */
    @Override
    public void adjoints(
            PooledArray<CpuArray> x,
            PooledArray<CpuArray> gain,
            double epsilon,
            PooledArray<CpuArray> g,
            PooledArray<CpuArray> toX,
            PooledArray<CpuArray> toGain,
            PooledArray<CpuArray> toShift) {
        try (Scope temporaries = pool.open()) {
            OneDnnPair both = primitives(x.shape(), epsilon);
            CpuArray mean = likeChannels(gain);
            CpuArray variance = likeChannels(gain);
            both.forward().run(x.data(), gain.data(), gain.data(), mean, variance, toX.data());
            both.adjoints()
                    .run(x.data(), mean, variance, g.data(), gain.data(), toX.data(), toGain.data(), toShift.data());
        }
    }

    private CpuArray likeChannels(PooledArray<CpuArray> gain) {
        return pool.take(gain.shape()).data();
    }

    private OneDnnPair primitives(Shape shape, double epsilon) {
        return primitives.computeIfAbsent(new Key(shape, epsilon), this::generate);
    }

    private OneDnnPair generate(Key key) {
        Shape images = key.shape().rank() == 4
                ? key.shape()
                : Shape.of(key.shape().size(0), key.shape().size(1), 1, 1);
        dnnl_memory_desc data = OneDnn.layout(dnnl_nchw, images);
        dnnl_memory_desc channels = OneDnn.layout(dnnl_x, Shape.of(images.size(1)));
        dnnl_primitive_attr attributes = library.attributes();
        dnnl_primitive_desc forward = new dnnl_primitive_desc();
        dnnl_primitive_desc adjoints = new dnnl_primitive_desc();
        int flags = dnnl_use_scale | dnnl_use_shift;
        float epsilon = (float) key.epsilon();
        OneDnn.check(
                "batch normalization",
                dnnl_batch_normalization_forward_primitive_desc_create(
                        forward, library.engine(), dnnl_forward_training, data, data, epsilon, flags, attributes));
        OneDnn.check(
                "batch normalization's adjoints",
                dnnl_batch_normalization_backward_primitive_desc_create(
                        adjoints,
                        library.engine(),
                        dnnl_backward,
                        data,
                        data,
                        data,
                        epsilon,
                        flags,
                        forward,
                        attributes));
        OneDnnPair made = new OneDnnPair(
                new OneDnnPrimitive(
                        library,
                        pool,
                        forward,
                        List.of(
                                reads(DNNL_ARG_SRC, data),
                                reads(DNNL_ARG_SCALE, channels),
                                reads(DNNL_ARG_SHIFT, channels),
                                writes(DNNL_ARG_MEAN, channels),
                                writes(DNNL_ARG_VARIANCE, channels),
                                writes(DNNL_ARG_DST, data))),
                new OneDnnPrimitive(
                        library,
                        pool,
                        adjoints,
                        List.of(
                                reads(DNNL_ARG_SRC, data),
                                reads(DNNL_ARG_MEAN, channels),
                                reads(DNNL_ARG_VARIANCE, channels),
                                reads(DNNL_ARG_DIFF_DST, data),
                                reads(DNNL_ARG_SCALE, channels),
                                writes(DNNL_ARG_DIFF_SRC, data),
                                writes(DNNL_ARG_DIFF_SCALE, channels),
                                writes(DNNL_ARG_DIFF_SHIFT, channels))));
        dnnl_primitive_desc_destroy(adjoints);
        dnnl_primitive_desc_destroy(forward);
        dnnl_primitive_attr_destroy(attributes);
        dnnl_memory_desc_destroy(channels);
        dnnl_memory_desc_destroy(data);
        return made;
    }

    private OneDnnOperand reads(int role, dnnl_memory_desc layout) {
        return new OneDnnOperand(library, role, false, layout, layout);
    }

    private OneDnnOperand writes(int role, dnnl_memory_desc layout) {
        return new OneDnnOperand(library, role, true, layout, layout);
    }

    @Override
    public void close() {
        primitives.values().forEach(OneDnnPair::close);
        primitives.clear();
        library.close();
    }
}
