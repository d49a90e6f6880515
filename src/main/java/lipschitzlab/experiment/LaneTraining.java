package lipschitzlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lipschitzlab.autodiff.Gradients;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.constraint.Constraint;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.diagnostic.LayerGradient;
import lipschitzlab.network.BoundNetwork;
import lipschitzlab.network.Network;
import lipschitzlab.network.Networks;
import lipschitzlab.objective.Objective;
import lipschitzlab.optimizer.Optimizer;
import lipschitzlab.setting.Values;

/**
 * One generator and one critic in training (Gulrajani et al. 2017, algorithm 1, with the lane's constraint in place of the
 * penalty). Used by one thread at a time. All randomness is keyed by seed, purpose, generator step and critic update, so
 * that nothing here depends on other lanes.
 */
final class LaneTraining implements AutoCloseable {
    private final Engine engine;
    private final Dataset data;
    private final long seed;
    private final int batch;
    private final Objective objective;
    private final Values values;
    private final Generator generator;
    private final Network critic;
    private final Constraint constraint;
    private final Optimizer criticOptimizer;

    private int step;

    /** What one generator step reports; the critic's figures are those of its last update. */
    record StepReport(
            double criticLoss,
            double penalty,
            double gap,
            double generatorLoss,
            double largestSample,
            int criticUpdates) {
        boolean finite() {
            return Double.isFinite(criticLoss) && Double.isFinite(generatorLoss) && Double.isFinite(gap);
        }
    }

    /** What one of the critic's updates reports. */
    record CriticReport(double loss, double penalty, double gap, double largestSample) {}

    LaneTraining(Preset preset, LanePlan plan, Values values, Dataset data, Engine engine) {
        this.engine = engine;
        this.data = data;
        this.values = values;
        this.objective = plan.objective();
        this.seed = (long) preset.shared().number(SharedSettings.SEED);
        this.batch = preset.shared().count(SharedSettings.BATCH);
        Shape sample = data.sampleShape();
        this.generator = generator(preset, plan);
        Network unheld = Networks.critic(engine, preset.critic(), sample, seed);
        this.constraint = plan.constraint().create(unheld, values, RandomStream.of(seed, "constraint"));
        this.critic = constraint.hold(unheld);
        this.criticOptimizer = plan.optimizer().create(critic, values);
    }

    private Generator generator(Preset preset, LanePlan plan) {
        if (preset.generator() instanceof GeneratorPlan.Frozen frozen) {
            return new FrozenGenerator(engine, data, frozen.noise());
        }
        int latent = preset.shared().count(SharedSettings.LATENT);
        GeneratorPlan.Trained trained = (GeneratorPlan.Trained) preset.generator();
        Network network = Networks.generator(engine, trained.architecture(), latent, data.sampleShape(), seed);
        return new TrainedGenerator(
                engine, network, latent, batch, plan.optimizer().create(network, values));
    }

    int step() {
        return step;
    }

    Engine engine() {
        return engine;
    }

    /** The generator's network, if it has one. */
    Optional<Network> generatorNetwork() {
        return generator instanceof TrainedGenerator trained ? Optional.of(trained.network()) : Optional.empty();
    }

    Network critic() {
        return critic;
    }

    Constraint constraint() {
        return constraint;
    }

    Dataset data() {
        return data;
    }

    long seed() {
        return seed;
    }

    Objective objective() {
        return objective;
    }

    /**
     * The critic's updates and one of the generator's.
     *
     * @param rateShare what is left of the learning rates at this step, from 1 to 0
     */
    StepReport train(double rateShare) {
        int updates = values.count(LaneSettings.CRITIC_STEPS);
        CriticReport last = null;
        for (int update = 0; update < updates; update++) {
            last = trainCritic(update, rateShare * values.number(LaneSettings.LEARNING_RATE));
        }
        double generatorLoss = trainGenerator(rateShare * values.number(LaneSettings.GENERATOR_LEARNING_RATE));
        step++;
        return new StepReport(last.loss(), last.penalty(), last.gap(), generatorLoss, last.largestSample(), updates);
    }

