package lipschitzlab.diagnostic.feature;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import lipschitzlab.autodiff.Gradients;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.dataset.LabelledSamples;
import lipschitzlab.network.BoundNetwork;
import lipschitzlab.network.ClassifierNetwork;
import lipschitzlab.network.Network;
import lipschitzlab.network.Reparametrization;
import lipschitzlab.optimizer.Optimizer;
import lipschitzlab.optimizer.OptimizerKind;
import lipschitzlab.optimizer.OptimizerSettings;
import lipschitzlab.setting.Values;

/**
 * Trains a {@link Classifier} on the data's own labels: cross-entropy, Adam at a rate that falls to 0, pictures moved by up to two
 * pixels. Equal data give an equal classifier on one engine, whatever the experiment's seed.
 */
public final class ClassifierTraining {
    private static final long SEED = 0;
    /** On one core about half a minute for grey pictures of 28×28 and a minute for colour ones of 32×32. */
    private static final int STEPS = 2_500;

    private static final int BATCH = 64;
    private static final int HELD_OUT = 2_000;
    private static final double RATE = 2e-3;
    private static final int REACH = 2;
    private static final Values ADAM = new Values(OptimizerKind.ADAM.settings())
            .with(OptimizerSettings.BETA_1, 0.9)
            .with(OptimizerSettings.BETA_2, 0.99);

    private final Dataset data;
    private final Shape sample;
    private final int classes;
    private final int steps;

    /** @param data with classes */
    public ClassifierTraining(Dataset data) {
        this(data, STEPS);
    }

    /**
     * @param data with classes
     * @param steps batches of 64 pictures
     */
    public ClassifierTraining(Dataset data, int steps) {
        this.data = data;
        this.sample = data.sampleShape();
        this.classes = data.classNames().size();
        this.steps = steps;
        if (classes < 2) {
            throw new IllegalArgumentException("expected data of 2 classes or more, found " + classes);
        }
    }

    /**
     * Trains anew; takes about a minute of one core.
     *
     * @param engine computes; nothing of it is kept
     * @param cancelled asked before each step
     * @throws CancellationException once it was cancelled
     */
    public Classifier train(Engine engine, BooleanSupplier cancelled) {
        try (Network network = ClassifierNetwork.of(engine, sample, Classifier.FEATURES, classes, SEED);
                Optimizer adam = OptimizerKind.ADAM.create(network, ADAM)) {
            for (int step = 0; step < steps; step++) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException("the classifier's training was cancelled");
                }
                train(network, adam, step);
            }
            return measured(StoredNetwork.of(network, sample, Classifier.FEATURES, classes), engine);
        }
    }

    private void train(Network network, Optimizer adam, int step) {
        Engine engine = network.engine();
        LabelledSamples batch = data.labelledBatch(BATCH, RandomStream.of(SEED, RandomPurpose.FEATURE_BATCH, step));
        float[] moved = moved(batch.values(), RandomStream.of(SEED, RandomPurpose.FEATURE_SHIFT, step));
        try (Scope temporaries = engine.openScope()) {
            BoundNetwork bound = network.bind(Reparametrization.unchanged(), true);
            Var scores = bound.apply(Var.constant(engine, engine.of(moved, sample.batchOf(BATCH))));
            List<Var> gradients = Gradients.of(crossEntropy(scores, batch.labels()), bound.variables(), false);
            adam.step(gradients, RATE * (1 - (double) step / steps));
        }
    }

    /**
     * The mean of −ln softmax(scores) at the labels. Each row's largest score is taken off first, which changes nothing but that no
     * exponential is too large.
     *
     * @param scores {@code [n, classes]}
     */
    static Var crossEntropy(Var scores, int[] labels) {
        Engine engine = scores.engine();
        int count = scores.shape().size(0);
        int width = scores.shape().rowLength();
        float[] values = engine.read(scores.value());
        float[] largest = new float[values.length];
        float[] chosen = new float[values.length];
        for (int i = 0; i < count; i++) {
            float most = values[i * width];
            for (int j = 1; j < width; j++) {
                most = Math.max(most, values[i * width + j]);
            }
            Arrays.fill(largest, i * width, (i + 1) * width, most);
            chosen[i * width + labels[i]] = 1;
        }
        Var lowered = scores.subtract(Var.constant(engine, engine.of(largest, scores.shape())));
        Var normalizers = lowered.exp().rowSum().log().sum();
        Var atLabels = lowered.dot(Var.constant(engine, engine.of(chosen, scores.shape())));
        return normalizers.subtract(atLabels).scale(1.0 / count);
    }

    private Classifier measured(StoredNetwork network, Engine engine) {
        LabelledSamples heldOut = data.heldOutOnce(HELD_OUT, RandomStream.of(SEED, RandomPurpose.FEATURE_HELD_OUT));
        int[] found = new Classifier(network, Double.NaN, 0).classify(heldOut.values(), engine);
        int right = 0;
        for (int i = 0; i < found.length; i++) {
            right += found[i] == heldOut.labels()[i] ? 1 : 0;
        }
        return new Classifier(network, (double) right / found.length, found.length);
    }

    /** Each picture moved by up to two pixels either way; what comes in repeats the rim. */
    private float[] moved(float[] pictures, RandomStream random) {
        int side = sample.size(1);
        int channels = sample.size(0);
        float[] moved = new float[pictures.length];
        for (int start = 0; start < pictures.length; start += channels * side * side) {
            int down = random.below(2 * REACH + 1) - REACH;
            int right = random.below(2 * REACH + 1) - REACH;
            for (int line = 0; line < channels * side; line++) {
                int row = Math.min(side - 1, Math.max(0, line % side - down));
                int from = start + (line - line % side + row) * side;
                for (int column = 0; column < side; column++) {
                    int source = Math.min(side - 1, Math.max(0, column - right));
                    moved[start + line * side + column] = pictures[from + source];
                }
            }
        }
        return moved;
    }
}
