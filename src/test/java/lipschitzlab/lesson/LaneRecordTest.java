package lipschitzlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lipschitzlab.experiment.LaneHistory;
import lipschitzlab.experiment.TinyPresets;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.Metric;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is known of a lane after its run. */
class LaneRecordTest {
    private static final Floor BAND = new Floor(0.6, 0.7, 0.8, 1000);

    private static double floor(Metric metric) {
        Map<Metric, Floor> floors = Arrays.stream(Metric.values())
                .filter(Metric::hasFloor)
                .collect(Collectors.toMap(Function.identity(), each -> BAND));
        return new LaneRecord(
                        TinyPresets.toy().lanes().get(0),
                        "a",
                        6,
                        6,
                        new LaneHistory(),
                        Optional.empty(),
                        Optional.empty(),
                        floors)
                .floor(metric);
    }

    @ParameterizedTest
    @EnumSource(names = {"PRECISION", "RECALL", "DENSITY", "COVERAGE"})
    void whatIsLargeForRealSamplesIsThereAtTheLowEndOfTheBand(Metric metric) {
        assertThat(floor(metric)).isEqualTo(BAND.low());
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "SLICED_WASSERSTEIN",
                "WASSERSTEIN",
                "KERNEL_DISTANCE",
                "FRECHET_DISTANCE",
                "SLICED_WASSERSTEIN_PYRAMID"
            })
    void aDistanceIsThereAtTheHighEndOfTheBand(Metric metric) {
        assertThat(floor(metric)).isEqualTo(BAND.high());
    }
}
