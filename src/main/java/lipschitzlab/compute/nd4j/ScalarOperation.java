package lipschitzlab.compute.nd4j;

import java.util.function.Supplier;
import org.nd4j.linalg.api.ops.BaseScalarOp;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMax;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarSet;
import org.nd4j.linalg.api.ops.impl.scalar.Step;

/** ND4J's operations on each element of one array and a number. */
public enum ScalarOperation {
    /** number·x. */
    MULTIPLY(ScalarMultiplication::new),
    /** x + number. */
    ADD(ScalarAdd::new),
    /** max(x, number); the number where x is NaN. */
    MAX(ScalarMax::new),
    /** max(x, number); NaN where x is NaN. */
    FLOOR(RectifiedLinear::new),
    /** The number. */
    SET(ScalarSet::new),
    /** 1 where x is greater than the number, 0 elsewhere. */
    STEP(Step::new);

    private final Supplier<BaseScalarOp> maker;
    private final int number;

    ScalarOperation(Supplier<BaseScalarOp> maker) {
        this.maker = maker;
        this.number = maker.get().opNum();
    }

    /** A new operation, yet without arrays. */
    BaseScalarOp make() {
        return maker.get();
    }

    /** Its number in the native library. */
    public int number() {
        return number;
    }
}
