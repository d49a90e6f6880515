package lipschitzlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.constraint.GradientPenalty;
import lipschitzlab.measurement.Curve;
import lipschitzlab.measurement.Metric;
import lipschitzlab.preset.Change;
import lipschitzlab.preset.LaneRules;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.preset.PresetWriter;
import lipschitzlab.setting.Assignment;
import lipschitzlab.setting.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LanesComeAndGoTest {
    private static final Backend BACKEND = EngineUnderTest.chosen();
    private static final String LATE = "gradient-penalty";

    @TempDir
    Path folder;

    /** Everything that each lane reported but the time it took, in the order of the lanes' ids. */
    private static List<String> report(Experiment experiment) {
        List<String> rows = new ArrayList<>();
        for (Lane lane : experiment.lanes()) {
            for (Metric metric : lane.history().metrics()) {
                Curve curve = lane.history().curve(metric);
                rows.add(lane.id() + " " + metric.id() + " " + Arrays.toString(curve.steps()) + " "
                        + Arrays.toString(curve.values()));
            }
            lane.history().spectra().forEach(record -> record.layers()
                    .forEach(layer -> rows.add(lane.id() + " " + record.step() + " " + layer.layer() + " "
                            + Arrays.toString(layer.sigma()))));
        }
        rows.sort(String::compareTo);
        return rows;
    }

    private static void train(Experiment experiment) throws InterruptedException {
        experiment.play();
        experiment.awaitRest();
    }

    private static List<String> run(Preset preset) throws InterruptedException {
        try (Experiment experiment = Experiment.open(preset, BACKEND)) {
            train(experiment);
            return report(experiment);
        }
    }

    private static LaneSpec spec(String id) {
        return TinyPresets.toy().lanes().stream()
                .filter(lane -> lane.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Experiment withoutTheLateOne() {
        List<String> others = TinyPresets.toy().lanes().stream()
                .map(LaneSpec::id)
                .filter(id -> !id.equals(LATE))
                .toList();
        return Experiment.open(TinyPresets.toy().withOnly(others, "test"), BACKEND);
    }

    @Test
    void aLaneThatIsAddedLaterHasTheNumbersItWouldHaveHadFromTheStart() throws InterruptedException {
        try (Experiment experiment = withoutTheLateOne()) {
            experiment.step();
            experiment.step();
            experiment.awaitRest();
            experiment.add(spec(LATE));
            assertThat(experiment.lanes()).extracting(Lane::id).endsWith(LATE);
            experiment.step();
            experiment.awaitRest();
            assertThat(experiment.lanes()).extracting(Lane::step).containsExactly(2, 2, 2, 1);
            train(experiment);

            assertThat(report(experiment)).isEqualTo(run(TinyPresets.toy()));
        }
    }

    @Test
    void whileItCatchesUpTheOthersWaitInLockstep() throws InterruptedException {
        try (Experiment experiment = withoutTheLateOne()) {
            experiment.step();
            experiment.awaitRest();
            train(experiment);
            experiment.extend(3);
            experiment.add(spec(LATE));
            experiment.step();
            experiment.awaitRest();
            assertThat(experiment.lane(LATE).step()).isOne();
            assertThat(experiment.lane("spectral-norm").step()).isEqualTo(6);
        }
    }

    @Test
    void aLaneThatIsAddedAfterAnExtensionIsExtendedAtTheSameStep() throws InterruptedException {
        List<String> fromTheStart;
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), BACKEND)) {
            train(experiment);
            experiment.extend(3);
            train(experiment);
            fromTheStart = report(experiment);
        }
        try (Experiment experiment = withoutTheLateOne()) {
            train(experiment);
            experiment.extend(3);
            train(experiment);
            experiment.add(spec(LATE));
            experiment.awaitRest();
            assertThat(experiment.lane(LATE).horizon()).isEqualTo(9);
            Preset early = experiment.resolved();
            train(experiment);

            assertThat(experiment.lane(LATE).state()).isEqualTo(LaneState.FINISHED);
            assertThat(report(experiment)).isEqualTo(fromTheStart);
            assertThat(run(early)).isEqualTo(fromTheStart);

            experiment.reset();
            experiment.awaitRest();
            assertThat(experiment.lanes()).extracting(Lane::horizon).containsOnly(6);
        }
    }

    @Test
    void aDuplicateBeginsWithTheValuesAsTheyStandAndTheRecordRepeatsAll() throws InterruptedException, IOException {
        List<String> seen;
        Path record = folder.resolve("run.yaml");
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), BACKEND)) {
            experiment.step();
            experiment.awaitRest();
            experiment.change(LATE, new Assignment<>(GradientPenalty.LAMBDA, 5.0));
            experiment.awaitRest();
            Lane original = experiment.lane(LATE);
            experiment.add(new LaneSpec("twin", original.values()));
            experiment.remove("weight-clipping");
            experiment.rename("unconstrained", "free");
            train(experiment);
            seen = report(experiment);
            Files.writeString(record, PresetWriter.toYaml(experiment.resolved(), Map.of()));

            assertThat(experiment.lane("twin").spec().values().get(GradientPenalty.LAMBDA))
                    .isEqualTo(5.0);
            assertThat(original.spec().values().get(GradientPenalty.LAMBDA)).isNotEqualTo(5.0);
            assertThat(experiment
                            .lane("twin")
                            .history()
                            .curve(Metric.CRITIC_LOSS)
                            .values())
                    .isNotEqualTo(original.history().curve(Metric.CRITIC_LOSS).values());
        }
        Preset repeated = PresetReader.read(record, Map.of());
        assertThat(repeated.lanes()).extracting(LaneSpec::id).containsExactly("spectral-norm", LATE, "free", "twin");
        assertThat(run(repeated)).isEqualTo(seen);
    }

    @Test
    void aRenamedLaneKeepsItsHistoryAndItsChanges() throws InterruptedException {
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), BACKEND)) {
            experiment.step();
            experiment.awaitRest();
            experiment.change(LATE, new Assignment<>(GradientPenalty.LAMBDA, 5.0));
            experiment.awaitRest();
            Lane lane = experiment.lane(LATE);
            double[] before = lane.history().curve(Metric.CRITIC_LOSS).values();
            experiment.rename(LATE, "soft");

            assertThat(experiment.lane("soft")).isSameAs(lane);
            assertThat(lane.spec().title()).isEqualTo("soft");
            assertThat(lane.step()).isOne();
            assertThat(lane.history().curve(Metric.CRITIC_LOSS).values()).isEqualTo(before);
            assertThat(experiment.resolved().changes())
                    .containsExactly(new Change.Value(1, "soft", new Assignment<>(GradientPenalty.LAMBDA, 5.0)));
            train(experiment);
            assertThat(lane.step()).isEqualTo(6);
        }
    }

    @Test
    void aRenamedLaneRepeatsWhatItsRecordSaysAfterAReset() throws InterruptedException {
        Preset record = TinyPresets.toy()
                .withChanges(List.of(new Change.Value(2, LATE, new Assignment<>(GradientPenalty.LAMBDA, 5.0))));
        try (Experiment experiment = Experiment.open(record, BACKEND)) {
            experiment.rename(LATE, "soft");
            train(experiment);
            List<String> first = report(experiment);
            experiment.reset();
            experiment.awaitRest();
            assertThat(experiment.lane("soft").changes()).isEmpty();
            train(experiment);

            assertThat(report(experiment)).isEqualTo(first);
            assertThat(experiment.lane("soft").changes())
                    .containsExactly(new Change.Value(2, "soft", new Assignment<>(GradientPenalty.LAMBDA, 5.0)));
        }
    }

    @Test
    void aNinthLaneALastOnesRemovalAndUnfitNamesAreRefusedInWords() throws InterruptedException {
        try (Experiment experiment = Experiment.open(TinyPresets.toy().withOnly(List.of(LATE), "test"), BACKEND)) {
            assertThatThrownBy(() -> experiment.remove(LATE))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("expected 1 to 8 lanes, found none");
            for (int number = 2; number <= LaneRules.MAX_LANES; number++) {
                experiment.add(spec(LATE).named("lane-" + number));
            }
            assertThatThrownBy(() -> experiment.add(spec(LATE).named("lane-9")))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("expected 1 to 8 lanes, found 9");
            assertThatThrownBy(() -> experiment.rename("lane-2", "lane-3"))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("expected a name that no other lane has, found 'lane-3'");
            assertThatThrownBy(() -> experiment.rename("lane-2", "Lane/2"))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("lower-case letters, digits and hyphens, found 'Lane/2'");
            experiment.rename("lane-2", "lane-2");
            experiment.awaitRest();
            assertThat(experiment.lanes()).hasSize(LaneRules.MAX_LANES);
        }
        assertThatThrownBy(() -> TinyPresets.toy().withLanes(List.of()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("1 to 8 lanes, found none");
    }

    @Test
    void lanesComeAndGoWhileOthersTrainFreely() throws InterruptedException {
        Preset endless = TinyPresets.toy("schedule.mode", "free", "schedule.steps", "1000000");
        try (Experiment experiment = Experiment.open(endless, BACKEND)) {
            experiment.play();
            for (int round = 0; round < 5; round++) {
                experiment.add(spec(LATE).named("late-" + round));
                experiment.remove(experiment.lanes().get(0).id());
                Lane newest = experiment.lane("late-" + round);
                Await.until("two steps of the newest lane", () -> newest.step() >= 2);
            }
            experiment.pause();
            experiment.awaitRest();
            assertThat(experiment.lanes()).hasSize(4).allSatisfy(lane -> {
                assertThat(lane.failure()).isEmpty();
                assertThat(lane.state()).isEqualTo(LaneState.PAUSED);
            });
        }
    }

    @Test
    void asManyLanesTrainAtATimeAsThereAreButNoMoreThanAllowed() throws InterruptedException {
        Preset one = TinyPresets.toy().withOnly(List.of(LATE), "test");
        try (Experiment experiment = Opening.of(one, BACKEND).atMost(2).open()) {
            assertThat(experiment.parallelLanes()).isOne();
            experiment.add(spec("spectral-norm"));
            experiment.add(spec("unconstrained"));
            int cores = Runtime.getRuntime().availableProcessors();
            assertThat(experiment.parallelLanes()).isEqualTo(Math.min(2, cores));
            train(experiment);
            experiment.remove(LATE);
            experiment.remove("spectral-norm");
            assertThat(experiment.parallelLanes()).isOne();
            experiment.extend(2);
            train(experiment);
            assertThat(experiment.lane("unconstrained").step()).isEqualTo(8);
        }
    }
}
