package lipschitzlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.network.Parameter;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.training.CriticReport;
import lipschitzlab.training.LaneTraining;
import lipschitzlab.training.LaneTraining.StepReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DivergenceMonitorTest {
    private final Preset preset = TinyPresets.toy();
    private final Engine engine = EngineUnderTest.chosen().create(1);
    private final LaneTraining training = training();
    private final DivergenceMonitor monitor = new DivergenceMonitor(training);

    private LaneTraining training() {
        LaneSpec spec = preset.lanes().get(3);
        return new LaneTraining(preset, spec, spec.values(), preset.data().load(), engine);
    }

    @AfterEach
    void free() {
        training.close();
    }

    private static StepReport report(double criticLoss, double generatorLoss, double largestSample) {
        return new StepReport(new CriticReport(criticLoss, 0, 1, largestSample), generatorLoss, 5);
    }

    private static void spoil(Engine engine, Parameter parameter, float with) {
        float[] numbers = engine.read(parameter.value());
        numbers[numbers.length - 1] = with;
        engine.write(parameter.value(), numbers);
    }

    @Test
    void aStepThatTrainsStopsNothing() {
        assertThat(monitor.checkStep(training.train(1))).isEmpty();
        assertThat(monitor.checkWeights()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aLossThatIsNoNumberStopsAtOnceAndNamesItsNetwork(double loss) {
        assertThat(monitor.checkStep(report(loss, 0, 1)).orElseThrow())
                .isEqualTo("The critic's loss is no longer a finite number at step 0.");
        assertThat(monitor.checkStep(report(0, loss, 1)).orElseThrow())
                .isEqualTo("The generator's loss is no longer a finite number at step 0.");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e34, -1e34, 0x1p48})
    void aLossThatNoLongerTellsAScoreFromOneThatIsOneLessStopsAtOnce(double loss) {
        assertThat(monitor.checkStep(report(loss, 0, 1)).orElseThrow())
                .contains("critic's loss is", "at step 0", "1 less");
        assertThat(monitor.checkStep(report(0, loss, 1)).orElseThrow()).contains("generator's loss is");
    }

    /** The bound's reason: 2²⁴ is the first float32 number to which 1 makes no difference, and its square is the bound. */
    @Test
    void theLargestLossIsTheSquareOfTheFirstNumberToWhichOneMakesNoDifference() {
        float first = (float) Math.sqrt(DivergenceMonitor.LARGEST_LOSS);
        assertThat(first + 1f).isEqualTo(first);
        assertThat(first / 2 + 1f).isNotEqualTo(first / 2);
        assertThat(monitor.checkStep(report(0.999 * DivergenceMonitor.LARGEST_LOSS, 0, 1)))
                .isEmpty();
    }

    @Test
    void samplesFarOutsideStopOnlyAfterTwentyStepsOneAfterAnother() {
        double far = 101 * training.data().range();
        for (int step = 0; step < 19; step++) {
            assertThat(monitor.checkStep(report(0, 0, far))).isEmpty();
        }
        assertThat(monitor.checkStep(report(0, 0, 1))).isEmpty();
        for (int step = 0; step < 19; step++) {
            assertThat(monitor.checkStep(report(0, 0, far))).isEmpty();
        }
        assertThat(monitor.checkStep(report(0, 0, far)).orElseThrow()).contains("beyond 100 times", "20 steps");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aWeightThatIsNoNumberIsNamedByNetworkAndLayer(float spoilt) {
        Parameter ofCritic = training.critic().parameters().get(2);
        Parameter ofGenerator =
                training.generatorNetwork().orElseThrow().parameters().get(1);
        spoil(engine, ofCritic, spoilt);
        spoil(engine, ofGenerator, spoilt);

        assertThat(monitor.checkWeights())
                .isEqualTo(Optional.of("Not finite at step 0: the critic's " + ofCritic.name() + "; the generator's "
                        + ofGenerator.name() + "."));
    }

    @Test
    void aLossThatIsNoNumberNamesTheWeightsThatAreNone() {
        Parameter weight = training.critic().weights().get(1);
        spoil(engine, weight, Float.NaN);

        String said = monitor.checkStep(training.train(1)).orElseThrow();
        assertThat(said).startsWith("The critic's loss is no longer a finite number at step 1. Not finite at step 1: ");
        assertThat(said).contains("the critic's ");
    }

    /** Two of the largest float32 numbers add up to more than there is, but each of them is a number. */
    @Test
    void weightsThatAreNumbersAreLeftAloneHoweverLarge() {
        Parameter weight = training.critic().weights().get(1);
        float[] numbers = engine.read(weight.value());
        java.util.Arrays.fill(numbers, Float.MAX_VALUE);
        engine.write(weight.value(), numbers);

        assertThat(monitor.checkWeights()).isEmpty();
    }

    @Test
    void lookingAtWeightsKeepsNoArray() {
        int before = engine.liveArrays();
        monitor.checkWeights();
        assertThat(engine.liveArrays()).isEqualTo(before);
    }
}
