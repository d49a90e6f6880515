package lipschitzlab.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lipschitzlab.autodiff.GradientCheck.Point;
import lipschitzlab.autodiff.PrimitiveSamples.Draw;
import lipschitzlab.autodiff.PrimitiveSamples.Sample;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.compute.conformance.ReferenceEngine;
import lipschitzlab.compute.device.EngineKind;
import lipschitzlab.compute.device.EngineProvider;
import lipschitzlab.compute.device.EngineUnderTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every primitive's gradients on the engines of the class path against those on the double-precision reference. */
class GradientAgreementTest {
    private static final int DRAWS = 3;
    /** Of the largest gradient of a call: sums of some tens of terms that a 32-bit float rounds by up to 6e-8 each. */
    private static final double TOLERANCE = 2e-5;

    @ParameterizedTest
    @EnumSource(EngineKind.class)
    void everyPrimitivesGradientsAgreeAtBothOrders(EngineKind kind) {
        EngineProvider provider = EngineUnderTest.of(kind);
        try (Engine engine = provider.create(1);
                ReferenceEngine reference = new ReferenceEngine()) {
            PrimitiveSamples.table().forEach((name, samples) -> {
                for (int draw = 0; draw < DRAWS; draw++) {
                    compare(
                            name,
                            gradients(engine, samples.apply(new Draw(name, draw))),
                            gradients(reference, samples.apply(new Draw(name, draw))));
                }
            });
            assertThat(engine.liveArrays()).isZero();
        }
    }

    private static void compare(String name, List<float[]> found, List<float[]> expected) {
        double largest = expected.stream()
                .flatMapToDouble(GradientAgreementTest::doubles)
                .map(Math::abs)
                .max()
                .orElse(0);
        for (int i = 0; i < expected.size(); i++) {
            double[] wanted = doubles(expected.get(i)).toArray();
            assertThat(doubles(found.get(i)).toArray())
                    .as("%s, gradient %d", name, i)
                    .containsExactly(wanted, within(TOLERANCE * Math.max(1, largest)));
        }
    }

    private static DoubleStream doubles(float[] numbers) {
        return IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]);
    }

    /** Of a random contraction of the output, and of a random contraction of those gradients. */
    @SuppressWarnings("try")
    private static List<float[]> gradients(Engine engine, Sample sample) {
        try (Scope scope = engine.openScope()) {
            Var[] inputs = sample.inputs().stream()
                    .map(point -> variable(engine, point))
                    .toArray(Var[]::new);
            Var first = contracted(engine, Var.apply(sample.primitive(), inputs), 0);
            List<Var> once = Gradients.of(first, List.of(inputs), true);
            Var second = contracted(engine, once.get(0), 1);
            for (int i = 1; i < once.size(); i++) {
                second = second.add(contracted(engine, once.get(i), i + 1));
            }
            List<Var> all = new ArrayList<>(once);
            all.addAll(Gradients.of(second, List.of(inputs), false));
            return all.stream().map(gradient -> engine.read(gradient.value())).toList();
        }
    }

    private static Var variable(Engine engine, Point point) {
        return Var.variable(engine, engine.of(floats(point.numbers()), point.shape()));
    }

    private static float[] floats(double[] numbers) {
        float[] rounded = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            rounded[i] = (float) numbers[i];
        }
        return rounded;
    }

    private static Var contracted(Engine engine, Var x, int purpose) {
        float[] weights =
                TestStreams.of(1, "contraction", purpose).gaussians(x.shape().length());
        return x.dot(Var.constant(engine, engine.of(weights, x.shape())));
    }
}
