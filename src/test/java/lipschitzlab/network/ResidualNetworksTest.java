package lipschitzlab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lipschitzlab.autodiff.Gradients;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.compute.conformance.ReferenceEngine;
import lipschitzlab.network.Architecture.Mlp;
import lipschitzlab.network.Architecture.ResNet;
import lipschitzlab.network.Architecture.StandardCnn;
import lipschitzlab.network.Conditioning.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResidualNetworksTest {
    private final ReferenceEngine engine = new ReferenceEngine();

    private static List<String> weightShapes(Network network) {
        return network.weights().stream()
                .map(weight -> weight.shape().toString())
                .toList();
    }

    private Var constant(Shape shape, float... numbers) {
        return Var.constant(engine, engine.of(numbers, shape));
    }

    private Var drawn(String purpose, Shape shape) {
        return constant(shape, TestStreams.of(1, purpose).gaussians(shape.length()));
    }

    private static BoundNetwork bound(Network network) {
        return network.bind(Reparametrization.unchanged(), false);
    }

    @Test
    void theCriticForColour32By32IsTheOneOfTheSnganPapersTable4() {
        Network critic = Networks.critic(engine, new ResNet(1), Shape.of(3, 32, 32), 1);

        assertThat(weightShapes(critic))
                .containsExactly(
                        "[128, 3, 3, 3]",
                        "[128, 128, 3, 3]",
                        "[128, 3, 1, 1]",
                        "[128, 128, 3, 3]",
                        "[128, 128, 3, 3]",
                        "[128, 128, 1, 1]",
                        "[128, 128, 3, 3]",
                        "[128, 128, 3, 3]",
                        "[128, 128, 3, 3]",
                        "[128, 128, 3, 3]",
                        "[128, 1]");
    }

    @Test
    void theGeneratorForColour32By32IsTheOneOfTheSnganPapersTable4() {
        Network generator = Networks.generator(engine, new ResNet(1), 128, Shape.of(3, 32, 32), 1, 1);

        assertThat(weightShapes(generator))
                .containsExactly(
                        "[128, 4096]",
                        "[256, 256, 3, 3]",
                        "[256, 256, 3, 3]",
                        "[256, 256, 1, 1]",
                        "[256, 256, 3, 3]",
                        "[256, 256, 3, 3]",
                        "[256, 256, 1, 1]",
                        "[256, 256, 3, 3]",
                        "[256, 256, 3, 3]",
                        "[256, 256, 1, 1]",
                        "[3, 256, 3, 3]");
    }

    @ParameterizedTest
    @CsvSource({"resnet, 28", "resnet, 32", "resnet, 48", "resnet, 64", "cnn, 28", "cnn, 32", "cnn, 48", "cnn, 64"})
    void picturesOfEachSizeComeOutOfTheGeneratorAndIntoTheCritic(String kind, int side) {
        Architecture architecture = kind.equals("resnet") ? new ResNet(0.01) : new StandardCnn(0.01);
        Shape sample = Shape.of(3, side, side);
        Network generator = Networks.generator(engine, architecture, 4, sample, 1, 1);
        Network critic = Networks.critic(engine, architecture, sample, 1);

        Var pictures = bound(generator).apply(drawn("z", Shape.of(2, 4)));

        assertThat(pictures.shape()).isEqualTo(sample.batchOf(2));
        assertThat(bound(critic).apply(pictures).shape()).isEqualTo(Shape.of(2, 1));
    }

    @Test
    void averagePoolingGivesTheMeansOfTwoByTwoPixelsAndUpsamplingRepeatsThem() {
        Var x = constant(Shape.of(1, 2, 2, 4), 1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 4, 4, 0, 8, 4, 4);

        Var means = new AveragePool().apply(x, parameter -> x);
        Var copies = new Upsample().apply(means, parameter -> x);

        assertThat(means.shape()).isEqualTo(Shape.of(1, 2, 1, 2));
        assertThat(engine.read(means.value())).containsExactly(3.5f, 5.5f, 2, 4);
        assertThat(engine.read(copies.value()))
                .containsExactly(3.5f, 3.5f, 5.5f, 5.5f, 3.5f, 3.5f, 5.5f, 5.5f, 2, 2, 4, 4, 2, 2, 4, 4);
    }

    @Test
    void averagePoolingRefusesOddSides() {
        Var x = constant(Shape.of(1, 1, 2, 3), 1, 2, 3, 4, 5, 6);

        assertThatThrownBy(() -> new AveragePool().apply(x, parameter -> x))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("even sides")
                .hasMessageContaining("[1, 1, 2, 3]");
    }

    @Test
    void theSumPoolAddsUpEachChannelsPlane() {
        Var x = constant(Shape.of(2, 2, 1, 2), 1, 2, 3, 4, 5, 6, 7, 8);

        assertThat(engine.read(new SumPool(2).apply(x, parameter -> x).value())).containsExactly(3, 7, 11, 15);
    }

    @Test
    void aBlockAddsWhatItsBranchAndItsShortcutGive() {
        Layer twice = HandMadeNetworks.dense(engine, "twice", new float[] {2, 0, 0, 2}, new float[] {0, 1});
        Var x = constant(Shape.of(1, 2), 3, 4);

        Network identity = HandMadeNetworks.of(engine, new ResidualBlock(List.of(twice), List.of()));
        Network both = HandMadeNetworks.of(engine, new ResidualBlock(List.of(twice), List.of(twice)));

        assertThat(engine.read(bound(identity).apply(x).value())).containsExactly(9, 13);
        assertThat(engine.read(bound(both).apply(x).value())).containsExactly(12, 18);
    }

    @Test
    void aPointPenaltyCanDifferentiateThroughAResidualCriticTwice() {
        Shape sample = Shape.of(1, 28, 28);
        Network critic = Networks.critic(engine, new ResNet(0.02), sample, 1);
        BoundNetwork trained = critic.bind(Reparametrization.unchanged(), true);
        Var x = Var.variable(engine, drawn("x", sample.batchOf(2)).value());

        Var slope = Gradients.of(trained.apply(x).sum(), List.of(x), true).get(0);
        List<Var> second = Gradients.of(slope.square().sum(), trained.variables(), false);

        double size = second.stream()
                .mapToDouble(
                        gradient -> engine.readDoubles(gradient.square().sum().value())[0])
                .sum();
        assertThat(size).isGreaterThan(0).isFinite();
    }

    @Test
    void theProjectionHeadAddsTheInnerProductWithTheClassesVector() {
        Shape features = Shape.of(2);
        ProjectionHead head = new ProjectionHead(
                parameter("w", Parameter.Role.WEIGHT, Shape.of(2, 1), 1, -1),
                parameter("b", Parameter.Role.BIAS, Shape.of(1), 0.5f),
                parameter("V", Parameter.Role.WEIGHT, Shape.of(3, 2), 0, 0, 1, 2, -3, 1));
        Network critic = HandMadeNetworks.of(engine, head);
        Var x = constant(features.batchOf(3), 1, 2, 1, 2, 1, 2);

        float[] scores =
                engine.read(bound(critic).given(new int[] {0, 1, 2}).apply(x).value());

        // φ·w + b = −0.5; ⟨V_y, φ⟩ = 0, 5 and −1.
        assertThat(scores).containsExactly(-0.5f, 4.5f, -1.5f);
        assertThat(critic.classes()).isEqualTo(3);
    }

    private Parameter parameter(String name, Parameter.Role role, Shape shape, float... numbers) {
        return new Parameter(name, role, engine.keep(engine.of(numbers, shape)));
    }

    @Test
    void conditionalBatchNormalizationScalesAndShiftsEachSampleAsItsClassHasIt() {
        ConditionalBatchNormalization layer = new ConditionalBatchNormalization(
                parameter("gain", Parameter.Role.NORMALIZATION, Shape.of(2, 1), 1, 10),
                parameter("shift", Parameter.Role.NORMALIZATION, Shape.of(2, 1), 0, 100));
        Var x = constant(Shape.of(2, 1), -3, 3);

        float[] y = engine.read(bound(HandMadeNetworks.of(engine, layer))
                .given(new int[] {0, 1})
                .apply(x)
                .value());

        assertThat(y[0]).isCloseTo(-1, within(1e-4f));
        assertThat(y[1]).isCloseTo(110, within(1e-3f));
    }

    @Test
    void concatenationPutsTheClassBehindTheNumbersAndAsPlanesBehindThePlanes() {
        Network vectors = HandMadeNetworks.of(engine, new LabelConcatenation(2, 3));
        Network planes = HandMadeNetworks.of(engine, new LabelConcatenation(1, 2));

        float[] vector = engine.read(bound(vectors)
                .given(new int[] {2})
                .apply(constant(Shape.of(1, 2), 5, 6))
                .value());
        float[] plane = engine.read(bound(planes)
                .given(new int[] {1})
                .apply(constant(Shape.of(1, 1, 1, 2), 5, 6))
                .value());

        assertThat(vector).containsExactly(5, 6, 0, 0, 1);
        assertThat(plane).containsExactly(5, 6, 0, 0, 1, 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Way.class,
            names = {"PROJECTION", "CONCATENATION"})
    void eachConditionalNetworkGivesAnotherAnswerForAnotherClass(Way way) {
        for (Architecture architecture : List.of(new Mlp(List.of(5), 0.1), new StandardCnn(0.02), new ResNet(0.02))) {
            Conditioning conditioning = new Conditioning(way, 3);
            Shape sample = Shape.of(1, 28, 28);
            Network critic = Networks.critic(engine, architecture, conditioning, sample, 1);
            Network generator = Networks.generator(engine, architecture, conditioning, 4, sample, 1, 1);
            // A gain of 1 and a shift of 0 for every class at first: only training tells classes apart there.
            generator.parameters().forEach(parameter -> shake(parameter));
            Var x = drawn("x", sample.batchOf(2));
            Var z = drawn("z", Shape.of(4, 4));

            assertThat(engine.read(
                            bound(critic).given(new int[] {0, 1}).apply(x).value()))
                    .isNotEqualTo(engine.read(
                            bound(critic).given(new int[] {0, 2}).apply(x).value()));
            assertThat(engine.read(bound(generator)
                            .given(new int[] {0, 1, 2, 1})
                            .apply(z)
                            .value()))
                    .isNotEqualTo(engine.read(bound(generator)
                            .given(new int[] {0, 1, 2, 2})
                            .apply(z)
                            .value()));
        }
    }

    private void shake(Parameter parameter) {
        float[] noise =
                TestStreams.of(2, parameter.name()).gaussians(parameter.shape().length());
        engine.copy(engine.add(parameter.value(), engine.of(noise, parameter.shape())), parameter.value());
    }

    @Test
    void classesAreRepeatedForABatchOfSeveralParts() {
        Conditioning conditioning = new Conditioning(Way.PROJECTION, 3);
        Network critic = Networks.critic(engine, new Mlp(List.of(5), 0.1), conditioning, Shape.of(2), 1);
        Var x = drawn("x", Shape.of(2, 2));
        BoundNetwork given = bound(critic).given(new int[] {2, 0});

        float[] once = engine.read(given.apply(x).value());
        float[] twice = engine.read(given.apply(Var.concatRows(x, x)).value());

        assertThat(twice).containsExactly(once[0], once[1], once[0], once[1]);
    }

    @Test
    void aConditionalNetworkWithoutClassesSaysSo() {
        Conditioning conditioning = new Conditioning(Way.PROJECTION, 3);
        Network critic = Networks.critic(engine, new Mlp(List.of(5), 0.1), conditioning, Shape.of(2), 1);

        assertThatThrownBy(() -> bound(critic).apply(drawn("x", Shape.of(2, 2))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a class for each of 2 samples");
        assertThatThrownBy(() -> bound(critic).given(new int[] {3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("classes from 0 to 2, found 3");
    }

    @Test
    void biasesThatANormalizationFurtherOnSubtractsAreLeftAsTheyAre() {
        Network generator = Networks.generator(engine, new ResNet(0.02), 4, Shape.of(1, 28, 28), 1, 1);
        BoundNetwork trained = generator.bind(Reparametrization.unchanged(), true);
        Var pictures = trained.apply(drawn("z", Shape.of(3, 4)));
        List<Var> gradients = Gradients.of(pictures.square().sum(), trained.variables(), false);

        for (int i = 0; i < gradients.size(); i++) {
            Parameter parameter = generator.parameters().get(i);
            double size = engine.readDoubles(gradients.get(i).square().sum().value())[0];
            // Of the biases, those of the dense layer, whose planes are not of one number, and of the last convolution
            // count.
            boolean counts =
                    parameter.name().startsWith("1 ") || parameter.name().startsWith("8 ");
            if (parameter.role() == Parameter.Role.BIAS && !counts) {
                assertThat(size).as(parameter.name()).isZero();
            } else {
                assertThat(size).as(parameter.name()).isGreaterThan(0);
            }
        }
    }

    @Test
    void namesSayWhereInABlockAParameterStands() {
        Conditioning conditioning = new Conditioning(Way.PROJECTION, 3);
        Network critic = Networks.critic(engine, new ResNet(0.02), conditioning, Shape.of(1, 28, 28), 1);

        assertThat(critic.namedParameters().keySet())
                .contains("0.branch.0.weight", "0.branch.2.bias", "0.shortcut.1.weight", "6.weight", "6.embedding");
        assertThat(critic.namedParameters()).hasSize(critic.parameters().size());
    }
}
