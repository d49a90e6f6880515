package lipschitzlab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.conformance.ReferenceEngine;
import lipschitzlab.network.Architecture.Mlp;
import lipschitzlab.network.Architecture.StandardCnn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworksTest {
    private final Engine engine = new ReferenceEngine();

    private static List<String> weightShapes(Network network) {
        return network.weights().stream()
                .map(weight -> weight.shape().toString())
                .toList();
    }

    @Test
    void theCriticForColour32By32IsTheOneOfTheSnganPapersTable3() {
        Network critic = Networks.critic(engine, new StandardCnn(1), Shape.of(3, 32, 32), 1);

        assertThat(weightShapes(critic))
                .containsExactly(
                        "[64, 3, 3, 3]",
                        "[64, 64, 4, 4]",
                        "[128, 64, 3, 3]",
                        "[128, 128, 4, 4]",
                        "[256, 128, 3, 3]",
                        "[256, 256, 4, 4]",
                        "[512, 256, 3, 3]",
                        "[8192, 1]");
    }

    @Test
    void theGeneratorForColour32By32IsTheOneOfTheSnganPapersTable3() {
        Network generator = Networks.generator(engine, new StandardCnn(1), 128, Shape.of(3, 32, 32), 1, 1);

        // A deconvolution's kernel is its convolution's: [in of the deconvolution, out of it, 4, 4].
        assertThat(weightShapes(generator))
                .containsExactly(
                        "[128, 8192]", "[512, 256, 4, 4]", "[256, 128, 4, 4]", "[128, 64, 4, 4]", "[3, 64, 3, 3]");
    }

    @Test
    void theOutputScaleMultipliesTheLastLayersInitialWeightsAndNothingElse() {
        Network usual = Networks.generator(engine, new Mlp(List.of(6, 5), 0), 3, Shape.of(2), 1, 1);
        Network narrow = Networks.generator(engine, new Mlp(List.of(6, 5), 0), 3, Shape.of(2), 1, 0.25);
        for (int i = 0; i < 3; i++) {
            float factor = i == 2 ? 0.25f : 1;
            float[] expected = engine.read(usual.weights().get(i).value());
            for (int k = 0; k < expected.length; k++) {
                expected[k] *= factor;
            }
            assertThat(engine.read(narrow.weights().get(i).value())).containsExactly(expected);
        }
    }

    @Test
    void onlyTheGeneratorHasBatchNormalization() {
        Network critic = Networks.critic(engine, new StandardCnn(0.1), Shape.of(1, 28, 28), 1);
        Network generator = Networks.generator(engine, new StandardCnn(0.1), 8, Shape.of(1, 28, 28), 1, 1);

        assertThat(critic.layers()).noneMatch(Layer.BatchNormalization.class::isInstance);
        assertThat(generator.layers()).anyMatch(Layer.BatchNormalization.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource({"1, 28", "3, 28", "1, 32", "3, 32"})
    void imagesGoFromLatentVectorsToPicturesToScores(int channels, int side) {
        Shape sample = Shape.of(channels, side, side);
        Network generator = Networks.generator(engine, new StandardCnn(0.02), 4, sample, 1, 1);
        Network critic = Networks.critic(engine, new StandardCnn(0.02), sample, 1);
        Var noise = Var.constant(engine, engine.of(new float[] {1, -1, 2, 0, 0, 1, -2, 1}, Shape.of(2, 4)));

        Var pictures = generator.bind(Reparametrization.unchanged(), false).apply(noise);
        Var scores = critic.bind(Reparametrization.unchanged(), false).apply(pictures);

        assertThat(pictures.shape()).isEqualTo(sample.batchOf(2));
        for (float pixel : engine.read(pictures.value())) {
            assertThat(pixel).isBetween(-1f, 1f);
        }
        assertThat(scores.shape()).isEqualTo(Shape.of(2, 1));
    }

    @Test
    void initialWeightsAreHeUniformAndFollowFromTheSeedAlone() {
        Network one = Networks.critic(engine, new Mlp(List.of(64), 0.1), Shape.of(2), 5);
        Network same = Networks.critic(engine, new Mlp(List.of(64), 0.1), Shape.of(2), 5);
        Network other = Networks.critic(engine, new Mlp(List.of(64), 0.1), Shape.of(2), 6);
        float[] weights = engine.read(one.weights().get(0).value());

        assertThat(weights).isEqualTo(engine.read(same.weights().get(0).value()));
        assertThat(weights).isNotEqualTo(engine.read(other.weights().get(0).value()));
        float largest = 0;
        for (float weight : weights) {
            largest = Math.max(largest, Math.abs(weight));
        }
        assertThat(largest).isBetween((float) (0.9 * Math.sqrt(3)), (float) Math.sqrt(3));
    }

    @Test
    void batchNormalizationGivesChannelsOfMeanZeroAndVarianceOne() {
        Parameter gain = new Parameter("gain", Parameter.Role.NORMALIZATION, engine.full(Shape.of(2), 1));
        Parameter shift = new Parameter("shift", Parameter.Role.NORMALIZATION, engine.full(Shape.of(2), 0));
        Var x = Var.constant(engine, engine.of(new float[] {1, 10, 3, 30, 5, 20, 7, 40}, Shape.of(4, 2)));

        Var y = new Layer.BatchNormalization(gain, shift)
                .apply(x, parameter -> Var.constant(engine, parameter.value()));
        float[] numbers = engine.read(y.value());

        double mean = 0;
        double square = 0;
        for (int row = 0; row < 4; row++) {
            mean += numbers[2 * row] / 4;
            square += numbers[2 * row] * numbers[2 * row] / 4;
        }
        assertThat(mean).isBetween(-1e-6, 1e-6);
        assertThat(square).isBetween(1 - 1e-4, 1 + 1e-4);
    }

    @Test
    void theStandardCnnRefusesOtherSizes() {
        assertThatThrownBy(() -> Networks.critic(engine, new StandardCnn(1), Shape.of(1, 40, 40), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[28, 32, 48, 64]")
                .hasMessageContaining("[1, 40, 40]");
    }
}
