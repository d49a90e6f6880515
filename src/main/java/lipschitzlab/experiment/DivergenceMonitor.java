package lipschitzlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Scope;
import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;
import lipschitzlab.training.LaneTraining;

/**
 * Tells when a lane no longer trains. Any of these is the end:
 *
 * <ul>
 *   <li>a loss that is no finite number;
 *   <li>a loss of {@link #LARGEST_LOSS} or more, by absolute value;
 *   <li>a weight that is no finite number;
 *   <li>samples beyond {@value #DIVERGENCE_FACTOR} times the data's range for {@value #DIVERGENCE_STEPS} steps, one after
 *       another.
 * </ul>
 *
 * Losses and samples are looked at after every step, since they were read back anyway. Weights would have to be reduced one by
 * one: they are looked at before a diagnosis, which costs far more, and as soon as a loss gives reason to. Nothing escapes for
 * long, since a weight that is no number makes the next loss none.
 */
final class DivergenceMonitor {
    /**
     * 2⁴⁸, about 2.8·10¹⁴. Every penalty and objective measures by how much a slope or a score s misses a number of the size of
     * 1, and some square that. Float32 has 24 bits: from s = 2²⁴ on, s − 1 is s, and the square of either is 2⁴⁸. Such a loss
     * is the same whether the critic meets its target or not, its neighbours among float32 numbers are 3·10⁷ apart, and no step
     * leads back. A loss that falls without bound, as that of an unconstrained critic, is left alone up to there.
     */
    static final double LARGEST_LOSS = 0x1p48;

    private static final double DIVERGENCE_FACTOR = 100;
    private static final int DIVERGENCE_STEPS = 20;
    private static final int MAX_NAMES = 3;

    private final LaneTraining training;
    private int divergedSteps;

    /** Of a lane that has not begun. */
    DivergenceMonitor(LaneTraining training) {
        this.training = training;
    }

    /** For how many steps, up to now, samples have been too far from the data. */
    int divergedSteps() {
        return divergedSteps;
    }

    /** Goes on from there. */
    void continueFrom(int steps) {
        divergedSteps = steps;
    }

    /**
     * Looks at what a step reported.
     *
     * @return what happened, as a sentence, if the lane is to stop
     */
    Optional<String> checkStep(LaneTraining.StepReport report) {
        return lossOf("critic", report.critic().loss())
                .or(() -> lossOf("generator", report.generatorLoss()))
                .or(() -> lossOf("critic", report.critic().gap()))
                .or(() -> samples(report.critic().largestSample()));
    }

    private Optional<String> lossOf(String network, double loss) {
        if (!Double.isFinite(loss)) {
            return Optional.of("The " + network + "'s loss is no longer a finite number at step " + training.step()
                    + "." + weightsToo());
        }
        if (Math.abs(loss) >= LARGEST_LOSS) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "The %s's loss is %.1e at step %d, where 32-bit numbers can no longer tell a slope or a score from one"
                            + " that is 1 less.%s",
                    network,
                    loss,
                    training.step(),
                    weightsToo()));
        }
        return Optional.empty();
    }

    private String weightsToo() {
        return checkWeights().map(found -> " " + found).orElse("");
    }

    private Optional<String> samples(double largest) {
        divergedSteps = largest > DIVERGENCE_FACTOR * training.data().range() ? divergedSteps + 1 : 0;
        if (divergedSteps < DIVERGENCE_STEPS) {
            return Optional.empty();
        }
        return Optional.of("The generator's samples lay beyond " + (int) DIVERGENCE_FACTOR
                + " times the data's range for " + DIVERGENCE_STEPS + " steps, up to step " + training.step() + ".");
    }

    /**
     * Looks at all weights of both networks, biases and what a constraint owns included.
     *
     * @return which are no finite numbers, by layer, as a sentence, if there are any
     */
    Optional<String> checkWeights() {
        List<String> found = Stream.concat(
                        named("critic", Optional.of(training.critic())),
                        named("generator", training.generatorNetwork()))
                .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("Not finite at step " + training.step() + ": " + String.join("; ", found) + ".");
    }

    private Stream<String> named(String network, Optional<Network> trained) {
        List<String> names = trained.map(DivergenceMonitor::notFinite).orElse(List.of());
        if (names.isEmpty()) {
            return Stream.empty();
        }
        int more = names.size() - MAX_NAMES;
        String listed = names.stream().limit(MAX_NAMES).collect(Collectors.joining(", "));
        return Stream.of("the " + network + "'s " + listed + (more > 0 ? " and " + more + " more" : ""));
    }

    private static List<String> notFinite(Network network) {
        List<String> names = new ArrayList<>();
        for (Parameter parameter : network.parameters()) {
            if (!finite(network.engine(), parameter)) {
                names.add(parameter.name());
            }
        }
        return names;
    }

    /** A sum on the engine is cheap and finite only of finite numbers; the converse needs a look at each. */
    private static boolean finite(Engine engine, Parameter parameter) {
        try (Scope temporaries = engine.openScope()) {
            return Float.isFinite(engine.read(engine.sum(parameter.value()))[0])
                    || allFinite(engine.read(parameter.value()));
        }
    }

    private static boolean allFinite(float[] numbers) {
        for (float number : numbers) {
            if (!Float.isFinite(number)) {
                return false;
            }
        }
        return true;
    }
}
