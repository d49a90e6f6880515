package lipschitzlab.diagnostic.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import lipschitzlab.autodiff.Gradients;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.compute.conformance.ReferenceEngine;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.dataset.DrawnShapes;
import lipschitzlab.dataset.GaussianMixture;
import lipschitzlab.dataset.LabelledSamples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClassifierTrainingTest {
    private static final Dataset DATA = new DrawnShapes(16, 1);
    private static final int STEPS = 150;

    private static Engine engine;
    private static Classifier classifier;

    @BeforeAll
    static void train() {
        engine = EngineUnderTest.chosen().create(1);
        classifier = new ClassifierTraining(DATA, STEPS).train(engine, () -> false);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    /** One in four would be found by guessing. */
    @Test
    void itLearnsTheDatasClassesAndSaysHowManyItFinds() {
        LabelledSamples fresh = DATA.labelledHeldOut(1_000, TestStreams.of(1, "fresh"));
        int[] found = classifier.classify(fresh.values(), engine);
        int right = 0;
        for (int i = 0; i < found.length; i++) {
            right += found[i] == fresh.labels()[i] ? 1 : 0;
        }
        assertThat(classifier.accuracy()).isGreaterThan(0.6);
        assertThat(right / 1_000.0).isCloseTo(classifier.accuracy(), within(0.06));
        assertThat(classifier.words()).contains("128 features", "4 classes", "2,000 held-out pictures");
    }

    @Test
    void equalDataGiveAnEqualClassifierAndNothingIsLeftOnTheEngine() {
        int before = engine.liveArrays();
        Classifier first = new ClassifierTraining(DATA, 5).train(engine, () -> false);
        Classifier second = new ClassifierTraining(DATA, 5).train(engine, () -> false);
        assertThat(second.accuracy()).isEqualTo(first.accuracy());
        for (int i = 0; i < first.network().arrays().size(); i++) {
            assertThat(second.network().arrays().get(i))
                    .isEqualTo(first.network().arrays().get(i));
        }
        assertThat(engine.liveArrays()).isEqualTo(before);
    }

    /** 300 go through it in two parts. */
    @Test
    void theFeaturesOfAPictureDoNotDependOnThoseBesideIt() {
        float[] pictures = DATA.heldOut(300, TestStreams.of(2, "fresh"));
        float[] all = classifier.of(pictures, engine).values();
        float[] last = classifier
                .of(Arrays.copyOfRange(pictures, 299 * 256, 300 * 256), engine)
                .values();
        assertThat(all).hasSize(300 * classifier.dimension());
        for (int i = 0; i < last.length; i++) {
            assertThat(all[299 * last.length + i]).isCloseTo(last[i], within(1e-4f));
        }
    }

    @Test
    void itStopsWhenItIsCancelled() {
        AtomicInteger asked = new AtomicInteger();
        int before = engine.liveArrays();
        assertThatThrownBy(() -> new ClassifierTraining(DATA, 100).train(engine, () -> asked.incrementAndGet() > 2))
                .isInstanceOf(CancellationException.class);
        assertThat(asked).hasValue(3);
        assertThat(engine.liveArrays()).isEqualTo(before);
    }

    @Test
    void dataWithoutClassesAreRefused() {
        assertThatThrownBy(() -> new ClassifierTraining(GaussianMixture.eightGaussians(), 10))
                .hasMessageContaining("2 classes or more, found 0");
    }

    /** Scores 0 and ln 3 are probabilities ¼ and ¾; a thousand more on both changes nothing. */
    @Test
    void crossEntropyIsTheMeanSurpriseAndItsGradientProbabilityMinusOneAtTheLabel() {
        try (ReferenceEngine reference = new ReferenceEngine()) {
            float ln3 = (float) Math.log(3);
            Var scores = Var.variable(reference, reference.of(new float[] {0, ln3, 1000, 1000 + ln3}, Shape.of(2, 2)));
            Var loss = ClassifierTraining.crossEntropy(scores, new int[] {1, 0});
            assertThat(reference.read(loss.value())[0])
                    .isCloseTo((float) ((Math.log(4 / 3.0) + Math.log(4)) / 2), within(1e-4f));
            float[] gradient = reference.read(
                    Gradients.of(loss, List.of(scores), false).get(0).value());
            assertThat(gradient).usingComparatorWithPrecision(1e-4f).containsExactly(0.125f, -0.125f, -0.375f, 0.375f);
        }
    }
}
