package lipschitzlab.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedianIntervalTest {
    /** Days that mice lived after surgery, with treatment and without: Efron and Tibshirani 1993, table 2.1. */
    private static final double[] TREATED = {94, 197, 16, 38, 99, 141, 23};

    private static final double[] CONTROL = {52, 104, 146, 10, 51, 30, 40, 27, 46};

    private static double[] upTo(int n) {
        return IntStream.rangeClosed(1, n).mapToDouble(i -> i).toArray();
    }

    private static double deviation(double[] numbers) {
        Map<Double, Double> distribution = MedianInterval.distribution(numbers);
        double mean = distribution.entrySet().stream()
                .mapToDouble(value -> value.getKey() * value.getValue())
                .sum();
        return Math.sqrt(distribution.entrySet().stream()
                .mapToDouble(value -> Math.pow(value.getKey() - mean, 2) * value.getValue())
                .sum());
    }

    /** Efron and Tibshirani 1993, table 2.2, the column of infinitely many resamples. */
    @Test
    void theStandardErrorOfTheMiceMedianIsThePublishedOne() {
        assertThat(MedianInterval.of(TREATED).median()).isEqualTo(94);
        assertThat(MedianInterval.of(CONTROL).median()).isEqualTo(46);
        assertThat(deviation(TREATED)).isCloseTo(37.83, within(0.005));
    }

    /** Efron 1979, section 3, which prints four digits. */
    @Test
    void theMedianOfAResampleOfThirteenIsDistributedAsPublished() {
        NavigableMap<Double, Double> distribution = MedianInterval.distribution(upTo(13));
        double[] published = {0, .0015, .0142, .0550, .1242, .1936, .2230, .1936, .1242, .0550, .0142, .0015, 0};
        for (int i = 0; i < published.length; i++) {
            assertThat(distribution.get(i + 1.0)).isCloseTo(published[i], within(1.5e-4));
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "5", "10", "11", "24"})
    void probabilitiesAddUpToOneAndNoneIsNegative(int count) {
        Map<Double, Double> distribution = MedianInterval.distribution(upTo(count));

        assertThat(distribution.values().stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-12));
        assertThat(distribution.values()).allMatch(p -> p > -1e-15);
    }

    /** Drawn 200,000 times; four standard errors of a share are at most 0.0045. */
    @Test
    void resamplesThatAreDrawnHaveTheSameMedians() {
        double[] numbers = {0.3, -1.2, 5.5, 0.9, 2.4, -0.1, 8.8, 1.1, 0.7, 3.6};
        SplittableRandom random = new SplittableRandom(7);
        int draws = 200_000;
        NavigableMap<Double, Double> distribution = MedianInterval.distribution(numbers);
        double[] medians = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            double[] resample = random.ints(numbers.length, 0, numbers.length)
                    .mapToDouble(i -> numbers[i])
                    .sorted()
                    .toArray();
            medians[draw] = (resample[4] + resample[5]) / 2;
        }
        for (double at : new double[] {-0.1, 0.3, 0.8, 1.0, 1.75, 3.0, 5.5}) {
            double share =
                    Arrays.stream(medians).filter(median -> median <= at + 1e-9).count() / (double) draws;
            double computed = distribution.headMap(at + 1e-9).values().stream()
                    .mapToDouble(p -> p)
                    .sum();
            assertThat(share).isCloseTo(computed, within(0.0045));
        }
    }

    /**
     * Of an odd count the ends are numbers of the sample, the k-th from below and from above: a true median lies outside if fewer
     * than k of the sample lie on one side of it, which a binomial distribution says.
     */
    @ParameterizedTest
    @CsvSource({"9, 2, 0.9609", "11, 3, 0.9346", "15, 4, 0.9648"})
    void theIntervalOfAnOddCountCoversAsTheSignTestSays(int count, int k, double coverage) {
        MedianInterval interval = MedianInterval.of(upTo(count));

        assertThat(interval.low()).isEqualTo(k);
        assertThat(interval.high()).isEqualTo(count + 1 - k);
        double below = 0;
        double choices = 1;
        for (int i = 0; i < k; i++) {
            below += choices;
            choices = choices * (count - i) / (i + 1);
        }
        assertThat(1 - 2 * below / Math.pow(2, count)).isCloseTo(coverage, within(5e-5));
    }

    /** 4,000 draws of ten: 0.0035 is one standard error. */
    @Test
    void theIntervalOfTenNumbersCoversTheirMedianInAboutNinetyFiveOfAHundred() {
        SplittableRandom random = new SplittableRandom(3);
        int covered = 0;
        for (int draw = 0; draw < 4000; draw++) {
            MedianInterval interval = MedianInterval.of(
                    random.doubles(10).map(MedianIntervalTest::logistic).toArray());
            covered += interval.low() < 0 && interval.high() > 0 ? 1 : 0;
        }
        assertThat(covered / 4000.0).isBetween(0.933, 0.957);
    }

    /** From the logistic distribution, which has tails like the normal one and a quantile in closed form. */
    private static double logistic(double u) {
        return Math.log(u / (1 - u));
    }

    @Test
    void turnedSignsTurnTheInterval() {
        double[] numbers = {3, -1, 4, 1, -5, 9, 2, 6, -5, 3};
        MedianInterval interval = MedianInterval.of(numbers);
        MedianInterval turned =
                MedianInterval.of(Arrays.stream(numbers).map(x -> -x).toArray());

        assertThat(turned).isEqualTo(new MedianInterval(-interval.median(), -interval.high(), -interval.low()));
    }

    @Test
    void oneWildNumberOfTenMovesNeitherEndBeyondTheOthers() {
        MedianInterval interval = MedianInterval.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 1e9});

        assertThat(interval.median()).isEqualTo(5.5);
        assertThat(interval.low()).isEqualTo(3);
        assertThat(interval.high()).isEqualTo(8);
    }

    @Test
    void equalNumbersHaveAnIntervalOfOnePoint() {
        assertThat(MedianInterval.of(new double[] {7, 7, 7, 7, 7, 7, 7, 7, 7, 7}))
                .isEqualTo(new MedianInterval(7, 7, 7));
        assertThat(MedianInterval.of(new double[] {-2})).isEqualTo(new MedianInterval(-2, -2, -2));
    }

    @Test
    void nothingAndWhatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> MedianInterval.of(new double[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MedianInterval.of(new double[] {1, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }
}