    /** One of the critic's updates: batch, noise, the generator's forward pass, transfer and the optimizer's step included. */
    CriticReport trainCritic(int update, double rate) {
        try (Scope temporaries = engine.openScope()) {
            constraint.beforeCriticStep(critic);
            Var real = constant(
                    data.batch(batch, stream("batch", update)),
                    data.sampleShape().batchOf(batch));
            Var fake = generator.batch(batch, purpose -> stream(purpose, update));
            BoundNetwork bound = critic.bind(constraint, true);
            Var outputs = bound.apply(Var.concatRows(real, fake));
            Var onReal = outputs.sliceRows(0, batch);
            Var onFake = outputs.sliceRows(batch, batch);
            Var loss = objective.criticLoss(onReal, onFake);
            Optional<Var> penalty = constraint.penalty(bound, real, fake, stream("penalty", update));
            Var total = penalty.map(loss::add).orElse(loss);
            criticOptimizer.step(Gradients.of(total, bound.variables(), false), rate);
            constraint.afterCriticStep(critic);
            float[] scores = engine.read(outputs.value());
            return new CriticReport(
                    scalar(total),
                    penalty.map(this::scalar).orElse(0.0),
                    mean(scores, 0, batch) - mean(scores, batch, batch),
                    largest(engine.read(fake.value())));
        }
    }

    /** One update of the generator, if it learns; returns its loss. */
    double trainGenerator(double rate) {
        try (Scope temporaries = engine.openScope()) {
            BoundNetwork judge = critic.bind(constraint, false);
            return scalar(generator.train(batch, judge, objective, rate, purpose -> stream(purpose, 0)));
        }
    }

    private RandomStream stream(String purpose, int update) {
        return RandomStream.of(seed, purpose, step, update);
    }

    private Var constant(float[] numbers, Shape shape) {
        return Var.constant(engine, engine.of(numbers, shape));
    }

    private double scalar(Var value) {
        return engine.read(value.value())[0];
    }

    private static double mean(float[] numbers, int first, int count) {
        double sum = 0;
        for (int i = first; i < first + count; i++) {
            sum += numbers[i];
        }
        return sum / count;
    }

    private static double largest(float[] numbers) {
        double largest = 0;
        for (float number : numbers) {
            largest = Math.max(largest, Math.abs(number));
        }
        return largest;
    }

    // ------------------------------------------------------------------ looking, which changes nothing

    /**
     * Samples that, but for what the generator learned, depend on the seed and the purpose only, the same at every step and in every lane.
     *
     * @return row-major {@code [count, …sample]}
     */
    float[] samples(int count, String purpose) {
        return generator.shown(count, purpose, of -> RandomStream.of(seed, of));
    }

    /** Measures the critic as it stands; what that makes is freed afterwards. */
    <T> T look(Function<BoundNetwork, T> measure) {
        try (Scope temporaries = engine.openScope()) {
            return measure.apply(critic.bind(constraint, false));
        }
    }

    /**
     * The gradient of what the critic minimises, its penalty included, at each of its layers.
     *
     * @param real row-major {@code [n, …sample]}
     * @param fake as many samples of the generator
     */
    List<LayerGradient> layerGradients(float[] real, float[] fake) {
        Shape shape =
                data.sampleShape().batchOf(real.length / data.sampleShape().length());
        try (Scope temporaries = engine.openScope()) {
            Var x = constant(real, shape);
            Var generated = constant(fake, shape);
            BoundNetwork bound = critic.bind(constraint, true);
            return LayerGradient.of(bound, x, generated, (scoresOfReal, scoresOfFake) -> {
                Var loss = objective.criticLoss(scoresOfReal, scoresOfFake);
                return constraint
                        .penalty(bound, x, generated, RandomStream.of(seed, "layer gradients"))
                        .map(loss::add)
                        .orElse(loss);
            });
        }
    }

    /**
     * The gradient of what the critic minimises, its penalty included, with respect to each of its parameters.
     *
     * @param real row-major {@code [n, …sample]}
     * @param fake as many samples of the generator
     * @param random in place of the update's stream
     * @return row-major, in the order of the critic's parameters
     */
    List<float[]> criticGradients(float[] real, float[] fake, RandomStream random) {
        Shape shape =
                data.sampleShape().batchOf(real.length / data.sampleShape().length());
        try (Scope temporaries = engine.openScope()) {
            Var x = constant(real, shape);
            Var generated = constant(fake, shape);
            BoundNetwork bound = critic.bind(constraint, true);
            Var loss = objective.criticLoss(bound.apply(x), bound.apply(generated));
            Var total = constraint
                    .penalty(bound, x, generated, random)
                    .map(loss::add)
                    .orElse(loss);
            return Gradients.of(total, bound.variables(), false).stream()
                    .map(gradient -> engine.read(gradient.value()))
                    .toList();
        }
    }

    /** The weights that the critic's layers really use, in the order of the layers; row-major matrices. */
    List<float[]> effectiveWeights() {
        List<float[]> weights = new ArrayList<>();
        try (Scope temporaries = engine.openScope()) {
            BoundNetwork bound = critic.bind(constraint, false);
            critic.weights()
                    .forEach(weight ->
                            weights.add(engine.read(bound.effective(weight).value())));
        }
        return weights;
    }

    @Override
    public void close() {
        engine.close();
    }
}
