package lipschitzlab.desktop.model;

import lipschitzlab.preset.Recipe;

/**
 * Which settings the lanes on show have.
 *
 * @param recipe those that they are nearer to
 * @param changed lanes that differ from it in some value
 * @param tunedOffered whether the preset has settings of its own, other than the published ones
 * @param publishedOffered whether the method of any lane has published settings
 * @param searched whether the preset's own settings were searched for it
 */
public record RecipeState(
        Recipe recipe, int changed, boolean tunedOffered, boolean publishedOffered, boolean searched) {
    static final RecipeState NOTHING = new RecipeState(Recipe.TUNED, 0, false, false, false);
}
