package lipschitzlab.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuantilesTest {
    private static final double RARE = 0.005;

    /** 1 to n, the odd ones first, so that they are not in order. */
    private static double[] upTo(int n) {
        return IntStream.concat(
                        IntStream.rangeClosed(1, n).filter(i -> i % 2 == 1),
                        IntStream.rangeClosed(1, n).filter(i -> i % 2 == 0))
                .mapToDouble(i -> i)
                .toArray();
    }

    @Test
    void theMedianIsTheOneInTheMiddleAndOfAnEvenCountTheLowerOfTheTwo() {
        assertThat(Quantiles.median(new double[] {5, 1, 3})).isEqualTo(3);
        assertThat(Quantiles.median(new double[] {4, 1, 3, 2})).isEqualTo(2);
        assertThat(Quantiles.median(new double[] {1e6, 1})).isEqualTo(1);
        assertThat(Quantiles.fromAbove(0.5, new double[] {4, 1, 3, 2})).isEqualTo(3);
    }

    @Test
    void aQuantileIsTheSmallestNumberThatIsAtLeastAsLargeAsItsShareOfThem() {
        assertThat(Quantiles.of(0, upTo(10))).isEqualTo(1);
        assertThat(Quantiles.of(0.1, upTo(10))).isEqualTo(1);
        assertThat(Quantiles.of(0.11, upTo(10))).isEqualTo(2);
        assertThat(Quantiles.of(0.98, upTo(101))).isEqualTo(99);
        assertThat(Quantiles.of(1, upTo(10))).isEqualTo(10);
    }

    /** A table's units, and so every number of a run on it, hang on these two. */
    @Test
    void asManyLieBelowARareQuantileAsAboveTheOneFromAboveWhateverTheirCount() {
        for (int count = 1; count <= 3000; count++) {
            double[] numbers = upTo(count);
            int outside = (count - 1) / 200;

            assertThat(Quantiles.of(RARE, numbers)).as("below, of %d", count).isEqualTo(1 + outside);
            assertThat(Quantiles.fromAbove(RARE, numbers))
                    .as("above, of %d", count)
                    .isEqualTo(count - outside);
        }
    }

    @Test
    void theNumbersStayInTheirOrder() {
        double[] numbers = upTo(1000);

        Quantiles.median(numbers);
        Quantiles.fromAbove(RARE, numbers);

        assertThat(numbers).isEqualTo(upTo(1000));
    }

    @Test
    void ofNoNumbersThereIsNoneAndWhatIsNoNumberIsTheLargest() {
        assertThat(Quantiles.median(new double[0])).isNaN();
        assertThat(Quantiles.of(1, new double[] {Double.NaN, 1, 2})).isNaN();
        assertThat(Quantiles.median(new double[] {Double.NaN, 1, 2})).isEqualTo(2);
    }

    @Test
    void aShareOutsideOfZeroToOneIsRefused() {
        assertThatThrownBy(() -> Quantiles.of(1.5, new double[] {1, 2})).isInstanceOf(IllegalArgumentException.class);
    }
}
