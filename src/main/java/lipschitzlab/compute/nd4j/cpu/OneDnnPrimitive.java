package lipschitzlab.compute.nd4j.cpu;

import static org.bytedeco.dnnl.global.dnnl.*;

import java.util.List;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.spi.ArrayPool;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_desc;

/**
 * A computation of oneDNN's on arrays of certain shapes, made once: oneDNN chooses the layouts and generates code for them.
 * Its temporary memory comes from the lab's pool, since oneDNN's own belongs to the thread that made the primitive, and lanes
 * change threads.
 */
final class OneDnnPrimitive implements AutoCloseable {
    private final OneDnn library;
    private final ArrayPool<CpuArray> pool;
    private final dnnl_primitive primitive = new dnnl_primitive();
    private final dnnl_memory temporaries = new dnnl_memory();
    private final Shape temporariesLength;
    private final List<OneDnnOperand> operands;
    private final dnnl_exec_arg_t arguments;

    /**
     * Has the code generated.
     *
     * @param description what to generate; still the caller's
     * @param operands closed together with this
     */
    OneDnnPrimitive(
            OneDnn library, ArrayPool<CpuArray> pool, dnnl_primitive_desc description, List<OneDnnOperand> operands) {
        this.library = library;
        this.pool = pool;
        this.operands = operands;
        OneDnn.check("code for a primitive", dnnl_primitive_create(primitive, description));
        dnnl_memory_desc layout = dnnl_primitive_desc_query_md(description, dnnl_query_scratchpad_md, 0);
        temporariesLength = OneDnnOperand.length(layout);
        OneDnn.check("temporary memory", dnnl_memory_create(temporaries, layout, library.engine(), null));
        arguments = new dnnl_exec_arg_t(operands.size() + 1);
        for (int i = 0; i < operands.size(); i++) {
            operands.get(i).addTo(arguments, i);
        }
        arguments.position(operands.size()).arg(DNNL_ARG_SCRATCHPAD).memory(temporaries);
        arguments.position(0);
    }

    /** Runs it on these arrays, in the order of its operands. */
    void run(CpuArray... arrays) {
        try (Scope scope = pool.open()) {
            for (int i = 0; i < arrays.length; i++) {
                operands.get(i).begin(arrays[i], pool);
            }
            dnnl_memory_set_data_handle(
                    temporaries, pool.take(temporariesLength).data().numbers());
            OneDnn.check(
                    "to run a convolution",
                    dnnl_primitive_execute(primitive, library.stream(), operands.size() + 1, arguments));
            operands.forEach(OneDnnOperand::end);
        }
    }

    @Override
    public void close() {
        dnnl_primitive_destroy(primitive);
        operands.forEach(OneDnnOperand::close);
        arguments.close();
        dnnl_memory_destroy(temporaries);
    }
}
