package lipschitzlab.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import lipschitzlab.export.checkpoint.StoredRun;
import lipschitzlab.setting.InputException;
import picocli.CommandLine.Option;

/** How a run's checkpoints are kept, as options say it. */
final class Keeping {
    @Option(
            names = "--checkpoint-every",
            paramLabel = "N",
            description =
                    "Keep a checkpoint of each lane every N steps, from which --resume goes on; otherwise every minute. The last two"
                            + " stay.")
    private Integer every;

    @Option(
            names = "--checkpoint-at",
            paramLabel = "a,b",
            split = ",",
            description = "Keep checkpoints of these steps for good.")
    private List<Integer> steps = List.of();

    @Option(names = "--no-checkpoints", description = "Keep none: the run cannot be resumed.")
    private boolean none;

    private Optional<StoredRun> earlier = Optional.empty();

    Keeping() {}

    /** None are kept. */
    static Optional<Keeping> nothing() {
        return Optional.empty();
    }

    /** Of a run that goes on where it was. */
    Keeping goingOnFrom(StoredRun run) {
        earlier = Optional.of(run);
        return this;
    }

    /**
     * What the options say.
     *
     * @throws InputException if they say what cannot be
     */
    Optional<Keeping> checked() {
        if (every != null && every < 1) {
            throw wrong("--checkpoint-every", every);
        }
        steps.stream().filter(step -> step < 1).findFirst().ifPresent(step -> {
            throw wrong("--checkpoint-at", step);
        });
        if (none && (every != null || !steps.isEmpty())) {
            throw new InputException(
                    "--no-checkpoints",
                    "it alone, or when to keep checkpoints",
                    every != null ? "--checkpoint-every too" : "--checkpoint-at too",
                    "Leave one of them out.");
        }
        return none ? nothing() : Optional.of(this);
    }

    private static InputException wrong(String option, int found) {
        return new InputException(
                option, "a whole number of steps from 1 on", String.valueOf(found), "Correct it or leave it out.");
    }

    /** Steps from one to the next, if that is what was asked for. */
    OptionalInt every() {
        return every == null ? OptionalInt.empty() : OptionalInt.of(every);
    }

    /** Steps whose checkpoints stay. */
    Set<Integer> steps() {
        return Set.copyOf(steps);
    }

    /** The run that goes on, if one does. */
    Optional<StoredRun> earlier() {
        return earlier;
    }
}
