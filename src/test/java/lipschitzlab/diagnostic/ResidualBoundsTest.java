package lipschitzlab.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.compute.conformance.ReferenceEngine;
import lipschitzlab.constraint.Constraint;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.network.Architecture.ResNet;
import lipschitzlab.network.AveragePool;
import lipschitzlab.network.BoundNetwork;
import lipschitzlab.network.Conditioning;
import lipschitzlab.network.HandMadeNetworks;
import lipschitzlab.network.Layer;
import lipschitzlab.network.LipschitzConstant;
import lipschitzlab.network.Network;
import lipschitzlab.network.Networks;
import lipschitzlab.network.Parameter;
import lipschitzlab.network.ProjectionHead;
import lipschitzlab.network.Reparametrization;
import lipschitzlab.network.ResidualBlock;
import lipschitzlab.network.SumPool;
import lipschitzlab.network.Upsample;
import lipschitzlab.setting.Values;
import org.junit.jupiter.api.Test;

/** Bounds of networks with blocks, pooling and classes, against the singular values of their matrices. */
class ResidualBoundsTest {
    private static final Shape PLANES = Shape.of(2, 4, 4);

    private final Engine engine = new ReferenceEngine();

    private static RandomStream stream(String purpose) {
        return TestStreams.of(1, purpose);
    }

    /** The largest singular value of the matrix of an affine network, from its answers to unit vectors. */
    private double matrixNorm(BoundNetwork network, Shape input) {
        int inputs = input.length();
        float[] units = new float[inputs * inputs];
        for (int i = 0; i < inputs; i++) {
            units[i * inputs + i] = 1;
        }
        float[] images = answers(network, units, input.batchOf(inputs));
        float[] origin = answers(network, new float[inputs], input.batchOf(1));
        for (int i = 0; i < images.length; i++) {
            images[i] -= origin[i % origin.length];
        }
        return SingularSpectrum.of(images, inputs, origin.length)[0];
    }

    private float[] answers(BoundNetwork network, float[] inputs, Shape shape) {
        return engine.read(
                network.apply(Var.constant(engine, engine.of(inputs, shape))).value());
    }

    private BoundNetwork bound(Layer... layers) {
        return HandMadeNetworks.of(engine, layers).bind(Reparametrization.unchanged(), false);
    }

    @Test
    void poolingAndUpsamplingHaveTheNormsOfTheirMatrices() {
        for (Layer layer : List.of(new AveragePool(), new Upsample(), new SumPool(16))) {
            double known = ((LipschitzConstant.AtMost) layer.lipschitz()).bound();

            assertThat(matrixNorm(bound(layer), PLANES)).as(layer.toString()).isCloseTo(known, within(1e-5));
        }
    }

    private Layer convolution(String name, int kernel) {
        Shape shape = Shape.of(2, 2, kernel, kernel);
        Parameter weight = new Parameter(
                name, Parameter.Role.WEIGHT, engine.of(stream(name).gaussians(shape.length()), shape));
        Parameter bias = new Parameter(name + " bias", Parameter.Role.BIAS, engine.full(Shape.of(2), 0.5));
        return new Layer.Convolution(new ConvolutionGeometry(2, 4, 4, 2, kernel, 1, kernel / 2), weight, bias);
    }

    @Test
    void aBlocksBoundIsTheSumOfItsWaysAndNoSmallerThanTheNormOfItsMatrix() {
        Layer inner = convolution("inner", 3);
        Layer other = convolution("other", 1);
        BoundNetwork block =
                bound(new ResidualBlock(List.of(inner, new AveragePool()), List.of(other, new AveragePool())));

        LipschitzBound measured = LipschitzBound.of(block.network(), LayerOperatorNorms.of(block, stream("norms")));

        double expected = (matrixNorm(bound(inner), PLANES) + matrixNorm(bound(other), PLANES)) / 2;
        assertThat(measured.estimate().orElseThrow()).isCloseTo(expected, within(1e-3 * expected));
        assertThat(measured.certified().orElseThrow()).isGreaterThanOrEqualTo(expected * (1 - 1e-6));
        assertThat(matrixNorm(block, PLANES)).isLessThanOrEqualTo(expected * (1 + 1e-6));
    }

    @Test
    void aShortcutThatIsTheInputItselfCountsAsOne() {
        Layer inner = convolution("inner", 3);
        BoundNetwork block = bound(new ResidualBlock(List.of(inner), List.of()));

        LipschitzBound measured = LipschitzBound.of(block.network(), LayerOperatorNorms.of(block, stream("norms")));

        double expected = 1 + matrixNorm(bound(inner), PLANES);
        assertThat(measured.estimate().orElseThrow()).isCloseTo(expected, within(1e-3 * expected));
    }

    @Test
    void aProjectionsBoundHoldsForEachClass() {
        Shape features = Shape.of(4);
        ProjectionHead head = new ProjectionHead(
                new Parameter("w", Parameter.Role.WEIGHT, engine.of(stream("w").gaussians(4), Shape.of(4, 1))),
                new Parameter("b", Parameter.Role.BIAS, engine.full(Shape.of(1), 1)),
                new Parameter("V", Parameter.Role.WEIGHT, engine.of(stream("V").gaussians(12), Shape.of(3, 4))));
        BoundNetwork critic = bound(head);

        double certified = LipschitzBound.of(critic.network(), LayerOperatorNorms.of(critic, stream("norms")))
                .certified()
                .orElseThrow();

        for (int label = 0; label < 3; label++) {
            assertThat(matrixNorm(critic.given(new int[] {label}), features)).isLessThanOrEqualTo(certified);
        }
        double own = SingularSpectrum.of(engine.read(head.weight().value()), 4, 1)[0];
        double table = SingularSpectrum.of(engine.read(head.embedding().value()), 3, 4)[0];
        assertThat(certified).isCloseTo(own + table, within(1e-4));
    }

    @Test
    void theSteepestSlopeOfAConditionalResidualCriticLiesBelowItsCertifiedBound() {
        Shape sample = Shape.of(1, 28, 28);
        Network bare =
                Networks.critic(engine, new ResNet(0.02), new Conditioning(Conditioning.Way.PROJECTION, 3), sample, 1);
        Constraint constraint = ConstraintKind.SPECTRAL_NORM.create(
                bare, new Values(ConstraintKind.SPECTRAL_NORM.settings()), stream("constraint"));
        BoundNetwork critic = constraint.constrain(bare).bind(constraint, false);
        int[] labels = {0, 2, 1};
        CriticPoints points = CriticPoints.of(
                sample,
                stream("real").uniforms(3 * sample.length(), -1, 1),
                stream("fake").uniforms(3 * sample.length(), -1, 1),
                labels,
                1,
                stream("between"));

        LipschitzGauge gauge = LipschitzGauge.of(critic, points, 2, stream("gauge"));

        assertThat(gauge.below().found()).isGreaterThan(0);
        assertThat(gauge.above().certified().orElseThrow())
                .isGreaterThan(gauge.below().found());
        // Spectral normalization sets each σ to 1. The first two blocks are (1 · 1 + 1)/2 = 1, the others 1 + 1, the
        // sum over 7 × 7
        // pixels has the norm 7, and the head 1 + 1.
        assertThat(gauge.above().nominal().orElseThrow()).isCloseTo(2.0 * 2 * 7 * 2, within(0.5));
    }
}
