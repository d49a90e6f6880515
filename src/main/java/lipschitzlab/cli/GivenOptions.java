package lipschitzlab.cli;

import java.util.Set;
import lipschitzlab.setting.InputException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What a person typed behind a command's name. */
record GivenOptions(CommandSpec spec) {
    /** Has no meaning with a figure. */
    static final Set<String> NOT_WITH_FIGURE = Set.of("--checkpoint-every", "--checkpoint-at", "--no-figures");
    /** What may stand beside run --resume. */
    static final Set<String> WITH_RESUME = Set.of(
            "--resume",
            "--steps",
            "--data",
            "--engine",
            "--checkpoint-every",
            "--checkpoint-at",
            "--no-checkpoints",
            "--no-figures");

    /**
     * Refuses options that have no meaning here.
     *
     * @param names of options
     * @param here what is asked for, in words
     * @throws InputException if one of them was given
     */
    void refuseAny(Set<String> names, String here) {
        spec.commandLine().getParseResult().matchedOptions().stream()
                .filter(given -> names.contains(given.longestName()))
                .findFirst()
                .ifPresent(given -> {
                    throw new InputException(given.longestName(), "none with " + here, "it", "Leave it out.");
                });
    }

    /**
     * Refuses what does not go with an option.
     *
     * @param allowed names of options
     * @param option whose company is checked
     * @param why in words, behind a comma
     * @throws InputException if anything else was given
     */
    void refuseAllBut(Set<String> allowed, String option, String why) {
        ParseResult parsed = spec.commandLine().getParseResult();
        parsed.matchedPositionals().stream().findFirst().ifPresent(given -> {
            throw new InputException(
                    given.paramLabel(),
                    "none beside " + option + ", " + why,
                    String.valueOf(given.stringValues().get(0)),
                    "Leave it out.");
        });
        parsed.matchedOptions().stream()
                .filter(given -> !allowed.contains(given.longestName()))
                .findFirst()
                .ifPresent(given -> {
                    throw new InputException(
                            given.longestName(), "none beside " + option + ", " + why, "it", "Leave it out.");
                });
    }
}
