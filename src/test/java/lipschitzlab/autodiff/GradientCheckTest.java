package lipschitzlab.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import lipschitzlab.autodiff.GradientCheck.Point;
import lipschitzlab.autodiff.PrimitiveSamples.Draw;
import lipschitzlab.autodiff.PrimitiveSamples.Sample;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Shape;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every primitive's derivative rules against central differences, at first and second order. */
class GradientCheckTest {
    private static final int DRAWS = 6;

    @TestFactory
    Stream<DynamicTest> everyPrimitiveAgreesWithCentralDifferencesAtBothOrders() {
        return PrimitiveSamples.table().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    for (int draw = 0; draw < DRAWS; draw++) {
                        check(entry.getValue().apply(new Draw(entry.getKey(), draw)), draw);
                    }
                }));
    }

    private static void check(Sample sample, long seed) {
        assertThat(sample.primitive().pullbacks()).hasSameSizeAs(sample.inputs());
        GradientCheck.check(x -> Var.apply(sample.primitive(), x), sample.inputs(), seed);
    }

    @Test
    void everyPrimitiveOfThePackageHasASample() {
        Set<String> found = PrimitiveSamples.primitivesOfThePackage();

        assertThat(found).contains("Elementwise.add", "Convolutions.conv2d");
        assertThat(PrimitiveSamples.table().keySet()).isEqualTo(found);
    }

    @Test
    void aWrongDerivativeRuleMakesTheCheckFail() {
        Primitive wrong = Primitive.of("square without its 2", (e, x) -> e.square(x[0]), (g, x, y) -> g.multiply(x[0]));

        assertThatThrownBy(() -> GradientCheck.check(x -> Var.apply(wrong, x), someNumbers(), 1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("first order");
    }

    @Test
    void aRuleThatIsRightOnceButCannotBeDifferentiatedAgainMakesTheCheckFail() {
        Primitive constantRule = Primitive.of(
                "square with a constant derivative", (e, x) -> e.square(x[0]), (g, x, y) -> g.multiply(x[0].detach())
                        .scale(2));
        Function<Var[], Var> function = x -> Var.apply(constantRule, x);

        assertThatCode(() -> GradientCheck.checkFirstOrder(function, someNumbers(), 1))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> GradientCheck.check(function, someNumbers(), 1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("second order");
    }

    @Test
    void aWrongWayOfPullingBackTogetherMakesTheCheckFail() {
        Primitive wrong = Elementwise.square().withJointPullback((g, x, y) -> List.of(g.multiply(x[0])));

        assertThatThrownBy(() -> GradientCheck.check(x -> Var.apply(wrong, x), someNumbers(), 1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("first order");
    }

    private static List<Point> someNumbers() {
        return List.of(new Draw("wrong rules", 0).gaussian(Shape.of(2, 3)));
    }

    @Test
    void whatIsMadeOfPrimitivesAgreesToo() {
        Draw draw = new Draw("composites", 0);
        Shape shape = Shape.of(3, 2);

        GradientCheck.check(x -> x[0].leakyRelu(0.1).square(), List.of(draw.awayFromZero(shape)), 1);
        GradientCheck.check(x -> x[0].relu().exp(), List.of(draw.awayFromZero(shape)), 2);
        GradientCheck.check(x -> x[0].tanh().mean(), List.of(draw.gaussian(shape)), 3);
        GradientCheck.check(x -> x[0].negate().sigmoid(), List.of(draw.gaussian(shape)), 4);
    }

    /** The scalar and architecture of Gulrajani et al. 2017 in small: λ·E(‖∇D(x̂)‖₂ − 1)² of a critic with one hidden layer. */
    @Test
    void theGradientPenaltysGradientsWithRespectToTheWeightsAgree() {
        Draw draw = new Draw("penalty", 0);
        List<Point> inputs = List.of(
                draw.gaussian(Shape.of(4, 2)),
                draw.gaussian(Shape.of(2, 3)),
                draw.gaussian(Shape.of(3)),
                draw.gaussian(Shape.of(3, 1)),
                draw.gaussian(Shape.of(1)));

        GradientCheck.check(x -> penalty(x[0], x[0].dense(x[1], x[2]).tanh().dense(x[3], x[4])), inputs, 5);
    }

    @Test
    void theGradientPenaltyOfAConvolutionalCriticAgreesOnAnOddImage() {
        ConvolutionGeometry geometry = new ConvolutionGeometry(1, 5, 5, 2, 4, 2, 1);
        Draw draw = new Draw("convolutional penalty", 0);
        List<Point> inputs = List.of(
                draw.gaussian(geometry.inputShape(2)),
                draw.gaussian(geometry.weightShape()),
                draw.gaussian(Shape.of(2)),
                draw.gaussian(Shape.of(8, 1)));

        GradientCheck.check(
                x -> penalty(
                        x[0],
                        x[0].conv2d(x[1], geometry)
                                .addChannels(x[2])
                                .tanh()
                                .reshape(Shape.of(2, 8))
                                .matmul(false, x[3], false)),
                inputs,
                6);
    }

    private static Var penalty(Var x, Var score) {
        Var slope = Gradients.of(score.sum(), List.of(x), true).get(0);
        return slope.square()
                .rowSum()
                .addScalar(1e-12)
                .sqrt()
                .addScalar(-1)
                .square()
                .mean()
                .scale(10);
    }
}
