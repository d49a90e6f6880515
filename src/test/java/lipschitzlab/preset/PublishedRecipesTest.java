package lipschitzlab.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.constraint.ConstraintSet;
import lipschitzlab.constraint.GradientPenalty;
import lipschitzlab.dataset.DatasetKind;
import lipschitzlab.objective.Objective;
import lipschitzlab.optimizer.OptimizerKind;
import lipschitzlab.optimizer.OptimizerSettings;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedRecipesTest {
    private static final Preset TUNED = PresetReader.readBundled("eight-gaussians", Map.of());

    private static LaneSpec lane(Preset preset, String id) {
        return preset.lanes().stream()
                .filter(lane -> lane.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Stream<Arguments> recipes() {
        return Stream.of(ConstraintKind.values())
                .flatMap(kind -> Stream.of(DatasetKind.EIGHT_GAUSSIANS, DatasetKind.IDX)
                        .flatMap(data -> PublishedRecipes.find(ConstraintSet.of(kind), data).stream()
                                .map(recipe -> Arguments.of(kind, data, recipe))));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("recipes")
    void everySettingOfALaneIsGivenAndHasAReference(ConstraintKind kind, DatasetKind data, PublishedRecipe recipe) {
        List<? extends Setting<?>> settings = recipe.values().settings().stream()
                .filter(setting -> !setting.equals(LaneSettings.CONSTRAINT))
                .toList();

        assertThat(recipe.own().stream()
                        .<Setting<?>>map(value -> value.assignment().setting())
                        .toList())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(settings);
        assertThat(recipe.values().get(LaneSettings.GENERATOR_LEARNING_RATE))
                .as("one rate, as the words say")
                .isEqualTo(recipe.values().get(LaneSettings.LEARNING_RATE));
        assertThat(Stream.concat(recipe.own().stream(), recipe.shared().stream()))
                .allSatisfy(value -> assertThat(value.reference()).matches(".*(20\\d\\d|TensorFlow|PyTorch).*"));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("recipes")
    void aSwitchedLaneHasExactlyTheRecipesValuesAndKeepsItsIdAndTitle(
            ConstraintKind kind, DatasetKind data, PublishedRecipe recipe) {
        ConstraintSet constraint = ConstraintSet.of(kind);
        LaneSpec before = new LaneSpec(
                "mine",
                Optional.of("My own"),
                new lipschitzlab.setting.Values(LaneSettings.of(constraint, OptimizerKind.SGD))
                        .with(LaneSettings.CONSTRAINT, constraint)
                        .with(LaneSettings.OPTIMIZER, OptimizerKind.SGD)
                        .with(LaneSettings.CRITIC_STEPS, 77));
        LaneSpec switched = recipe.applied(before);

        assertThat(switched.id()).isEqualTo("mine");
        assertThat(switched.title()).isEqualTo("My own");
        assertThat(switched.values()).isEqualTo(recipe.values());
        assertThat(switched.constraint()).isEqualTo(constraint);
    }

    @Test
    void pointsHaveTheToyCodesPenaltyAndPicturesThatOfTheAlgorithm() {
        ConstraintSet penalty = ConstraintSet.of(ConstraintKind.GRADIENT_PENALTY);
        var points = PublishedRecipes.find(penalty, DatasetKind.SWISS_ROLL).orElseThrow();
        var pictures = PublishedRecipes.find(penalty, DatasetKind.SHAPES).orElseThrow();

        assertThat(points.values().get(GradientPenalty.LAMBDA)).isEqualTo(0.1);
        assertThat(pictures.values().get(GradientPenalty.LAMBDA)).isEqualTo(10);
        assertThat(points.words().get(0))
                .endsWith("n = 5, λ = 0.1, batch = 256, 100,000 generator steps: the code of Gulrajani et al. 2017 for"
                        + " points, gan_toy.py");
        assertThat(pictures.words().get(0)).contains("Gulrajani et al. 2017, algorithm 1");
    }

    @Test
    void theUnconstrainedLaneBecomesTheGanThatTheConstraintsWereMadeFor() {
        Preset published = PublishedPreset.of(TUNED);

        assertThat(lane(TUNED, "unconstrained").objective()).isEqualTo(Objective.HINGE);
        assertThat(lane(published, "unconstrained").objective()).isEqualTo(Objective.NON_SATURATING);
        assertThat(lane(published, "unconstrained").values().get(OptimizerSettings.BETA_2))
                .isEqualTo(0.999);
    }

    @Test
    void aPresetSaysWhichSettingsItHas() {
        Preset published = PublishedPreset.of(TUNED);

        assertThat(TUNED.title()).isEqualTo("8 Gaussians, tuned here");
        assertThat(published.title()).isEqualTo("8 Gaussians, as published");
        assertThat(published.tuning())
                .contains("weight-clipping: ", "α = α_G = 5e-5", "Arjovsky et al. 2017, algorithm 1");
        assertThat(published.lookFor())
                .contains("The papers train 50,000 (spectral norm), 100,000 (gradient penalty, weight clipping), 34,000"
                        + " (unconstrained) generator steps.");
        assertThat(published.withLanes(TUNED.lanes()).withTexts(TUNED.title(), TUNED.lookFor(), TUNED.tuning()))
                .isEqualTo(TUNED);
        assertThat(Presets.names().stream()
                        .map(name -> PresetReader.of(name, Map.of()).title()))
                .noneMatch(title -> title.contains("published"));
    }

    @Test
    void aLaneWithoutARecipeStaysAndSaysWhy() {
        Preset mixed = PresetReader.readBundled("more-methods", Map.of());
        Preset published = PublishedPreset.of(mixed);

        assertThat(published.title()).isEqualTo("8 Gaussians, as published");
        assertThat(PublishedPreset.of(published)).isEqualTo(published);
        assertThat(published.lookFor()).contains("the others are as they were");
        assertThat(lane(published, "layer-norm")).isEqualTo(lane(mixed, "layer-norm"));
        assertThat(lane(published, "r1").optimizer()).isEqualTo(OptimizerKind.RMS_PROP);
        assertThat(PublishedPreset.references(mixed))
                .hasSameSizeAs(mixed.lanes())
                .contains(
                        "wgan-lp: stays as it is. Neither rates nor critic steps of Petzka et al. 2018 could be checked.");

        Preset combined = mixed.withOnly(List.of("layer-norm", "weight-norm"), "here");
        assertThatThrownBy(() -> PublishedPreset.of(combined))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("layer-norm: Its paper states no settings");
    }

    @Test
    void whatAPersonSetsOverridesTheRecipeForBothNetworksAtOnce() {
        Preset published = PresetReader.of(
                "eight-gaussians",
                Recipe.PUBLISHED,
                Map.of("lanes.weight-clipping.learningRate", "3e-4", "lanes.weight-clipping.decay", "0.5"));
        LaneSpec clipping = lane(published, "weight-clipping");

        assertThat(clipping.values().get(LaneSettings.LEARNING_RATE)).isEqualTo(3e-4);
        assertThat(clipping.values().get(LaneSettings.GENERATOR_LEARNING_RATE)).isEqualTo(3e-4);
        assertThat(clipping.values().get(OptimizerSettings.DECAY)).isEqualTo(0.5);
        assertThat(clipping.values().get(LaneSettings.CRITIC_STEPS)).isEqualTo(5);
        assertThat(PresetReader.of("eight-gaussians", Recipe.PUBLISHED, Map.of()))
                .isEqualTo(PublishedPreset.of(TUNED));
        assertThat(PresetReader.of("eight-gaussians", Recipe.TUNED, Map.of())).isEqualTo(TUNED);
    }
}
