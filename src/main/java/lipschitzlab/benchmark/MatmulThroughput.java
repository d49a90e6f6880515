package lipschitzlab.benchmark;

import lipschitzlab.compute.Array;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.statistic.Quantiles;

/** The rate of a large matrix product: what an engine can do on this machine where nothing else holds it up. */
final class MatmulThroughput {
    private static final int SIDE = 1024;
    private static final int WARM_UPS = 3;
    private static final int TIMES = 11;

    private MatmulThroughput() {}

    /** The median rate of products of two 1024×1024 matrices, in 10⁹ operations a second, 2·1024³ operations each. */
    static double gigaflops(Engine engine) {
        Shape shape = Shape.of(SIDE, SIDE);
        float[] numbers = RandomStream.of(1, RandomPurpose.LARGE_PRODUCT).uniforms(shape.length(), -1, 1);
        double[] seconds = new double[TIMES];
        try (Scope all = engine.openScope()) {
            Array a = engine.of(numbers, shape);
            for (int i = -WARM_UPS; i < TIMES; i++) {
                double took = seconds(engine, a);
                if (i >= 0) {
                    seconds[i] = took;
                }
            }
        }
        return 2.0 * SIDE * SIDE * SIDE / Quantiles.median(seconds) / 1e9;
    }

    /** Reading one row waits for the whole product. */
    private static double seconds(Engine engine, Array a) {
        try (Scope temporaries = engine.openScope()) {
            long start = System.nanoTime();
            engine.read(engine.sliceRows(engine.matmul(a, false, a, false), 0, 1));
            return (System.nanoTime() - start) / 1e9;
        }
    }
}
