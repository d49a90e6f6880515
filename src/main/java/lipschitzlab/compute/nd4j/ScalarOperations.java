package lipschitzlab.compute.nd4j;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.BaseScalarOp;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMax;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarSet;
import org.nd4j.linalg.api.ops.impl.transforms.gradient.LeakyReLUDerivative;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Operations with one number. ND4J makes an array for the number of each new operation, outside of the Java heap, and frees it
 * only when the garbage collector comes by; so one engine makes each operation once and changes its number.
 */
final class ScalarOperations {
    private final INDArray any = Nd4j.createUninitialized(DataType.FLOAT, 1);
    private final BaseScalarOp multiply = new ScalarMultiplication(any, null, any, 0.0);
    private final BaseScalarOp add = new ScalarAdd(any, null, any, 0.0);
    private final BaseScalarOp max = new ScalarMax(any, null, any, 0.0);
    private final BaseScalarOp set = new ScalarSet(any, null, any, 0.0);
    private final BaseScalarOp leakyMask = new LeakyReLUDerivative(any, any, 0.0);

    /** z ← factor·x. */
    void multiply(INDArray x, double factor, INDArray z) {
        run(multiply, x, factor, z);
    }

    /** z ← x + term. */
    void add(INDArray x, double term, INDArray z) {
        run(add, x, term, z);
    }

    /** z ← max(x, floor). */
    void max(INDArray x, double floor, INDArray z) {
        run(max, x, floor, z);
    }

    /** z ← value. */
    void set(double value, INDArray z) {
        run(set, z, value, z);
    }

    /** z ← 1 where x ≥ 0, slope elsewhere. */
    void leakyMask(INDArray x, double slope, INDArray z) {
        run(leakyMask, x, slope, z);
    }

    private static void run(BaseScalarOp operation, INDArray x, double number, INDArray z) {
        HostNumbers.write(operation.scalar(), (float) number);
        operation.setX(x);
        operation.setZ(z);
        Nd4j.getExecutioner().exec(operation);
    }

    /** Frees the operations' own arrays. */
    void close() {
        for (BaseScalarOp operation : new BaseScalarOp[] {multiply, add, max, set, leakyMask}) {
            operation.scalar().close();
        }
        any.close();
    }
}
