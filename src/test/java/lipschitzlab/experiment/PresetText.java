package lipschitzlab.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A small preset as lines, to spoil one of them. */
public final class PresetText {
    private static final String[] LINES = {
        "title: A small one", // 1
        "lookFor: Nothing much", // 2
        "seed: 7", // 3
        "batch: 64", // 4
        "latent: 3", // 5
        "data:", // 6
        "  kind: disjoint", // 7
        "  distance: 2.5", // 8
        "generator:", // 9
        "  kind: mlp", // 10
        "  hidden: [16, 8]", // 11
        "critic:", // 12
        "  kind: mlp", // 13
        "  hidden: [32]", // 14
        "schedule:", // 15
        "  steps: 40", // 16
        "lanes:", // 17
        "  gradient-penalty:", // 18
        "    objective: wasserstein", // 19
        "    learningRate: 1e-4", // 20
        "    lambda: 0.1", // 21
        "  slow-clipping:", // 22
        "    constraint: weight-clipping", // 23
        "    optimizer: rmsprop", // 24
        "changes:", // 25
        "  - {step: 10, lane: gradient-penalty, key: lambda, value: 1e1}", // 26
    };

    private final List<String> lines;

    private PresetText(List<String> lines) {
        this.lines = lines;
    }

    public static PresetText small() {
        return new PresetText(new ArrayList<>(Arrays.asList(LINES)));
    }

    /** With another line in the place of this one, counted from 1. */
    public PresetText line(int number, String text) {
        lines.set(number - 1, text);
        return this;
    }

    /** Without these lines. */
    public PresetText without(int first, int last) {
        lines.subList(first - 1, last).clear();
        return this;
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
