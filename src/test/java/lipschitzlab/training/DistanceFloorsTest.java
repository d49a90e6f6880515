package lipschitzlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.dataset.DrawnShapes;
import lipschitzlab.dataset.GaussianMixture;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.Metric;
import org.junit.jupiter.api.Test;

class DistanceFloorsTest {
    private static final int SEEDS = 5;

    /**
     * Measured apart from this program on 8 Gaussians: .029 ± .011 for the sliced distance of 2,500 samples, .157 ± .05 for the
     * exact one of 256.
     */
    @Test
    void perfectSamplesDoNotMeasureZero() {
        double sliced = 0;
        double exact = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Map<Metric, Floor> floors = DistanceFloors.of(GaussianMixture.eightGaussians(), seed);
            sliced += floors.get(Metric.SLICED_WASSERSTEIN).median() / SEEDS;
            exact += floors.get(Metric.WASSERSTEIN).median() / SEEDS;
        }

        assertThat(sliced).isCloseTo(0.029, within(0.011));
        assertThat(exact).isCloseTo(0.157, within(0.05));
    }

    @Test
    void aFloorIsABandThatASeedRepeats() {
        Map<Metric, Floor> floors = DistanceFloors.of(GaussianMixture.eightGaussians(), 3);

        assertThat(floors).containsOnlyKeys(Metric.SLICED_WASSERSTEIN, Metric.WASSERSTEIN);
        assertThat(floors.values()).allSatisfy(floor -> {
            assertThat(floor.low()).isPositive().isLessThan(floor.median());
            assertThat(floor.high()).isGreaterThan(floor.median());
        });
        assertThat(floors.get(Metric.WASSERSTEIN).samples()).isEqualTo(256);
        assertThat(DistanceFloors.of(GaussianMixture.eightGaussians(), 3)).isEqualTo(floors);
        assertThat(DistanceFloors.of(GaussianMixture.eightGaussians(), 4)).isNotEqualTo(floors);
    }

    /** A sample of another distribution lies above: the floor tells the two apart. */
    @Test
    void samplesOfAnotherDistributionLieAboveTheFloor() {
        GaussianMixture data = GaussianMixture.eightGaussians();
        HeldOutDistances distances = new HeldOutDistances(data, 1);
        float[] shifted = data.batch(distances.slicedSamples(), TestStreams.of(1, "shifted"));
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] += 0.5f;
        }
        Map<Metric, Floor> floors = DistanceFloors.of(data, 1);

        assertThat(distances.sliced(shifted))
                .isGreaterThan(floors.get(Metric.SLICED_WASSERSTEIN).high());
        assertThat(distances.exact(shifted).orElseThrow())
                .isGreaterThan(floors.get(Metric.WASSERSTEIN).high());
    }

    @Test
    void ofPicturesThereIsNoExactDistance() {
        assertThat(DistanceFloors.of(new DrawnShapes(28, 1), 1)).containsOnlyKeys(Metric.SLICED_WASSERSTEIN);
    }
}
