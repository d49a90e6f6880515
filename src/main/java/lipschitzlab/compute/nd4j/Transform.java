package lipschitzlab.compute.nd4j;

import java.util.function.Supplier;
import org.nd4j.linalg.api.ops.TransformOp;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;
import org.nd4j.linalg.api.ops.impl.transforms.same.Reciprocal;
import org.nd4j.linalg.api.ops.impl.transforms.same.Square;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;

/** ND4J's operations on each element of one array. */
public enum Transform {
    SQUARE(Square::new),
    SQRT(Sqrt::new),
    EXP(Exp::new),
    LOG(Log::new),
    RECIPROCAL(Reciprocal::new),
    TANH(Tanh::new),
    SIGMOID(Sigmoid::new);

    private final Supplier<TransformOp> maker;
    private final int number;

    Transform(Supplier<TransformOp> maker) {
        this.maker = maker;
        this.number = maker.get().opNum();
    }

    /** A new operation, yet without arrays. */
    TransformOp make() {
        return maker.get();
    }

    /** Its number in the native library. */
    public int number() {
        return number;
    }
}
