package lipschitzlab.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import lipschitzlab.autodiff.Gradients;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.constraint.Constraint;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.dataset.LabelledSamples;
import lipschitzlab.network.BoundNetwork;
import lipschitzlab.network.Network;
import lipschitzlab.network.Networks;
import lipschitzlab.objective.Objective;
import lipschitzlab.optimizer.Optimizer;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.SettingSource;

/**
 * One generator and one critic in training (Gulrajani et al. 2017, algorithm 1, with the lane's constraint in place of the
 * penalty). Used by one thread at a time. All randomness is keyed by seed, purpose, generator step and critic update, so
 * that nothing here depends on other lanes.
 */
public final class LaneTraining implements AutoCloseable {
    private static final String CRITIC = "critic";
    private static final String GENERATOR = "generator";
    private static final String AVERAGE = "averaged generator";

    private final Engine engine;
    private final Dataset data;
    private final ClassDraws classes;
    private final long seed;
    private final int batch;
    private final int generatorBatch;
    private final SettingSource values;
    private final Generator generator;
    private final Network critic;
    private final CriticLoss.Rule lossRule;
    private final Optimizer criticOptimizer;

    private Optional<TrainingRecorder> recorder = Optional.empty();
    private int step;

    /**
     * What one generator step reports.
     *
     * @param critic of the critic's last update
     * @param generatorLoss before the generator's update
     * @param criticUpdates how many there were
     */
    public record StepReport(CriticReport critic, double generatorLoss, int criticUpdates) {}

    public LaneTraining(Preset preset, LaneSpec spec, SettingSource values, Dataset data, Engine engine) {
        this.engine = engine;
        this.data = data;
        this.classes = ClassDraws.of(preset, data);
        this.values = values;
        this.seed = preset.shared().get(SharedSettings.SEED);
        this.batch = preset.shared().get(SharedSettings.BATCH);
        this.generatorBatch = batch * preset.shared().get(SharedSettings.GENERATOR_BATCH);
        Shape sample = data.sampleShape();
        this.generator = Generators.of(preset, spec, values, classes, engine);
        Network baseCritic = Networks.critic(engine, preset.critic(), classes.conditioning(), sample, seed);
        Constraint constraint =
                spec.constraint().create(baseCritic, values, RandomStream.of(seed, RandomPurpose.CONSTRAINT));
        this.critic = constraint.constrain(baseCritic);
        this.lossRule = new CriticLoss.Rule(spec.objective(), constraint);
        this.criticOptimizer = spec.optimizer().create(critic, values);
    }

    /**
     * Looks before anything is made whether lanes of a preset can learn these data.
     *
     * @throws lipschitzlab.setting.InputException if their networks are to read classes, and the data have none
     */
    public static void requireClasses(Preset preset, Dataset data) {
        ClassDraws.of(preset, data);
    }

    private TrainedArrays arrays() {
        TrainedArrays arrays =
                new TrainedArrays(engine).with(CRITIC, critic, criticOptimizer).with(CRITIC, critic, constraint());
        if (generator instanceof TrainedGenerator trained) {
            arrays.with(GENERATOR, trained.network(), trained.optimizer());
            trained.average().ifPresent(average -> arrays.with(AVERAGE, average.network()));
        }
        return arrays;
    }

    /** What {@link #state} takes in memory. */
    public long stateBytes() {
        return arrays().bytes();
    }

    /** A copy of all that the next step depends on, but for settings; between two steps. */
    public TrainingState state() {
        return arrays().read(step);
    }

    /**
     * Goes on from a state, as if it had been trained here. The recorder, if there is one, is told of steps from there on.
     *
     * @throws lipschitzlab.setting.InputException if the state is of other networks, another optimizer or another constraint
     */
    public void restore(TrainingState state) {
        arrays().write(state);
        step = state.step();
    }

    /** Has everything recorded from now on, each update of the critic included; before the first step. */
    public void recordTo(TrainingRecorder taker) {
        if (step > 0) {
            throw new IllegalStateException("expected a lane that has not trained, found one at step " + step);
        }
        recorder = Optional.of(taker);
        taker.begin(this);
    }

    public int step() {
        return step;
    }

    Engine engine() {
        return engine;
    }

    /** The generator's network, if it has one. */
    public Optional<Network> generatorNetwork() {
        return generator instanceof TrainedGenerator trained ? Optional.of(trained.network()) : Optional.empty();
    }

    /** The average of the generator's weights, as a network, if one is kept. */
    public Optional<Network> averagedNetwork() {
        return generator instanceof TrainedGenerator trained
                ? trained.average().map(AveragedNetwork::network)
                : Optional.empty();
    }

    public Network critic() {
        return critic;
    }

    public Constraint constraint() {
        return lossRule.constraint();
    }

    /** What the critic minimises. */
    CriticLoss.Rule lossRule() {
        return lossRule;
    }

    Generator generator() {
        return generator;
    }

    public Dataset data() {
        return data;
    }

    /** The classes of its samples. */
    ClassDraws classes() {
        return classes;
    }

    long seed() {
        return seed;
    }

    Objective objective() {
        return lossRule.objective();
    }

