package lipschitzlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.dataset.DrawnShapes;
import lipschitzlab.dataset.GaussianMixture;
import lipschitzlab.dataset.LabelledSamples;
import lipschitzlab.diagnostic.feature.Classifier;
import lipschitzlab.diagnostic.feature.ClassifierTraining;
import lipschitzlab.diagnostic.feature.FeatureNetwork;
import lipschitzlab.diagnostic.sample.DensityCoverage;
import lipschitzlab.diagnostic.sample.FeatureRows;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.Metric;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each measure on real pictures and on damaged ones: it must move the way that its paper says. */
class PictureMeasuresTest {
    private static final DrawnShapes DATA = new DrawnShapes(16, 1);
    private static final int SIDE = 16;
    private static final int SAMPLES = 300;

    private static Engine engine;
    private static PictureMeasures measures;
    private static Map<Metric, Double> real;

    @BeforeAll
    static void open() {
        engine = EngineUnderTest.chosen().create(1);
        Classifier classifier = new ClassifierTraining(DATA, 150).train(engine, () -> false);
        measures = new PictureMeasures(DATA, 1, classifier, engine, SAMPLES);
        real = measures.of(fresh().values(), engine);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static LabelledSamples fresh() {
        return DATA.labelledBatch(measures.samples(), TestStreams.of(2, "fresh"));
    }

    private static void assertFarther(Map<Metric, Double> damaged, double factor) {
        assertThat(damaged.get(Metric.FRECHET_DISTANCE)).isGreaterThan(factor * real.get(Metric.FRECHET_DISTANCE));
        assertThat(damaged.get(Metric.KERNEL_DISTANCE))
                .isGreaterThan(factor * Math.abs(real.get(Metric.KERNEL_DISTANCE)));
    }

    @Test
    void realPicturesAreWhereTheyAreExpected() {
        assertThat(measures.samples()).isEqualTo(SAMPLES);
        assertThat(real.get(Metric.DENSITY)).isCloseTo(1, within(0.15));
        assertThat(real.get(Metric.COVERAGE))
                .isCloseTo(DensityCoverage.expectedCoverage(SAMPLES, SAMPLES, 5), within(0.04));
        assertThat(real.get(Metric.PRECISION)).isCloseTo(real.get(Metric.RECALL), within(0.1));
        assertThat(real.keySet()).allMatch(Metric::comparesPictures).hasSize(7);
    }

    @Test
    void noiseIsFartherAndLessPrecise() {
        float[] noisy = fresh().values();
        float[] noise = TestStreams.of(3, "noise").gaussians(noisy.length);
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += 0.5f * noise[i];
        }
        Map<Metric, Double> damaged = measures.of(noisy, engine);
        assertFarther(damaged, 2);
        assertThat(damaged.get(Metric.PRECISION)).isLessThan(real.get(Metric.PRECISION) - 0.1);
        assertThat(damaged.get(Metric.DENSITY)).isLessThan(0.8 * real.get(Metric.DENSITY));
        assertThat(damaged.get(Metric.SLICED_WASSERSTEIN_PYRAMID))
                .isGreaterThan(1.5 * real.get(Metric.SLICED_WASSERSTEIN_PYRAMID));
    }

    @Test
    void blurIsFarther() {
        Map<Metric, Double> damaged = measures.of(blurred(blurred(fresh().values())), engine);
        assertFarther(damaged, 2);
        assertThat(damaged.get(Metric.SLICED_WASSERSTEIN_PYRAMID))
                .isGreaterThan(1.5 * real.get(Metric.SLICED_WASSERSTEIN_PYRAMID));
    }

    /** Each pixel the mean of its 3×3 neighbours, the rim left as it is. */
    private static float[] blurred(float[] pictures) {
        float[] blurred = pictures.clone();
        for (int start = 0; start < pictures.length; start += SIDE * SIDE) {
            for (int row = 1; row < SIDE - 1; row++) {
                for (int column = 1; column < SIDE - 1; column++) {
                    float sum = 0;
                    for (int i = -1; i <= 1; i++) {
                        for (int j = -1; j <= 1; j++) {
                            sum += pictures[start + (row + i) * SIDE + column + j];
                        }
                    }
                    blurred[start + row * SIDE + column] = sum / 9;
                }
            }
        }
        return blurred;
    }

