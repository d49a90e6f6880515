package lipschitzlab.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lipschitzlab.compute.device.EngineKind;
import lipschitzlab.compute.device.EngineProvider;
import lipschitzlab.compute.device.EngineUnderTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The suite on an engine of the class path; skipped as a whole where that engine cannot run and is not demanded. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class InstalledEngineConformance extends EngineConformance {
    private static final ConvolutionGeometry GEOMETRY = new ConvolutionGeometry(2, 16, 16, 4, 3, 1, 1);
    private static final int WINDOWS = 4;
    private static final int STEPS_PER_WINDOW = 250;

    private final EngineKind kind;
    private EngineProvider provider;

    public InstalledEngineConformance(EngineKind kind) {
        this.kind = kind;
    }

    @BeforeAll
    void find() {
        provider = EngineUnderTest.of(kind);
    }

    @Override
    protected Engine engine() {
        return provider.create(1);
    }

    /**
     * A step that leaked one array of its 128 KiB would add 31 MiB in each window. The Java heap may take memory from the
     * system in one of them, or give it back; a leak shows in all.
     */
    @Test
    void nativeMemoryStaysFlatOverAThousandSteps() {
        try (Engine engine = engine()) {
            Steps steps = new Steps(engine);
            steps.run(100);
            double smallest = Double.MAX_VALUE;
            for (int window = 0; window < WINDOWS; window++) {
                double before = NativeMemory.residentMebibytes();
                steps.run(STEPS_PER_WINDOW);
                smallest = Math.min(smallest, NativeMemory.residentMebibytes() - before);
            }
            assertThat(smallest).as("MiB more after %d steps", STEPS_PER_WINDOW).isLessThan(8);
        }
    }

    /** Something like training, with every kind of operation that needs memory of its own. */
    private static final class Steps {
        private final Engine engine;
        private final Array images;
        private final Array kernel;
        private final Array weight;
        private final Array meanSquare;

        Steps(Engine engine) {
            this.engine = engine;
            this.images = engine.full(GEOMETRY.inputShape(64), 0.5);
            this.kernel = engine.full(GEOMETRY.weightShape(), 0.1);
            this.weight = engine.full(Shape.of(256, 128), 0.01);
            this.meanSquare = engine.full(Shape.of(256, 128), 0);
        }

        @SuppressWarnings("try")
        void run(int times) {
            for (int i = 0; i < times; i++) {
                try (Scope scope = engine.openScope()) {
                    Array output = engine.conv2d(images, kernel, GEOMETRY);
                    engine.sgd(List.of(kernel), List.of(engine.conv2dWeight(images, output, GEOMETRY)), 1e-9);
                    engine.tanh(engine.conv2dInput(output, kernel, GEOMETRY));
                    Array square = engine.matmul(weight, true, weight, false);
                    Array gradient = engine.scale(engine.matmul(weight, false, square, false), 2);
                    engine.rmsProp(List.of(weight), List.of(gradient), List.of(meanSquare), 1e-9, 0.9, 1e-8);
                    engine.read(engine.sum(engine.square(weight)));
                }
            }
        }
    }
}