    /**
     * The critic's updates and one of the generator's. Numbers are read back from the engine after the critic's last update only.
     *
     * @param rateFactor what is left of the learning rates at this step, from 1 to 0
     */
    public StepReport train(double rateFactor) {
        int updates = values.get(LaneSettings.CRITIC_STEPS);
        double rate = rateFactor * values.get(LaneSettings.LEARNING_RATE);
        for (int update = 0; update < updates - 1; update++) {
            if (recorder.isPresent()) {
                trainCriticAndReport(update, rate);
            } else {
                trainCritic(update, rate);
            }
        }
        double generatorRate = rateFactor * values.get(LaneSettings.GENERATOR_LEARNING_RATE);
        StepReport report = recorder.isPresent()
                ? new StepReport(trainCriticAndReport(updates - 1, rate), trainGenerator(generatorRate), updates)
                : trainLast(updates, rate, generatorRate);
        recorder.ifPresent(taker -> taker.stepped(generatorRate, report.generatorLoss()));
        step++;
        return report;
    }

    /** The critic's last update and the generator's; the numbers of both are read at once, when all of it is under way. */
    private StepReport trainLast(int updates, double rate, double generatorRate) {
        List<Array> all = new ArrayList<>();
        try {
            try (Scope temporaries = engine.openScope()) {
                updateCritic(updates - 1, rate).reported().forEach(array -> all.add(engine.keep(array)));
            }
            try (Scope temporaries = engine.openScope()) {
                all.add(engine.keep(updateGenerator(generatorRate).value()));
            }
            List<float[]> numbers = engine.readAll(all);
            int last = numbers.size() - 1;
            return new StepReport(CriticReport.of(numbers.subList(0, last)), numbers.get(last)[0], updates);
        } finally {
            all.forEach(engine::free);
        }
    }

    /** One of the critic's updates: batch, noise, the generator's forward pass, transfer and the optimizer's step included. */
    void trainCritic(int update, double rate) {
        try (Scope temporaries = engine.openScope()) {
            updateCritic(update, rate);
        }
    }

    /** As {@link #trainCritic}, and what it was like. */
    public CriticReport trainCriticAndReport(int update, double rate) {
        try (Scope temporaries = engine.openScope()) {
            CriticPass pass = updateCritic(update, rate);
            List<float[]> numbers = engine.readAll(pass.reported());
            CriticReport report = CriticReport.of(numbers);
            recorder.ifPresent(
                    taker -> taker.criticUpdated(update, rate, pass.real(), CriticReport.fake(numbers), report));
            return report;
        }
    }

    /** What an update made, still on the engine: scores of real samples above those of fake ones, {@code [2n, 1]}. */
    private record CriticPass(CriticLoss loss, Var scores, float[] real, Var fake) {
        /** What a {@link CriticReport} is made of. */
        List<Array> reported() {
            List<Array> arrays = new ArrayList<>(
                    List.of(scores.value(), fake.value(), loss.total().value()));
            loss.penalty().ifPresent(penalty -> arrays.add(penalty.value()));
            return arrays;
        }
    }

    private CriticPass updateCritic(int update, double rate) {
        constraint().beforeCriticStep(critic);
        LabelledSamples samples = data.labelledBatch(batch, stream(RandomPurpose.BATCH, update));
        Var real = constant(samples.values(), data.sampleShape().batchOf(batch));
        showClasses(samples.labels(), (taker, labels) -> taker.criticClasses(update, labels));
        // Fake samples have the real ones' classes, so that a point between the two has one class as well.
        Var fake = generator.batch(
                batch,
                samples.labels(),
                purpose -> shown(stream(purpose, update), (taker, drawn) -> taker.criticLatent(update, drawn)));
        RandomStream random =
                shown(stream(RandomPurpose.PENALTY, update), (taker, drawn) -> taker.penaltyNoise(update, drawn));
        BoundNetwork bound = critic.bind(constraint(), true).given(samples.labels());
        Var scores = bound.apply(Var.concatRows(real, fake));
        Var onReal = scores.sliceRows(0, batch);
        Var onFake = scores.sliceRows(batch, batch);
        CriticLoss loss = lossRule.of(bound, real, onReal, fake, onFake, random);
        criticOptimizer.step(Gradients.of(loss.total(), bound.variables(), false), rate);
        constraint().afterCriticStep(critic);
        return new CriticPass(loss, scores, samples.values(), fake);
    }

    /** One update of the generator, if it learns; returns its loss. */
    public double trainGenerator(double rate) {
        try (Scope temporaries = engine.openScope()) {
            return engine.read(updateGenerator(rate).value())[0];
        }
    }

    /** Returns the loss, {@code [1]}. */
    private Var updateGenerator(double rate) {
        if (generatorNetwork().isPresent()) {
            constraint().beforeGeneratorStep(critic);
        }
        int[] labels = classes.drawn(generatorBatch, stream(RandomPurpose.GENERATOR_CLASSES, 0));
        showClasses(labels, TrainingRecorder::generatorClasses);
        BoundNetwork bound = critic.bind(constraint(), false).given(labels);
        return generator.train(
                generatorBatch,
                labels,
                bound,
                objective(),
                rate,
                purpose -> shown(stream(purpose, 0), TrainingRecorder::generatorLatent));
    }

    private void showClasses(int[] labels, BiConsumer<TrainingRecorder, int[]> take) {
        if (classes.used()) {
            recorder.ifPresent(taker -> take.accept(taker, labels));
        }
    }

    private RandomStream stream(RandomPurpose purpose, int update) {
        return RandomStream.of(seed, purpose, step, update);
    }

    /** The same stream, what is drawn from it shown to the recorder if there is one. */
    private RandomStream shown(RandomStream stream, BiConsumer<TrainingRecorder, float[]> take) {
        return recorder.map(taker -> stream.watched(drawn -> take.accept(taker, drawn)))
                .orElse(stream);
    }

    private Var constant(float[] numbers, Shape shape) {
        return Var.constant(engine, engine.of(numbers, shape));
    }

    @Override
    public void close() {
        engine.close();
    }
}