    /** One of four is left. */
    @Test
    void droppedClassesAreFartherAndLessOfTheDataIsCovered() {
        LabelledSamples many = DATA.labelledBatch(6 * measures.samples(), TestStreams.of(4, "many"));
        float[] left = new float[measures.samples() * SIDE * SIDE];
        int taken = 0;
        for (int i = 0; taken < measures.samples(); i++) {
            if (many.labels()[i] == 0) {
                System.arraycopy(many.values(), i * SIDE * SIDE, left, taken * SIDE * SIDE, SIDE * SIDE);
                taken++;
            }
        }
        Map<Metric, Double> damaged = measures.of(left, engine);
        assertFarther(damaged, 1.5);
        assertThat(damaged.get(Metric.RECALL)).isLessThan(real.get(Metric.RECALL));
        assertThat(damaged.get(Metric.COVERAGE)).isLessThan(real.get(Metric.COVERAGE) - 0.05);
        assertThat(damaged.get(Metric.PRECISION)).isCloseTo(real.get(Metric.PRECISION), within(0.08));
    }

    /** Ten pictures again and again look real one by one. */
    @Test
    void aGeneratorThatKnowsAFewPicturesByHeartHasPrecisionAndNoCoverage() {
        float[] fresh = fresh().values();
        float[] ten = new float[fresh.length];
        int length = 10 * SIDE * SIDE;
        for (int start = 0; start < ten.length; start += length) {
            System.arraycopy(fresh, 0, ten, start, length);
        }
        Map<Metric, Double> damaged = measures.of(ten, engine);
        assertFarther(damaged, 2);
        assertThat(damaged.get(Metric.RECALL)).isLessThan(0.1);
        assertThat(damaged.get(Metric.COVERAGE)).isLessThan(0.4);
        assertThat(damaged.get(Metric.PRECISION)).isGreaterThan(0.5 * real.get(Metric.PRECISION));
    }

    /** It is compared with pictures that were held out, so that it measures what real pictures do, and none of it better. */
    @Test
    void aGeneratorThatKnowsTheWholeTrainingSetByHeartIsNoNearerThanRealPicturesAre() {
        float[] memorised = DATA.batch(measures.samples(), TestStreams.of(5, "training"));
        Map<Metric, Double> found = measures.of(memorised, engine);
        assertThat(found.get(Metric.FRECHET_DISTANCE))
                .isCloseTo(real.get(Metric.FRECHET_DISTANCE), within(0.3 * real.get(Metric.FRECHET_DISTANCE)));
        assertThat(found.get(Metric.COVERAGE)).isCloseTo(real.get(Metric.COVERAGE), within(0.04));
    }

    @Test
    void picturesThatAreNoNumbersHaveNoMeasures() {
        float[] pictures = fresh().values();
        Arrays.fill(pictures, 0, 20, Float.NaN);
        assertThat(measures.of(pictures, engine).values()).allMatch(value -> Double.isNaN(value));
    }

    @Test
    void otherNumbersOfPicturesAreRefused() {
        assertThatThrownBy(() -> measures.of(new float[SIDE * SIDE], engine))
                .hasMessageContaining("expected 300 pictures");
    }

    @Test
    void pointsAreNotCompared() {
        assertThat(PictureMeasures.obstacle(GaussianMixture.eightGaussians())).isPresent();
        assertThat(PictureMeasures.obstacle(DATA)).isEmpty();
    }

    @Test
    void theFloorIsWhereRealPicturesMeasure() {
        PictureMeasures quick = new PictureMeasures(DATA, 1, new BlockMeans(), engine, 200);
        Map<Metric, Double> fresh = quick.of(DATA.batch(200, TestStreams.of(6, "fresh")), engine);
        Map<Metric, Floor> floors = quick.floors(engine);
        assertThat(floors.keySet()).isEqualTo(fresh.keySet());
        floors.forEach((metric, floor) -> {
            double spread = floor.high() - floor.low();
            assertThat(fresh.get(metric)).as("%s", metric).isBetween(floor.low() - spread, floor.high() + spread);
            assertThat(floor.samples()).isEqualTo(200);
        });
        assertThat(floors.get(Metric.KERNEL_DISTANCE).low()).isNegative();
        assertThat(floors.get(Metric.KERNEL_DISTANCE).high()).isPositive();
    }

    /** The means of 4×4 pixels: features that cost nothing. */
    private static final class BlockMeans implements FeatureNetwork {
        @Override
        public int dimension() {
            return SIDE;
        }

        @Override
        public String words() {
            return "the means of 4×4 pixels";
        }

        @Override
        public String brief() {
            return words();
        }

        @Override
        public FeatureRows of(float[] pictures, Engine unused) {
            float[] means = new float[pictures.length / SIDE];
            for (int i = 0; i < pictures.length; i++) {
                int picture = i / (SIDE * SIDE);
                int row = i / SIDE % SIDE;
                int column = i % SIDE;
                means[picture * SIDE + row / 4 * 4 + column / 4] += pictures[i] / 16;
            }
            return new FeatureRows(means, SIDE);
        }
    }
}
