package lipschitzlab.compute.nd4j;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.compute.spi.ArrayPool;
import lipschitzlab.compute.spi.Storage;
import lipschitzlab.compute.spi.UpdateKernels;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.BaseScalarOp;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.TransformOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The operations through ND4J's executioner, which makes some 3 kB of Java objects for each: the way that every one of its
 * backends has.
 */
final class ExecutionerOperations implements Nd4jOperations<INDArray> {
    private final Storage<INDArray> storage = new Nd4jStorage();
    /**
     * ND4J makes an array for the number of each new operation, outside of the Java heap, and frees it only when the garbage
     * collector comes by; so each is made once and its number changed.
     */
    private final Map<ScalarOperation, BaseScalarOp> scalar = new EnumMap<>(ScalarOperation.class);

    @Override
    public Storage<INDArray> storage() {
        return storage;
    }

    @Override
    public void read(INDArray array, float[] numbers) {
        HostNumbers.read(array, numbers);
    }

    @Override
    public void write(INDArray array, float[] numbers) {
        HostNumbers.write(array, numbers);
    }

    @Override
    public void copy(INDArray x, INDArray z) {
        z.assign(x);
    }

    @Override
    public void pairwise(Pairwise operation, INDArray x, INDArray y, INDArray z) {
        custom(operation.spreading(), List.of(x, y), List.of(z));
    }

    @Override
    public void transform(Transform operation, INDArray x, INDArray z) {
        TransformOp made = operation.make();
        run(made, x, z);
    }

    @Override
    public void scalar(ScalarOperation operation, INDArray x, double number, INDArray z) {
        BaseScalarOp made = scalar.computeIfAbsent(operation, ExecutionerOperations::withOwnNumber);
        HostNumbers.write(made.scalar(), (float) number);
        run(made, x, z);
    }

    private static BaseScalarOp withOwnNumber(ScalarOperation operation) {
        BaseScalarOp made = operation.make();
        made.setScalar(Nd4j.createUninitialized(DataType.FLOAT, 1));
        return made;
    }

    private static void run(Op operation, INDArray x, INDArray z) {
        operation.setX(x);
        operation.setZ(z);
        MemoryGuard.guard(() -> Nd4j.getExecutioner().exec(operation));
    }

    @Override
    public void product(INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray z) {
        custom(CustomOperation.of("matmul", transposeA ? 1L : 0L, transposeB ? 1L : 0L, 0L), List.of(a, b), List.of(z));
    }

    @Override
    public void dense(INDArray x, INDArray weight, INDArray bias, INDArray ones, INDArray z) {
        custom(CustomOperation.of("xw_plus_b"), List.of(x, weight, bias), List.of(z));
    }

    @Override
    public Nd4jConvolutions<INDArray> convolutions(ArrayPool<INDArray> pool) {
        return new LibraryConvolutions<>(this, pool);
    }

    @Override
    public Activations<INDArray> activations(ArrayPool<INDArray> pool) {
        return new SteppedActivations<>(this);
    }

    @Override
    public Optional<BatchNormalization<INDArray>> batchNormalization(ArrayPool<INDArray> pool) {
        return Optional.empty();
    }

    @Override
    public UpdateKernels<INDArray> updates(ArrayPool<INDArray> pool) {
        return new ExecutionerUpdates(this, pool);
    }

    @Override
    public void custom(CustomOperation operation, List<INDArray> inputs, List<INDArray> outputs) {
        DynamicCustomOp made = DynamicCustomOp.builder(operation.name())
                .addInputs(inputs.toArray(INDArray[]::new))
                .addOutputs(outputs.toArray(INDArray[]::new))
                .build();
        operation.integers().forEach(integer -> made.addIArgument(integer));
        operation.flags().forEach(flag -> made.addBArgument(flag));
        run(made);
    }

    void run(CustomOp operation) {
        MemoryGuard.guard(() -> Nd4j.getExecutioner().exec(operation));
    }

    @Override
    public void close() {
        scalar.values().forEach(operation -> operation.scalar().close());
        scalar.clear();
    }
}
