package lipschitzlab.compute.nd4j;

import java.util.Arrays;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Shape;

/** One product whose result is known: [[1, 2], [3, 4]] · [[5, 6], [7, 8]]. */
final class SmallProduct {
    private static final float[] EXPECTED = {19, 22, 43, 50};

    private SmallProduct() {}

    /** Runs it on the engine and checks it; an {@link IllegalStateException} states expected and found. */
    static void check(Engine engine) {
        float[] found = engine.read(engine.matmul(
                engine.of(new float[] {1, 2, 3, 4}, Shape.of(2, 2)),
                false,
                engine.of(new float[] {5, 6, 7, 8}, Shape.of(2, 2)),
                false));
        if (!Arrays.equals(EXPECTED, found)) {
            throw new IllegalStateException(
                    "expected the product " + Arrays.toString(EXPECTED) + ", found " + Arrays.toString(found));
        }
    }
}
