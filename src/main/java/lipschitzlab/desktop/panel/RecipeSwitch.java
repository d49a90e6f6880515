package lipschitzlab.desktop.panel;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.desktop.model.RecipeModel;
import lipschitzlab.desktop.model.RecipeState;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PublishedPreset;
import lipschitzlab.preset.Recipe;
import org.controlsfx.control.SegmentedButton;

/** Gives all lanes the preset's settings or those of their papers, and says where the papers have them and whether lanes differ. */
public final class RecipeSwitch extends HBox {
    private static final String TUNED_HELP = "The settings of the preset, from the start again.";
    private static final String PUBLISHED_HELP = "The settings of each method's paper, from the start again.";

    private final LabModel model;
    private final RecipeModel recipes;
    private final Label label = new Label("Settings");
    private final ToggleButton tuned = new ToggleButton();
    private final ToggleButton published = new ToggleButton("As published");
    private final Label changed = new Label("changed");

    public RecipeSwitch(LabModel model, RecipeModel recipes) {
        super(6);
        this.model = model;
        this.recipes = recipes;
        setId("recipe");
        getStyleClass().add("recipe");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        tuned.setId("recipe-tuned");
        published.setId("recipe-published");
        changed.setId("recipe-changed");
        changed.getStyleClass().add("note");
        tuned.setOnAction(event -> press(Recipe.TUNED));
        published.setOnAction(event -> press(Recipe.PUBLISHED));
        getChildren().setAll(label, new SegmentedButton(tuned, published), changed);
        getChildren().forEach(child -> ((Region) child).setMinWidth(USE_PREF_SIZE));
        recipes.stateProperty().subscribe(now -> show());
        model.openingProperty().subscribe(now -> show());
        model.experimentProperty().subscribe(now -> explain());
    }

    /** What is pressed already is taken again where lanes were changed by hand. */
    private void press(Recipe recipe) {
        RecipeState state = recipes.stateProperty().get();
        if (state.recipe() == recipe && state.changed() == 0) {
            show();
        } else {
            recipes.choose(recipe);
        }
    }

    /** While another experiment is being opened, what was pressed stays so. */
    private void show() {
        RecipeState state = recipes.stateProperty().get();
        tuned.setText(state.searched() ? "Tuned here" : "The preset's");
        tuned.setDisable(!state.tunedOffered());
        published.setDisable(!state.publishedOffered());
        changed.setVisible(state.changed() > 0);
        Hint.set(changed, lanes(state.changed()) + " in some value; press the button again to take that back.");
        if (!model.openingProperty().get()) {
            tuned.setSelected(state.recipe() == Recipe.TUNED);
            published.setSelected(state.recipe() == Recipe.PUBLISHED);
        }
    }

    private static String lanes(int count) {
        return count == 1 ? "One lane differs" : count + " lanes differ";
    }

    private void explain() {
        Optional<Preset> open = model.experimentProperty().get().map(Experiment::preset);
        String own = model.chosen().map(Preset::tuning).orElse("").strip();
        String help = PUBLISHED_HELP + open.map(RecipeSwitch::references).orElse("");
        Hint.set(tuned, own.isEmpty() ? TUNED_HELP : TUNED_HELP + "\n\n" + own);
        Hint.set(published, help);
        Hint.set(label, tuned.getText() + ": " + TUNED_HELP + "\n" + published.getText() + ": " + help);
    }

    private static String references(Preset preset) {
        return "\n\n" + String.join("\n", PublishedPreset.sources(preset)) + "\n\n" + PublishedPreset.steps(preset)
                + " Hover over a parameter of one lane for its published value.";
    }
}
