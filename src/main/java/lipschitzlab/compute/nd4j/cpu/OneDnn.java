package lipschitzlab.compute.nd4j.cpu;

import static org.bytedeco.dnnl.global.dnnl.*;

import java.util.Optional;
import lipschitzlab.compute.MemoryExhaustedException;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.nd4j.Nd4jPlatform;
import org.bytedeco.dnnl.dnnl_engine;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * oneDNN, the library that computes convolutions on the processor: loaded once for the program, with a stream of its own for
 * each user. ND4J has an older one inside of it, whose convolutions take up to twice as long and which computes both adjoints
 * where one is asked for.
 */
final class OneDnn implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OneDnn.class);

    private final dnnl_stream stream = new dnnl_stream();

    /** Loads the library on first use. */
    private static final class Library {
        private static final Optional<dnnl_engine> ENGINE = load();

        private static Optional<dnnl_engine> load() {
            try {
                dnnl_engine engine = new dnnl_engine();
                check("an engine", dnnl_engine_create(engine, dnnl_cpu, 0));
                return Optional.of(engine);
            } catch (LinkageError | RuntimeException unusable) {
                LOG.warn(
                        "oneDNN does not load here ({}); ND4J's own operations take its place and are slower",
                        unusable.toString());
                LOG.debug("oneDNN does not load", unusable);
                return Optional.empty();
            }
        }
    }

    private OneDnn() {
        check("a stream", dnnl_stream_create(stream, engine(), dnnl_stream_default_flags));
    }

    /** oneDNN with a new stream, or nothing where the library does not load. */
    static Optional<OneDnn> open() {
        return Library.ENGINE.map(engine -> new OneDnn());
    }

    /** What all streams and primitives are made on. */
    dnnl_engine engine() {
        return Library.ENGINE.orElseThrow();
    }

    /** What this user's primitives run on, one after the other. */
    dnnl_stream stream() {
        return stream;
    }

    /** A description of arrays of this shape in the layout that oneDNN's tag names; whoever asks destroys it. */
    static dnnl_memory_desc layout(int tag, Shape shape) {
        long[] sizes = new long[shape.rank()];
        for (int axis = 0; axis < sizes.length; axis++) {
            sizes[axis] = shape.size(axis);
        }
        dnnl_memory_desc made = new dnnl_memory_desc();
        check("a layout of " + shape, dnnl_memory_desc_create_with_tag(made, sizes.length, sizes, dnnl_f32, tag));
        return made;
    }

    /** Attributes that have a primitive take its temporary memory from its caller; whoever asks destroys them. */
    dnnl_primitive_attr attributes() {
        dnnl_primitive_attr made = new dnnl_primitive_attr();
        check("attributes", dnnl_primitive_attr_create(made));
        check(
                "temporary memory of the caller's",
                dnnl_primitive_attr_set_scratchpad_mode(made, dnnl_scratchpad_mode_user));
        return made;
    }

    /**
     * Holds a call's status against success.
     *
     * @param what what oneDNN was asked for
     * @throws MemoryExhaustedException if that took more memory than there is
     * @throws IllegalStateException if it was refused for another reason
     */
    static void check(String what, int status) {
        if (status == dnnl_out_of_memory) {
            throw new MemoryExhaustedException(
                    Nd4jPlatform.CPU.memoryOwner(), new IllegalStateException("oneDNN found no memory for " + what));
        }
        if (status != dnnl_success) {
            throw new IllegalStateException("oneDNN refused " + what + " with status " + status);
        }
    }

    @Override
    public void close() {
        dnnl_stream_destroy(stream);
    }
}
