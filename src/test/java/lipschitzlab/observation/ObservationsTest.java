package lipschitzlab.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import lipschitzlab.diagnostic.Histogram;
import lipschitzlab.diagnostic.WeightHistogram;
import lipschitzlab.experiment.HandMadeHistory;
import lipschitzlab.lesson.Lessons;
import lipschitzlab.measurement.Metric;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.PresetReader;
import org.junit.jupiter.api.Test;

/** Each rule on histories that are made by hand: that it speaks, and that it is silent where it does not know. */
class ObservationsTest {
    private final HandMadeHistory history = new HandMadeHistory();
    private List<WeightHistogram> weights = List.of();
    private int step = Integer.MAX_VALUE;

    /** A value at each of the steps 100, 200, … */
    private ObservationsTest diagnoses(Metric metric, double... values) {
        for (int i = 0; i < values.length; i++) {
            history.point(metric, 100 * (i + 1), i, values[i]);
        }
        return this;
    }

    private ObservationsTest everyStep(Metric metric, int steps, IntToDoubleFunction values) {
        for (int i = 0; i < steps; i++) {
            history.point(metric, i + 1, i, values.applyAsDouble(i));
        }
        return this;
    }

    private static LaneSpec lane(String id) {
        return PresetReader.of("eight-gaussians", Map.of()).lanes().stream()
                .filter(lane -> lane.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private ObservedLane of(String id) {
        LaneSpec spec = lane(id);
        return new ObservedLane(spec, spec.values(), OptionalInt.of(8), history.history(), weights, step);
    }

    private List<String> said(String id) {
        return Observations.of(of(id)).stream().map(Observation::sentence).toList();
    }

    @Test
    void aLaneThatHasReportedNothingIsSpokenOfByNoRule() {
        assertThat(said("spectral-norm")).isEmpty();
    }

    @Test
    void modesThatAreCoveredAndSharedFairlyAreTold() {
        diagnoses(Metric.HIGH_QUALITY, 0.9).diagnoses(Metric.MODES, 8).diagnoses(Metric.BALANCED_MODES, 8);
        assertThat(said("spectral-norm")).containsExactly("covers 8 of 8 modes, balanced");
        history.point(Metric.BALANCED_MODES, 200, 1, 5);
        assertThat(said("spectral-norm")).containsExactly("covers 8 of 8 modes, 5 of them balanced");
        history.point(Metric.HIGH_QUALITY, 300, 1, 0.05);
        assertThat(said("spectral-norm")).containsExactly("samples lie near no mode yet");
    }

    @Test
    void aCollapseIsToldWithTheStepSinceWhichItLasts() {
        diagnoses(Metric.HIGH_QUALITY, 0.8).diagnoses(Metric.MODES, 6, 8, 8, 2, 2);
        assertThat(said("unconstrained")).as("twice is no collapse yet").noneMatch(text -> text.contains("collapsed"));
        history.point(Metric.MODES, 600, 5, 2);
        assertThat(said("unconstrained")).first().isEqualTo("collapsed onto 2 of 8 modes since step 400");
        step = 300;
        assertThat(said("unconstrained")).as("before it happened").noneMatch(text -> text.contains("collapsed"));
    }

    @Test
    void fewModesFromTheStartAreNoCollapseAndBlurredSamplesNoModes() {
        diagnoses(Metric.HIGH_QUALITY, 0.8).diagnoses(Metric.MODES, 1, 2, 2);
        assertThat(said("unconstrained")).first().isEqualTo("has found 2 of 8 modes only, since step 100");
        history.point(Metric.HIGH_QUALITY, 400, 3, 0.2);
        assertThat(said("unconstrained")).noneMatch(text -> text.contains("only"));
    }

    @Test
    void aSignalThatHasVanishedIsToldWhereTheSamplesAreStillFar() {
        diagnoses(Metric.GENERATOR_SIGNAL, 1, 1e-4, 1e-5, 1e-5).diagnoses(Metric.GAP, 3);
        diagnoses(Metric.SLICED_WASSERSTEIN, 0.5, 0.5, 0.45, 0.45);
        String sentence = "the critic separates real from fake and its signal has vanished: the generator stands still";
        assertThat(said("unconstrained")).first().isEqualTo(sentence);
        history.point(Metric.SLICED_WASSERSTEIN, 500, 5, 0.05);
        assertThat(said("unconstrained"))
                .as("near the data a small signal is well")
                .doesNotContain(sentence);
    }

    @Test
    void aSignalThatIsOnlySmallIsNotVanished() {
        diagnoses(Metric.GENERATOR_SIGNAL, 1, 0.01, 0.01, 0.01).diagnoses(Metric.GAP, 3);
        diagnoses(Metric.SLICED_WASSERSTEIN, 0.5, 0.5, 0.5, 0.5);
        assertThat(said("unconstrained")).noneMatch(text -> text.contains("vanished"));
    }

    @Test
    void clippedWeightsAtTheBoundAreCountedInAClippedLaneOnly() {
        double c = lane("weight-clipping").values().get(lipschitzlab.constraint.WeightClipping.BOUND);
        Histogram histogram = new Histogram(-c, c, new int[] {40, 10, 7, 43}, 0);
        weights = List.of(new WeightHistogram(WeightHistogram.ALL, c, histogram));
        assertThat(said("weight-clipping")).containsExactly("clipping: 83 % of weights at ±c");
        assertThat(said("spectral-norm")).isEmpty();
        weights = List.of(new WeightHistogram(WeightHistogram.ALL, c / 2, histogram));
        assertThat(said("weight-clipping")).as("the bound is not reached").isEmpty();
        weights = List.of(
                new WeightHistogram(WeightHistogram.ALL, c, new Histogram(-c, c, new int[] {20, 30, 30, 20}, 0)));
        assertThat(said("weight-clipping")).isEmpty();
    }

    @Test
    void aCriticFarBelowItsBoundIsToldOfSpectralNormAlone() {
        diagnoses(Metric.LIPSCHITZ_NOMINAL, 1).diagnoses(Metric.GRADIENT_NORM_MAX, 0.1, 0.12, 0.2);
        String sentence = "the critic is at its Lipschitz bound almost nowhere";
        assertThat(said("spectral-norm")).containsExactly(sentence);
        assertThat(said("weight-clipping")).isEmpty();
        history.point(Metric.GRADIENT_NORM_MAX, 400, 3, 0.6);
        assertThat(said("spectral-norm")).isEmpty();
    }

    @Test
    void aSlopeThatNothingHoldsAndOneThatThePenaltyDoesNotHoldYetAreTold() {
        diagnoses(Metric.GRADIENT_NORM_MAX, 12, 15, 20.4);
        assertThat(said("unconstrained")).containsExactly("nothing holds the slope: ‖∇D‖ reaches 20.4");
        diagnoses(Metric.GRADIENT_NORM_INTERPOLATED, 2, 2.5, 1.81);
        assertThat(said("gradient-penalty"))
                .containsExactly("the penalty does not hold the slope yet: ‖∇D‖ is 1.81 on average");
        history.point(Metric.GRADIENT_NORM_INTERPOLATED, 400, 3, 1.1);
        assertThat(said("gradient-penalty")).isEmpty();
    }

    @Test
    void aLossThatSwingsIsToldWithItsPeriodAndOneThatWandersIsNot() {
        everyStep(
                Metric.GENERATOR_LOSS,
                600,
                i -> 0.01 * i + Math.sin(2 * Math.PI * i / 40) + 0.3 * Math.sin(1.7 * i * i));
        assertThat(said("unconstrained")).containsExactly("losses oscillate with period 40: no convergence");
    }

    @Test
    void neitherNoiseNorATrendNorAShortWaveIsAnOscillation() {
        java.util.Random noise = new java.util.Random(3);
        everyStep(Metric.GENERATOR_LOSS, 600, i -> 0.01 * i + noise.nextGaussian());
        assertThat(said("unconstrained")).isEmpty();
        HandMadeHistory brief = new HandMadeHistory();
        for (int i = 0; i < 200; i++) {
            brief.point(Metric.GENERATOR_LOSS, i + 1, i, Math.sin(i));
        }
        LaneSpec spec = lane("unconstrained");
        assertThat(Observations.of(new ObservedLane(
                        spec, spec.values(), OptionalInt.empty(), brief.history(), List.of(), Integer.MAX_VALUE)))
                .isEmpty();
    }

    @Test
    void theWayOfTheDistanceIsToldFromMediansOfFour() {
        diagnoses(Metric.SLICED_WASSERSTEIN, 0.5, 0.5, 0.5, 0.5, 0.3, 0.3, 0.3);
        assertThat(said("spectral-norm")).as("too few").isEmpty();
        history.point(Metric.SLICED_WASSERSTEIN, 800, 7, 9);
        assertThat(said("spectral-norm")).containsExactly("samples come nearer to the data");
        for (int i = 9; i < 13; i++) {
            history.point(Metric.SLICED_WASSERSTEIN, 100 * i, i, 0.31);
        }
        assertThat(said("spectral-norm")).containsExactly("samples are no nearer to the data than before");
        for (int i = 13; i < 17; i++) {
            history.point(Metric.SLICED_WASSERSTEIN, 100 * i, i, 0.6);
        }
        assertThat(said("spectral-norm")).containsExactly("samples move away from the data");
    }

    @Test
    void everyLessonThatIsLinkedIsBundledAndEveryRuleSaysItsNumbers() {
        diagnoses(Metric.HIGH_QUALITY, 0.8)
                .diagnoses(Metric.MODES, 1, 2, 2)
                .diagnoses(Metric.GRADIENT_NORM_MAX, 12, 15, 20);
        diagnoses(Metric.GENERATOR_SIGNAL, 1, 1e-4, 1e-5, 1e-5).diagnoses(Metric.GAP, 3);
        diagnoses(Metric.SLICED_WASSERSTEIN, 0.5, 0.5, 0.45, 0.45);
        List<Observation> all = Observations.of(of("unconstrained"));
        assertThat(all).hasSize(4);
        assertThat(all).allSatisfy(each -> {
            assertThat(each.rule()).endsWith(".").containsPattern("\\d|half|three|thousandth");
            assertThat(each.brief()).hasSizeLessThanOrEqualTo(36);
            each.lesson().ifPresent(name -> assertThat(Lessons.names()).contains(name));
        });
    }
}
