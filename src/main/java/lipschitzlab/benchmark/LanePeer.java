package lipschitzlab.benchmark;

import java.util.List;
import java.util.Optional;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.device.Engines;
import lipschitzlab.compute.peer.Peer;
import lipschitzlab.compute.peer.PeerProvider;
import lipschitzlab.compute.peer.PeerTask;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.preset.LanePlan;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.InputException;
import lipschitzlab.training.LaneProbe;
import lipschitzlab.training.LaneTraining;

/**
 * A lane trained by another library's own derivatives, on the same batches from the same initial numbers; its noise is that
 * library's. Used by the thread that opened it.
 */
public final class LanePeer implements AutoCloseable {
    private static final int THREADS = 1;

    private final Peer peer;
    private final Dataset data;
    private final long seed;
    private final int batch;
    private final int criticSteps;
    private int step;

    private LanePeer(Peer peer, Preset preset, LanePlan plan, Dataset data) {
        this.peer = peer;
        this.data = data;
        this.seed = (long) preset.shared().number(SharedSettings.SEED);
        this.batch = preset.shared().count(SharedSettings.BATCH);
        this.criticSteps = plan.values().count(LaneSettings.CRITIC_STEPS);
    }

    /** The peer of a lane that has not trained yet, with one native thread; none if it does not know the lane's method. */
    static Optional<LanePeer> of(
            PeerProvider provider,
            Preset preset,
            LanePlan plan,
            LaneTraining lane,
            double criticRate,
            double generatorRate) {
        Optional<PeerTask> task = PeerTasks.of(preset, plan, lane, criticRate, generatorRate);
        return task.map(known -> new LanePeer(provider.create(known, THREADS), preset, plan, lane.data()));
    }

    /**
     * The peer of one of a preset's lanes, with that lane's rates, which stay as they are at the start.
     *
     * @param engines makes the initial numbers
     * @throws InputException if there is no such lane, its data cannot be read, or a peer does not know its method
     */
    public static LanePeer open(PeerProvider provider, Preset preset, String laneId, Engines engines) {
        LanePlan plan = preset.withOnly(List.of(laneId), "peer lane").lanes().get(0);
        Dataset data = preset.data().load();
        double criticRate = plan.values().number(LaneSettings.LEARNING_RATE);
        double generatorRate = plan.values().number(LaneSettings.GENERATOR_LEARNING_RATE);
        try (LaneTraining lane = new LaneTraining(preset, plan, plan.values().copy(), data, engines.create(THREADS))) {
            return of(provider, preset, plan, lane, criticRate, generatorRate)
                    .orElseThrow(() -> new InputException(
                            "peer lane " + laneId,
                            "a method, objective and optimizer that a peer knows",
                            plan.constraint() + ", " + plan.objective().id() + ", "
                                    + plan.optimizer().id(),
                            "Choose another lane."));
        }
    }

    /** That many generator steps, with the lane's critic updates before each. */
    public void train(int steps) {
        for (int i = 0; i < steps; i++) {
            for (int update = 0; update < criticSteps; update++) {
                trainCritic(update);
            }
            trainGenerator();
            step++;
        }
    }

    void trainCritic(int update) {
        peer.trainCritic(data.batch(batch, RandomStream.of(seed, "batch", step, update)));
    }

    void trainGenerator() {
        peer.trainGenerator();
    }

    /**
     * By how much the peer's gradient of the critic's loss differs from the lane's on one batch, with the same numbers in both:
     * see {@link GradientDifference}.
     */
    double gradientDifference(LaneTraining lane) {
        String purpose = "peer check";
        float[] real = data.batch(batch, RandomStream.of(seed, purpose));
        float[] fake = new LaneProbe(lane).samples(batch, purpose);
        float[] epsilon = RandomStream.of(seed, purpose).uniforms(batch, 0, 1);
        return GradientDifference.of(
                new LaneProbe(lane).criticGradients(real, fake, RandomStream.of(seed, purpose)),
                peer.criticGradients(real, fake, epsilon));
    }

    @Override
    public void close() {
        peer.close();
    }
}
