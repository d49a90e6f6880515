package lipschitzlab.diagnostic.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.dataset.DrawnShapes;
import lipschitzlab.diagnostic.sample.FeatureRows;
import lipschitzlab.diagnostic.sample.FrechetDistance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomFeaturesTest {
    @ParameterizedTest
    @CsvSource({"28, 1", "32, 3", "48, 1", "64, 3"})
    void theyAreFiveHundredAndTwelveAtEverySizeAndTheSameEachTime(int side, int channels) {
        DrawnShapes data = new DrawnShapes(side, channels);
        float[] pictures = data.batch(5, TestStreams.of(1, "pictures"));
        try (Engine engine = EngineUnderTest.chosen().create(1)) {
            FeatureRows rows = RandomFeatures.of(data.sampleShape(), engine).of(pictures, engine);
            assertThat(rows.count()).isEqualTo(5);
            assertThat(rows.dimension()).isEqualTo(512);
            assertThat(RandomFeatures.of(data.sampleShape(), engine)
                            .of(pictures, engine)
                            .values())
                    .isEqualTo(rows.values());
            assertThat(engine.liveArrays()).isZero();
        }
    }

    @Test
    void theyTellNoisyPicturesFromCleanOnes() {
        DrawnShapes data = new DrawnShapes(16, 1);
        float[] some = data.batch(600, TestStreams.of(1, "pictures"));
        float[] others = data.batch(600, TestStreams.of(2, "pictures"));
        float[] noisy = others.clone();
        float[] noise = TestStreams.of(3, "noise").gaussians(noisy.length);
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += 0.3f * noise[i];
        }
        try (Engine engine = EngineUnderTest.chosen().create(1)) {
            RandomFeatures features = RandomFeatures.of(data.sampleShape(), engine);
            FrechetDistance real = FrechetDistance.from(features.of(some, engine));
            assertThat(real.to(features.of(noisy, engine))).isGreaterThan(2 * real.to(features.of(others, engine)));
        }
    }

    @Test
    void pointsAreRefused() {
        try (Engine engine = EngineUnderTest.chosen().create(1)) {
            assertThatThrownBy(() -> RandomFeatures.of(Shape.of(2), engine)).hasMessageContaining("square pictures");
        }
    }
}
