package lipschitzlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ThinnedHistoryTest {
    private static final int MAX_RECORDS = 128;

    private static ThinnedHistory<Integer> of(int count) {
        ThinnedHistory<Integer> history = new ThinnedHistory<>(MAX_RECORDS);
        for (int step = 0; step < count; step++) {
            history.add(step);
        }
        return history;
    }

    private static void assertEvenlySpreadToTheNewest(List<Integer> steps, int newest) {
        assertThat(steps.get(0)).isZero();
        assertThat(steps.get(steps.size() - 1)).isEqualTo(newest);
        int apart = steps.get(1);
        for (int i = 1; i < steps.size() - 1; i++) {
            assertThat(steps.get(i)).as("the %dth up to %d", i, newest).isEqualTo(i * apart);
        }
    }

    @Test
    void aRunOfOrdinaryLengthKeepsAll() {
        assertThat(of(MAX_RECORDS).records()).hasSize(MAX_RECORDS);
    }

    @Test
    void aLongRunKeepsTheFirstTheNewestAndEvenlySpreadOnesWithinTheBound() {
        for (int count : List.of(129, 130, 131, 257, 258, 1000, 5001, 40_000)) {
            List<Integer> steps = of(count).records();

            assertThat(steps).as("of %d", count).hasSizeBetween(MAX_RECORDS / 2, MAX_RECORDS);
            assertEvenlySpreadToTheNewest(steps, count - 1);
        }
    }

    @Test
    void whatIsNotDueNeedNotBeMadeAndWhatWasMadeAnywayIsKeptWhileItIsTheNewest() {
        ThinnedHistory<Integer> history = of(MAX_RECORDS + 1);

        assertThat(history.records()).hasSize(MAX_RECORDS / 2 + 1);
        assertThat(history.due()).isFalse();
        history.skip();
        history.addBetween(MAX_RECORDS + 1);
        assertThat(history.last()).contains(MAX_RECORDS + 1);
        assertEvenlySpreadToTheNewest(history.records(), MAX_RECORDS + 1);
        assertThat(history.due()).isTrue();
        history.add(MAX_RECORDS + 2);
        assertThat(history.records()).doesNotContain(MAX_RECORDS + 1).endsWith(MAX_RECORDS, MAX_RECORDS + 2);
    }

    @Test
    void theFirstIsKeptEvenIfItWasMadeAnyway() {
        ThinnedHistory<Integer> history = new ThinnedHistory<>(MAX_RECORDS);
        history.addBetween(0);
        history.add(1);

        assertThat(history.records()).containsExactly(0, 1);
    }

    @Test
    void largeRecordsAreBoundedByTheirBytesAndTheFirstAndTheNewestStayInAnyCase() {
        ThinnedHistory<Integer> history = new ThinnedHistory<>(MAX_RECORDS, 100, step -> 30);
        ThinnedHistory<Integer> larger = new ThinnedHistory<>(MAX_RECORDS, 100, step -> 1000);
        for (int step = 0; step < 1000; step++) {
            history.add(step);
            larger.add(step);

            assertThat(history.records()).hasSizeLessThanOrEqualTo(3).endsWith(step);
            assertThat(larger.records())
                    .hasSizeLessThanOrEqualTo(2)
                    .startsWith(0)
                    .endsWith(step);
        }
        assertEvenlySpreadToTheNewest(history.records(), 999);
    }

    @Test
    void afterItWasClearedItKeepsEverythingAgain() {
        ThinnedHistory<Integer> history = of(1000);
        history.clear();
        history.add(7);
        history.add(8);

        assertThat(history.records()).containsExactly(7, 8);
        assertThat(history.last()).contains(8);
    }

    @Test
    void roomForOneIsRefused() {
        assertThatThrownBy(() -> new ThinnedHistory<>(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 1");
    }
}
