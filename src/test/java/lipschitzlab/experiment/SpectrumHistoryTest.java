package lipschitzlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpectrumHistoryTest {
    private final SpectrumHistory history = new SpectrumHistory();

    private void add(int count) {
        for (int step = 0; step < count; step++) {
            history.add(new SpectrumRecord(step, List.of()));
        }
    }

    private List<Integer> steps() {
        return history.records().stream().map(SpectrumRecord::step).toList();
    }

    @Test
    void aRunOfOrdinaryLengthKeepsAll() {
        add(SpectrumHistory.LIMIT);

        assertThat(history.records()).hasSize(SpectrumHistory.LIMIT);
    }

    @Test
    void aLongRunKeepsTheFirstTheNewestAndEvenlySpreadOnesWithinTheLimit() {
        for (int count : List.of(513, 514, 1025, 1026, 5000, 5001, 40_000)) {
            history.clear();
            add(count);
            List<Integer> steps = steps();

            assertThat(steps).as("of %d", count).hasSizeBetween(SpectrumHistory.LIMIT / 2, SpectrumHistory.LIMIT + 1);
            assertThat(steps.get(0)).isZero();
            assertThat(steps.get(steps.size() - 1)).isEqualTo(count - 1);
            int apart = steps.get(1);
            for (int i = 1; i < steps.size() - 1; i++) {
                assertThat(steps.get(i)).as("the %dth of %d", i, count).isEqualTo(i * apart);
            }
        }
    }
}
