package lipschitzlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.TestStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoldOutTest {
    private static final int DRAWS = 20_000;

    private static Set<Integer> heldOut(HoldOut parts) {
        RandomStream random = TestStreams.of(1, "test");
        return IntStream.range(0, DRAWS)
                .mapToObj(draw -> parts.heldOut(random))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> training(HoldOut parts) {
        RandomStream random = TestStreams.of(2, "test");
        return IntStream.range(0, DRAWS)
                .mapToObj(draw -> parts.training(random))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Integer> once(HoldOut parts, int most) {
        return Arrays.stream(parts.heldOutOnce(most, TestStreams.of(3, "test")))
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 11, 1000})
    void heldOutSamplesThatAreDrawnOnceAreAllThereAndDifferFromEachOther(int samples) {
        HoldOut parts = new HoldOut(samples);
        Set<Integer> all = heldOut(parts);
        int fewer = (all.size() + 1) / 2;

        assertThat(once(parts, samples)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(once(parts, fewer)).hasSize(fewer).doesNotHaveDuplicates().isSubsetOf(all);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 9, 10, 11, 19, 20, 21, 101, 1000})
    void everySampleIsOfOnePartAndOneInTenIsHeldOut(int samples) {
        HoldOut parts = new HoldOut(samples);
        Set<Integer> heldOut = heldOut(parts);
        Set<Integer> training = training(parts);

        assertThat(heldOut).hasSize((samples + 9) / 10).doesNotContainAnyElementsOf(training);
        Set<Integer> both = new TreeSet<>(heldOut);
        both.addAll(training);
        assertThat(both)
                .containsExactlyElementsOf(IntStream.range(0, samples).boxed().toList());
    }

    /** Five clusters in turn, two classes in turn, ten digits in turn: each must be among the held-out samples. */
    @ParameterizedTest
    @ValueSource(ints = {2, 5, 10, 20})
    void aFileInWhichClassesTakeTurnsHasEachOfThemHeldOut(int classes) {
        Set<Integer> seen = heldOut(new HoldOut(1000)).stream()
                .map(index -> index % classes)
                .collect(Collectors.toSet());

        assertThat(seen).hasSize(classes);
    }

    @Test
    void theLotsAreTheSameForEveryFileOfThatSize() {
        assertThat(heldOut(new HoldOut(500))).isEqualTo(heldOut(new HoldOut(500)));
    }
}
