package lipschitzlab.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** One case of the benchmark: updates of a critic and of a generator, timed in rounds. */
final class Timed {
    private final IntConsumer critic;
    private final Runnable generator;
    private final List<Double> criticRounds = new ArrayList<>();
    private final List<Double> generatorRounds = new ArrayList<>();
    private int updatesPerRound = 1;

    /**
     * Nothing is timed yet.
     *
     * @param critic one of the critic's updates, told its number
     * @param generator one of the generator's
     */
    Timed(IntConsumer critic, Runnable generator) {
        this.critic = critic;
        this.generator = generator;
    }

    /**
     * Runs for a while, and finds out how many updates make a round.
     *
     * @param longest seconds to run for; one update of each at least
     * @param round seconds that a round's updates of either kind are to take about
     */
    void warmUp(double longest, double round) {
        long start = System.nanoTime();
        int updates = 0;
        double seconds;
        do {
            critic.accept(updates);
            generator.run();
            updates++;
            seconds = (System.nanoTime() - start) / 1e9;
        } while (seconds < longest);
        updatesPerRound = (int) Math.max(1, Math.round(round * updates / seconds));
    }

    /** Times some updates of the critic, then as many of the generator. */
    void round() {
        criticRounds.add(time(critic));
        generatorRounds.add(time(index -> generator.run()));
    }

    private double time(IntConsumer update) {
        long start = System.nanoTime();
        for (int i = 0; i < updatesPerRound; i++) {
            update.accept(i);
        }
        return (System.nanoTime() - start) / 1e6 / updatesPerRound;
    }

    Times critic() {
        return Times.of(criticRounds);
    }

    Times generator() {
        return Times.of(generatorRounds);
    }
}
