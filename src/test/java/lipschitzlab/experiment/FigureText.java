package lipschitzlab.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A small figure as lines, to spoil one of them. */
public final class FigureText {
    private static final String[] LINES = {
        "title: A small one", // 1
        "source: ours", // 2
        "lookFor: Nothing much", // 3
        "experiment:", // 4
        "  alone: true", // 5
        "  preset: eight-gaussians", // 6
        "  lanes: [weight-clipping, spectral-norm]", // 7
        "  set:", // 8
        "    batch: 16", // 9
        "figure:", // 10
        "  kind: times", // 11
        "  updates: 50", // 12
        "  baseline: spectral-norm", // 13
        "  published:", // 14
        "    weight-clipping: [1, 2]", // 15
        "    spectral-norm: 3", // 16
    };

    private final List<String> lines;

    private FigureText(List<String> lines) {
        this.lines = lines;
    }

    public static FigureText small() {
        return new FigureText(new ArrayList<>(Arrays.asList(LINES)));
    }

    /** With another line in the place of this one, counted from 1. */
    public FigureText line(int number, String text) {
        lines.set(number - 1, text);
        return this;
    }

    /** With these lines in the place of all from {@code figure:} on. */
    public FigureText form(String... form) {
        lines.subList(10, lines.size()).clear();
        lines.addAll(List.of(form));
        return this;
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
