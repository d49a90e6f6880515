package lipschitzlab.preset;

import java.util.Locale;
import lipschitzlab.setting.ChoiceSetting;

/** The two kinds of settings that a method can be shown with. */
public enum Recipe {
    /** Those of the preset, which were searched, or chosen, for its data and its short runs. */
    TUNED,
    /** Those of the method's paper ({@link PublishedRecipes}). */
    PUBLISHED;

    /** A person's choice between the two. */
    public static final ChoiceSetting<Recipe> SETTING = ChoiceSetting.of(
            "recipe",
            "Recipe",
            Recipe.class,
            Recipe::id,
            TUNED,
            false,
            "Published: the settings of each method's paper. Tuned: those of the preset.");

    /** The name in options. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
