package lipschitzlab.compute.nd4j.cpu;

import static org.bytedeco.dnnl.global.dnnl.*;

import lipschitzlab.compute.Shape;
import lipschitzlab.compute.spi.ArrayPool;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;

/**
 * An array that one of oneDNN's primitives reads or writes. The lab's arrays are row-major; a primitive may want another
 * layout, in which its numbers stand in the order that the processor's vectors take them. Where it does, they are copied into a
 * temporary array before the primitive runs, or out of one after it.
 */
final class OneDnnOperand implements AutoCloseable {
    private final OneDnn library;
    private final int role;
    private final boolean written;
    private final dnnl_memory rowMajor = new dnnl_memory();
    private final dnnl_memory wanted = new dnnl_memory();
    private final boolean sameLayout;
    private final Shape wantedLength;
    private final dnnl_primitive copying = new dnnl_primitive();
    private final dnnl_exec_arg_t copyingArguments = new dnnl_exec_arg_t(2);

    /**
     * An operand yet without numbers.
     *
     * @param role oneDNN's number for what the primitive does with it
     * @param written whether the primitive writes it
     * @param layout row-major
     * @param wantedLayout what the primitive wants; of the same sizes
     */
    OneDnnOperand(OneDnn library, int role, boolean written, dnnl_memory_desc layout, dnnl_memory_desc wantedLayout) {
        this.library = library;
        this.role = role;
        this.written = written;
        this.sameLayout = dnnl_memory_desc_equal(layout, wantedLayout) != 0;
        this.wantedLength = length(wantedLayout);
        OneDnn.check("a row-major array", dnnl_memory_create(rowMajor, layout, library.engine(), null));
        OneDnn.check("an array in its own layout", dnnl_memory_create(wanted, wantedLayout, library.engine(), null));
        if (!sameLayout) {
            prepareCopying(layout, wantedLayout);
        }
    }

    /** As many numbers as an array in that layout takes, the padding that it may have included. */
    static Shape length(dnnl_memory_desc layout) {
        return Shape.of((int) Math.max(1, (dnnl_memory_desc_get_size(layout) + Float.BYTES - 1) / Float.BYTES));
    }

    private void prepareCopying(dnnl_memory_desc layout, dnnl_memory_desc wantedLayout) {
        dnnl_primitive_desc description = new dnnl_primitive_desc();
        OneDnn.check(
                "a change of layout",
                dnnl_reorder_primitive_desc_create(
                        description,
                        written ? wantedLayout : layout,
                        library.engine(),
                        written ? layout : wantedLayout,
                        library.engine(),
                        (dnnl_primitive_attr) null));
        OneDnn.check("a change of layout", dnnl_primitive_create(copying, description));
        dnnl_primitive_desc_destroy(description);
        copyingArguments.position(0).arg(DNNL_ARG_FROM).memory(written ? wanted : rowMajor);
        copyingArguments.position(1).arg(DNNL_ARG_TO).memory(written ? rowMajor : wanted);
        copyingArguments.position(0);
    }

    /** Makes this the next of a primitive's arguments. */
    void addTo(dnnl_exec_arg_t arguments, int place) {
        arguments.position(place).arg(role).memory(wanted);
    }

    /** Before the primitive runs: it is to read or write this array. */
    void begin(CpuArray array, ArrayPool<CpuArray> pool) {
        if (sameLayout) {
            dnnl_memory_set_data_handle(wanted, array.numbers());
            return;
        }
        dnnl_memory_set_data_handle(rowMajor, array.numbers());
        dnnl_memory_set_data_handle(wanted, pool.take(wantedLength).data().numbers());
        if (!written) {
            copy();
        }
    }

    /** After the primitive ran. */
    void end() {
        if (written && !sameLayout) {
            copy();
        }
    }

    private void copy() {
        OneDnn.check(
                "a copy to another layout", dnnl_primitive_execute(copying, library.stream(), 2, copyingArguments));
    }

    @Override
    public void close() {
        if (!sameLayout) {
            dnnl_primitive_destroy(copying);
        }
        copyingArguments.close();
        dnnl_memory_destroy(wanted);
        dnnl_memory_destroy(rowMajor);
    }
}
