package lipschitzlab.compute.nd4j.cpu;

import static org.bytedeco.dnnl.global.dnnl.*;

import java.util.List;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.spi.ArrayPool;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;

/** What oneDNN needs to know of a convolution before it makes one of its primitives for batches of one size. */
final class OneDnnConvolution implements AutoCloseable {
    private static final long[] NO_DILATION = {0, 0};

    private final OneDnn library;
    private final long[] strides;
    private final long[] padding;
    private final dnnl_memory_desc input;
    private final dnnl_memory_desc weight;
    private final dnnl_memory_desc bias;
    private final dnnl_memory_desc output;
    private final dnnl_memory_desc anyInput;
    private final dnnl_memory_desc anyWeight;
    private final dnnl_memory_desc anyOutput;
    private final dnnl_primitive_attr attributes;
    private final dnnl_primitive_desc forward = new dnnl_primitive_desc();
    private final dnnl_primitive_desc backward = new dnnl_primitive_desc();

    /** Which computation a primitive does. */
    enum Kind {
        /** From input and weight to output. */
        FORWARD,
        /** From input, weight and bias to output. */
        FORWARD_WITH_BIAS,
        /** From output and weight to input. */
        INPUT,
        /** From input and output to weight. */
        WEIGHT
    }

    private OneDnnConvolution(OneDnn library, ConvolutionGeometry g, int batch) {
        this.library = library;
        this.strides = new long[] {g.stride(), g.stride()};
        this.padding = new long[] {g.padding(), g.padding()};
        Shape inputs = g.inputShape(batch);
        Shape outputs = g.outputShape(batch);
        this.input = OneDnn.layout(dnnl_nchw, inputs);
        this.weight = OneDnn.layout(dnnl_oihw, g.weightShape());
        this.bias = OneDnn.layout(dnnl_x, Shape.of(g.outputChannels()));
        this.output = OneDnn.layout(dnnl_nchw, outputs);
        this.anyInput = OneDnn.layout(dnnl_format_tag_any, inputs);
        this.anyWeight = OneDnn.layout(dnnl_format_tag_any, g.weightShape());
        this.anyOutput = OneDnn.layout(dnnl_format_tag_any, outputs);
        this.attributes = library.attributes();
    }

    /** Has the primitive generated. */
    static OneDnnPrimitive primitive(
            OneDnn library, ArrayPool<CpuArray> pool, Kind kind, ConvolutionGeometry geometry, int batch) {
        try (OneDnnConvolution description = new OneDnnConvolution(library, geometry, batch)) {
            dnnl_primitive_desc made = description.of(kind);
            return new OneDnnPrimitive(library, pool, made, description.operands(kind, made));
        }
    }

    /**
     * The primitive's description. That of the forward primitive is always made, since those of the adjoints refer to it.
     */
    private dnnl_primitive_desc of(Kind kind) {
        OneDnn.check(
                "a convolution",
                dnnl_convolution_forward_primitive_desc_create(
                        forward,
                        library.engine(),
                        dnnl_forward_training,
                        dnnl_convolution_direct,
                        anyInput,
                        anyWeight,
                        kind == Kind.FORWARD_WITH_BIAS ? bias : null,
                        anyOutput,
                        strides,
                        NO_DILATION,
                        padding,
                        padding,
                        attributes));
        return switch (kind) {
            case FORWARD, FORWARD_WITH_BIAS -> forward;
            case INPUT -> {
                OneDnn.check(
                        "a convolution's adjoint",
                        dnnl_convolution_backward_data_primitive_desc_create(
                                backward,
                                library.engine(),
                                dnnl_convolution_direct,
                                anyInput,
                                anyWeight,
                                anyOutput,
                                strides,
                                NO_DILATION,
                                padding,
                                padding,
                                forward,
                                attributes));
                yield backward;
            }
            case WEIGHT -> {
                OneDnn.check(
                        "a convolution's adjoint",
                        dnnl_convolution_backward_weights_primitive_desc_create(
                                backward,
                                library.engine(),
                                dnnl_convolution_direct,
                                anyInput,
                                anyWeight,
                                null,
                                anyOutput,
                                strides,
                                NO_DILATION,
                                padding,
                                padding,
                                forward,
                                attributes));
                yield backward;
            }
        };
    }

    private List<OneDnnOperand> operands(Kind kind, dnnl_primitive_desc made) {
        return switch (kind) {
            case FORWARD ->
                List.of(
                        operand(made, DNNL_ARG_SRC, false, input, dnnl_query_src_md),
                        operand(made, DNNL_ARG_WEIGHTS, false, weight, dnnl_query_weights_md),
                        operand(made, DNNL_ARG_DST, true, output, dnnl_query_dst_md));
            case FORWARD_WITH_BIAS ->
                List.of(
                        operand(made, DNNL_ARG_SRC, false, input, dnnl_query_src_md),
                        operand(made, DNNL_ARG_WEIGHTS, false, weight, dnnl_query_weights_md),
                        new OneDnnOperand(library, DNNL_ARG_BIAS, false, bias, bias),
                        operand(made, DNNL_ARG_DST, true, output, dnnl_query_dst_md));
            case INPUT ->
                List.of(
                        operand(made, DNNL_ARG_DIFF_DST, false, output, dnnl_query_diff_dst_md),
                        operand(made, DNNL_ARG_WEIGHTS, false, weight, dnnl_query_weights_md),
                        operand(made, DNNL_ARG_DIFF_SRC, true, input, dnnl_query_diff_src_md));
            case WEIGHT ->
                List.of(
                        operand(made, DNNL_ARG_SRC, false, input, dnnl_query_src_md),
                        operand(made, DNNL_ARG_DIFF_DST, false, output, dnnl_query_diff_dst_md),
                        operand(made, DNNL_ARG_DIFF_WEIGHTS, true, weight, dnnl_query_diff_weights_md));
        };
    }

    private OneDnnOperand operand(
            dnnl_primitive_desc made, int role, boolean written, dnnl_memory_desc layout, int query) {
        return new OneDnnOperand(library, role, written, layout, dnnl_primitive_desc_query_md(made, query, 0));
    }

    @Override
    public void close() {
        dnnl_primitive_desc_destroy(forward);
        if (!backward.isNull()) {
            dnnl_primitive_desc_destroy(backward);
        }
        dnnl_primitive_attr_destroy(attributes);
        List.of(input, weight, bias, output, anyInput, anyWeight, anyOutput)
                .forEach(layout -> dnnl_memory_desc_destroy(layout));
    }
}
