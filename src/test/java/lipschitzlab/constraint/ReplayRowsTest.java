package lipschitzlab.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lipschitzlab.objective.Objective;
import lipschitzlab.optimizer.OptimizerKind;
import org.junit.jupiter.api.Test;

/** What {@code src/verify/replay.py} repeats in PyTorch is everything that a lane can be. */
class ReplayRowsTest {
    private static final int PAIRS = 37;

    private static String text(String file) {
        try {
            return Files.readString(Path.of("src", "verify", file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void everyConstraintObjectiveAndOptimizerHasItsFormulaAndItsRow() {
        List<String> ids = Stream.of(ConstraintKind.ids(), Objective.ids(), OptimizerKind.ids())
                .flatMap(List::stream)
                .toList();

        assertThat(ids).filteredOn(lacking(text("papers.py"))).isEmpty();
        assertThat(ids).filteredOn(lacking(text("rows.py"))).isEmpty();
    }

    private static Predicate<String> lacking(String text) {
        return id -> !text.contains('"' + id + '"');
    }

    /** rows.py makes its pairs by the same rule: where the program's changes, that rule is to be changed too. */
    @Test
    void thePairsThatMakeSenseAreAsManyAsRowsHas() {
        List<String> ids = ConstraintKind.ids();
        long pairs = ids.stream()
                .flatMap(one ->
                        ids.stream().filter(other -> one.compareTo(other) < 0).map(other -> List.of(one, other)))
                .filter(pair -> ConstraintSet.objection(pair).isEmpty())
                .count();

        assertThat(pairs).isEqualTo(PAIRS);
        assertThat(text("rows.py")).contains("assert len(PAIRS) == " + PAIRS);
    }
}
