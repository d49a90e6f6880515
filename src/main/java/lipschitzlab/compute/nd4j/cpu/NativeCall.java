package lipschitzlab.compute.nd4j.cpu;

import java.util.List;
import lipschitzlab.compute.nd4j.CustomOperation;
import org.bytedeco.javacpp.BooleanPointer;
import org.bytedeco.javacpp.LongPointer;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.OpaqueContext;

/**
 * One of ND4J's operations by name, with a native context of its own that is made once and used for each call: the context
 * that the executioner makes for each is freed only when the garbage collector comes by.
 */
final class NativeCall {
    private final NativeOps nativeOps;
    private final OpaqueContext context;
    private final long hash;

    NativeCall(NativeOps nativeOps, CustomOperation operation) {
        this.nativeOps = nativeOps;
        this.context = nativeOps.createGraphContext(1);
        this.hash = Nd4j.getExecutioner()
                .getCustomOperations()
                .get(operation.name())
                .getHash();
        setIntegers(operation.integers());
        setFlags(operation.flags());
    }

    private void setIntegers(List<Long> integers) {
        try (LongPointer copied =
                new LongPointer(integers.stream().mapToLong(Long::longValue).toArray())) {
            nativeOps.setGraphContextIArguments(context, copied, integers.size());
        }
    }

    private void setFlags(List<Boolean> flags) {
        try (BooleanPointer copied = new BooleanPointer(flags.size())) {
            for (int i = 0; i < flags.size(); i++) {
                copied.put(i, flags.get(i));
            }
            nativeOps.setGraphContextBArguments(context, copied, flags.size());
        }
    }

    /** Computes the outputs from the inputs; returns ND4J's status, 0 for success. */
    int run(List<CpuArray> inputs, List<CpuArray> outputs) {
        for (int i = 0; i < inputs.size(); i++) {
            CpuArray array = inputs.get(i);
            nativeOps.setGraphContextInputBuffer(context, i, array.buffer(), array.shapeInfo(), null);
        }
        for (int i = 0; i < outputs.size(); i++) {
            CpuArray array = outputs.get(i);
            nativeOps.setGraphContextOutputBuffer(context, i, array.buffer(), array.shapeInfo(), null);
        }
        try {
            return nativeOps.execCustomOp2(null, hash, context);
        } finally {
            // The context remembers every array that it was ever given until this.
            nativeOps.ctxPurge(context);
        }
    }

    void close() {
        nativeOps.deleteGraphContext(context);
    }
}
