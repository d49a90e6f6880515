package lipschitzlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.constraint.GradientPenalty;
import lipschitzlab.preset.LaneRules;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.preset.PresetWriter;
import lipschitzlab.setting.Assignment;
import lipschitzlab.setting.ByKey;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Values;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaneTitlesTest {
    @TempDir
    Path folder;

    private static LaneSpec lane(String id, String... settings) {
        LaneSpec penalty = PresetReader.readBundled("eight-gaussians", Map.of()).lanes().stream()
                .filter(spec -> spec.id().equals("gradient-penalty"))
                .findFirst()
                .orElseThrow();
        Values values = ByKey.with(penalty.values(), settings);
        return new LaneSpec(id, values);
    }

    @Test
    void lanesThatShareAMethodAreNamedByTheValueInWhichTheyDiffer() {
        assertThat(LaneTitles.of(List.of(
                        lane("gradient-penalty", "lambda", "0.1"),
                        lane("gradient-penalty-2", "lambda", "1"),
                        lane("strong", "lambda", "10", "learningRate", "1e-4"))))
                .containsExactly(
                        "gradient penalty, λ = 0.1, α = 0.002",
                        "gradient penalty, λ = 1, α = 0.002",
                        "strong, λ = 10, α = 1e-4");
    }

    @Test
    void aLaneAloneWithItsMethodIsNamedByTheMethod() {
        Preset preset = PresetReader.readBundled("eight-gaussians", Map.of());
        assertThat(LaneTitles.of(preset.lanes()))
                .containsExactly("spectral norm", "gradient penalty", "weight clipping", "unconstrained");
        assertThat(LaneTitles.of(List.of(lane("gradient-penalty-2")))).containsExactly("gradient penalty");
    }

    @Test
    void noTwoLanesHaveTheSameTitleWhateverAPersonCallsThem() {
        LaneSpec named = lane("a").titled(Optional.of("λ = 10"));
        assertThat(LaneTitles.of(
                        List.of(named, named.named("b"), lane("gradient-penalty"), lane("gradient-penalty-2"))))
                .containsExactly("λ = 10", "λ = 10 (2)", "gradient penalty", "gradient penalty (2)");
    }

    @Test
    void manyDifferencesAreCutShort() {
        LaneSpec far = lane(
                "gradient-penalty-2",
                "lambda",
                "7",
                "learningRate",
                "1",
                "generatorLearningRate",
                "1",
                "criticSteps",
                "3",
                "objective",
                "hinge");
        assertThat(LaneTitles.of(List.of(lane("gradient-penalty"), far)).get(1))
                .isEqualTo("gradient penalty, λ = 7, objective hinge, α = 1, …");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "λ = 10",
                "10",
                "null",
                "~",
                "- a: b # c",
                "\"quoted\" 'twice'",
                "🎲 dice",
                "{a: b}",
                "a\\nb",
                "title:",
                "a, b",
                "%",
                "@",
                "…"
            })
    void aTitleMayBeAnyTextAndComesBackFromTheRecordOfARun(String title) throws IOException {
        assertThat(readBack(title)).contains(title);
    }

    private static Optional<String> readBack(String title) throws IOException {
        Preset preset = TinyPresets.toy();
        LaneSpec titled = preset.lanes().get(0).titled(LaneRules.title(title, "test"));
        String yaml = PresetWriter.toYaml(preset.withLanes(List.of(titled)), Map.of());
        Path file = Files.createTempFile("titled", ".yaml");
        try {
            Files.writeString(file, yaml);
            return PresetReader.read(file, Map.of()).lanes().get(0).ownTitle();
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 300, seed = "28")
    void everyTitleIsReadBackOrRefusedInWords(@ForAll @StringLength(max = 210) String written) throws IOException {
        Optional<String> title;
        try {
            title = LaneRules.title(written, "the title");
        } catch (InputException refused) {
            assertThat(refused).hasMessageStartingWith("the title: expected a title of");
            return;
        }
        assertThat(readBack(written)).isEqualTo(title);
    }

    @Test
    void aPresetGivesALaneItsTitle() throws IOException {
        Path file = folder.resolve("titled.yaml");
        Files.writeString(
                file,
                PresetText.small()
                        .line(18, "  gradient-penalty:\n    title: \"λ = 10\"")
                        .toString());
        Preset preset = PresetReader.read(file, Map.of("lanes.slow-clipping.title", "  slow \t and\nsteady "));

        assertThat(LaneTitles.of(preset.lanes())).containsExactly("λ = 10", "slow and steady");
        assertThat(preset.lanes()).extracting(LaneSpec::id).containsExactly("gradient-penalty", "slow-clipping");
    }

    @Test
    void aTitleThatIsTooLongIsRefusedWithItsLine() throws IOException {
        Path file = folder.resolve("long.yaml");
        Files.writeString(
                file,
                PresetText.small()
                        .line(18, "  gradient-penalty:\n    title: " + "x".repeat(201))
                        .toString());
        assertThatThrownBy(() -> PresetReader.read(file, Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("long.yaml:19: expected a title of at most 200 characters, found 201 characters");
    }

    @Test
    void aLaneThatTrainsGetsAnotherTitleAndKeepsItsId() throws InterruptedException {
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), EngineUnderTest.chosen())) {
            Lane lane = experiment.lanes().get(0);
            String id = lane.id();
            String before = LaneTitles.now(experiment.lanes()).get(0);
            experiment.step();
            experiment.awaitRest();
            experiment.retitle(id, "λ = 10");

            assertThat(LaneTitles.now(experiment.lanes()).get(0)).isEqualTo("λ = 10");
            assertThat(LaneTitles.withIds(experiment.lanes()).get(0)).isEqualTo(id + " (λ = 10)");
            assertThat(experiment.lane(id)).isSameAs(lane);
            assertThat(lane.step()).isOne();
            assertThat(experiment.resolved().lanes().get(0).ownTitle()).contains("λ = 10");

            experiment.retitle(id, "  ");
            assertThat(LaneTitles.now(experiment.lanes()).get(0)).isEqualTo(before);
        }
    }

    @Test
    void aValueThatIsChangedInTrainingIsNamedWithTheOneBefore() throws InterruptedException {
        Preset preset = TinyPresets.toy();
        LaneSpec penalty = preset.lanes().stream()
                .filter(spec -> spec.id().equals("gradient-penalty"))
                .findFirst()
                .orElseThrow();
        String value = ByKey.text(penalty.values(), "lambda");
        List<LaneSpec> twins = List.of(penalty, penalty.named("gradient-penalty-2"));
        try (Experiment experiment = Experiment.open(preset.withLanes(twins), EngineUnderTest.chosen())) {
            experiment.change("gradient-penalty-2", new Assignment<>(GradientPenalty.LAMBDA, 7.0));
            experiment.awaitRest();
            assertThat(LaneTitles.now(experiment.lanes()))
                    .containsExactly("gradient penalty, λ = " + value, "gradient penalty, λ = 7");
            experiment.step();
            experiment.awaitRest();
            experiment.change("gradient-penalty-2", new Assignment<>(GradientPenalty.LAMBDA, 8.0));
            experiment.awaitRest();

            assertThat(LaneTitles.now(experiment.lanes()))
                    .containsExactly("gradient penalty, λ = " + value, "gradient penalty, λ = 7 → 8");
        }
    }
}
