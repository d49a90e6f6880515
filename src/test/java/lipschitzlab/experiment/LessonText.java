package lipschitzlab.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A small lesson as lines, to spoil one of them. */
public final class LessonText {
    private static final String[] LINES = {
        "title: A small one", // 1
        "claim: Clipped weights stay within c.", // 2
        "source: ours", // 3
        "do:", // 4
        "  - Press Play.", // 5
        "lookFor: Nothing much", // 6
        "where: On the cards", // 7
        "answer: They are clipped.", // 8
        "experiment:", // 9
        "  preset: eight-gaussians", // 10
        "  lanes: [weight-clipping, spectral-norm]", // 11
        "  set:", // 12
        "    batch: 16", // 13
        "    generator.hidden: [8, 8]", // 14
        "    critic.hidden: [8, 8]", // 15
        "    schedule.steps: 6", // 16
        "    schedule.diagnosticsEvery: 3", // 17
        "measures:", // 18
        "  gap:", // 19
        "    what: the gap at the end", // 20
        "    is: at(\"weight-clipping\", \"gap\", \"end\")", // 21
        "  share:", // 22
        "    what: the share at the edge", // 23
        "    is: shareAtEdge(\"weight-clipping\", 2) + 0 * gap", // 24
        "verdict:", // 25
        "  what: the share at the edge", // 26
        "  effect: share", // 27
        "  threshold: 0.01", // 28
        "  direction: above", // 29
        "  because: One weight of 64 is at the edge at least.", // 30
        "figure:", // 31
        "  layers: shareAtEdge", // 32
        "seeds:", // 33
        "  tuning: [101, 102]", // 34
        "  final: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]", // 35
        "controls: [c, batch]", // 36
        "view:", // 37
        "  card: weights", // 38
        "  ground: slope", // 39
        "  curve: near_mode", // 40
        "  layer: 2", // 41
    };

    private final List<String> lines;

    private LessonText(List<String> lines) {
        this.lines = lines;
    }

    public static LessonText small() {
        return new LessonText(new ArrayList<>(Arrays.asList(LINES)));
    }

    /** With two experiments, narrow and wide, and two steps. */
    public static LessonText twofold() {
        return small().line(5, "  - Press Play.\n  - Look again.")
                .line(16, "    schedule.steps: 6\n  variants: {narrow: {}, wide: {set: {batch: 32}}}")
                .line(21, "    is: at(\"narrow/weight-clipping\", \"gap\", \"end\")")
                .line(24, "    is: shareAtEdge(\"wide/weight-clipping\", 2) + 0 * gap")
                .line(17, "");
    }

    /** As a former version wrote it: a rule that is true or false, and a few seeds. Lines are those of {@link #small}. */
    public static LessonText former() {
        return small().line(26, "")
                .line(27, "  rule: share > least")
                .line(28, "  thresholds:")
                .line(29, "    least: 0.01")
                .line(35, "  final: [1, 2]");
    }

    /** With another line in the place of this one, counted from 1. */
    public LessonText line(int number, String text) {
        lines.set(number - 1, text);
        return this;
    }

    /** Without these lines. */
    public LessonText without(int first, int last) {
        lines.subList(first - 1, last).clear();
        return this;
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
