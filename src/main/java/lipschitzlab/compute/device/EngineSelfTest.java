package lipschitzlab.compute.device;

import java.util.Arrays;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;

/** The product of two small matrices, which an engine must get right before anything is trained with it. */
public final class EngineSelfTest {
    private static final Shape SHAPE = Shape.of(2, 2);

    private EngineSelfTest() {}

    /**
     * Multiplies on the engine's device and checks the result.
     *
     * @throws IllegalStateException if it came out wrong, with what was expected and found
     */
    public static void check(Engine engine) {
        float[] expected = {19, 22, 43, 50};
        try (Scope temporaries = engine.openScope()) {
            Array a = engine.of(new float[] {1, 2, 3, 4}, SHAPE);
            Array b = engine.of(new float[] {5, 6, 7, 8}, SHAPE);
            float[] found = engine.read(engine.matmul(a, false, b, false));
            if (!Arrays.equals(found, expected)) {
                throw new IllegalStateException(
                        "expected the product " + Arrays.toString(expected) + ", found " + Arrays.toString(found));
            }
        }
    }
}
