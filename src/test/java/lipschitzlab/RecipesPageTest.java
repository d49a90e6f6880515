package lipschitzlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.constraint.ConstraintSet;
import lipschitzlab.dataset.DatasetKind;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.preset.PublishedPreset;
import lipschitzlab.preset.PublishedRecipe;
import lipschitzlab.preset.PublishedRecipes;
import lipschitzlab.preset.PublishedValue;
import lipschitzlab.setting.Setting;
import lipschitzlab.setting.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of recipes has each number as the program has it. */
class RecipesPageTest {
    private static final Path PAGE = Path.of("src/site/markdown/recipes.md");
    private static final Preset TUNED = PresetReader.readBundled("eight-gaussians", Map.of());

    private static String row(LaneSpec lane, PublishedValue value) {
        Setting<?> setting = value.assignment().setting();
        Values shared = TUNED.shared();
        String tuned = lane.values().declares(setting)
                ? lane.values().text(setting)
                : shared.declares(setting) ? shared.text(setting) : "–";
        return String.format(
                Locale.ROOT,
                "| `%s` | `%s` | %s | %s | %s |",
                lane.id(),
                setting.key(),
                value.assignment().text(),
                value.reference(),
                tuned);
    }

    static List<String> rowsOfTheDefaultPreset() {
        return TUNED.lanes().stream()
                .flatMap(lane -> PublishedPreset.recipe(TUNED, lane).stream()
                        .flatMap(recipe -> Stream.concat(recipe.own().stream(), recipe.shared().stream()))
                        .filter(value -> !value.assignment().setting().equals(LaneSettings.GENERATOR_LEARNING_RATE))
                        .map(value -> row(lane, value)))
                .toList();
    }

    /** Recipes that the default preset does not have. */
    static List<String> rowsInWords() {
        return Stream.of(ConstraintKind.values())
                .flatMap(kind -> PublishedRecipes.find(ConstraintSet.of(kind), DatasetKind.IDX).stream())
                .filter(recipe -> !PublishedRecipes.find(
                                        ConstraintSet.of(recipe.constraint()), DatasetKind.EIGHT_GAUSSIANS)
                                .equals(java.util.Optional.of(recipe))
                        || TUNED.lanes().stream()
                                .noneMatch(lane -> lane.constraint().kinds().contains(recipe.constraint())))
                .map(RecipesPageTest::inWords)
                .toList();
    }

    private static String inWords(PublishedRecipe recipe) {
        return "| `" + recipe.constraint().id() + "` | " + recipe.text() + " |";
    }

    @ParameterizedTest
    @MethodSource({"rowsOfTheDefaultPreset", "rowsInWords"})
    void thePageHasEachRow(String row) throws IOException {
        assertThat(Files.readAllLines(PAGE)).contains(row);
    }

    @Test
    void thePageHasNoRowThatTheProgramHasNot() throws IOException {
        assertThat(Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| `")))
                .isSubsetOf(Stream.concat(rowsOfTheDefaultPreset().stream(), rowsInWords().stream())
                        .toList());
    }
}
