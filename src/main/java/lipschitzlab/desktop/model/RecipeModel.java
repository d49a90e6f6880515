package lipschitzlab.desktop.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import lipschitzlab.desktop.control.Follow;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PublishedPreset;
import lipschitzlab.preset.PublishedRecipe;
import lipschitzlab.preset.Recipe;
import lipschitzlab.setting.Values;

/** Whether the lanes on show have the preset's settings or those of their papers, and the switch of all of them at once. */
public final class RecipeModel {
    private final LabModel model;
    private final ReadOnlyObjectWrapper<RecipeState> state = new ReadOnlyObjectWrapper<>(RecipeState.NOTHING);

    /** What lanes that were added here had before they were switched: no preset says it. */
    private final Map<String, LaneSpec> added = new LinkedHashMap<>();

    private Optional<Preset> addedTo = Optional.empty();
    private Subscription following = Subscription.EMPTY;

    public RecipeModel(LabModel model) {
        this.model = model;
        Follow.list(model.lanes(), this::followLanes);
    }

    /** Where the lanes on show stand. */
    public ReadOnlyObjectProperty<RecipeState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /**
     * Gives all lanes these settings, from the start again. Lanes that have no others stay as they are; what was changed by hand
     * is taken back.
     */
    public void choose(Recipe recipe) {
        String said = recipe == Recipe.PUBLISHED
                ? "Started again: settings as published"
                : "Started again: the preset's own settings";
        if (state.get().recipe() == Recipe.TUNED) {
            remember();
        }
        model.restart(
                preset -> recipe == Recipe.PUBLISHED ? PublishedPreset.of(preset) : tuned(preset),
                said,
                model.training().isTraining());
    }

    private void remember() {
        if (!addedTo.equals(model.chosen())) {
            added.clear();
            addedTo = model.chosen();
        }
        for (LaneModel lane : model.lanes()) {
            LaneSpec now = lane.lane().spec().with(lane.valuesProperty().get());
            if (ofThePreset(now).isEmpty()) {
                added.put(now.id(), now);
            }
        }
    }

    private Preset tuned(Preset preset) {
        List<LaneSpec> lanes = preset.lanes().stream()
                .map(lane -> lane.with(tuned(lane).orElse(lane).values()))
                .toList();
        Preset words = model.chosen().orElse(preset);
        return preset.withLanes(lanes).withTexts(words.title(), words.lookFor(), words.tuning());
    }

    /** As the preset has it, or as it was added. */
    private Optional<LaneSpec> tuned(LaneSpec lane) {
        return ofThePreset(lane).or(() -> Optional.ofNullable(added.get(lane.id()))
                .filter(before ->
                        addedTo.equals(model.chosen()) && before.constraint().equals(lane.constraint())));
    }

    private Optional<LaneSpec> ofThePreset(LaneSpec lane) {
        return model.chosen().stream()
                .flatMap(preset -> preset.lanes().stream())
                .filter(spec -> spec.id().equals(lane.id()) && spec.constraint().equals(lane.constraint()))
                .findFirst();
    }

    /** What a lane's method was published with; empty where nothing is known. */
    public Optional<PublishedRecipe> recipe(LaneModel lane) {
        return model.experimentProperty()
                .get()
                .flatMap(open ->
                        PublishedPreset.recipe(open.preset(), lane.lane().spec()));
    }

    private void followLanes() {
        following.unsubscribe();
        following = model.lanes().stream()
                .map(lane -> lane.valuesProperty().subscribe(now -> look()))
                .reduce(Subscription.EMPTY, Subscription::and);
        look();
    }

    private void look() {
        if (model.lanes().isEmpty()) {
            return;
        }
        Map<LaneModel, Values> tuned = targets(
                lane -> tuned(lane.lane().spec()).orElse(lane.lane().spec()).values());
        Map<LaneModel, Values> published = targets(lane -> recipe(lane)
                .map(found -> found.applied(lane.lane().spec()).values())
                .orElse(tuned.get(lane)));
        boolean tunedSomewhere = !tuned.equals(published);
        boolean publishedSomewhere =
                model.lanes().stream().anyMatch(lane -> recipe(lane).isPresent());
        int fromTuned = differing(tuned);
        int fromPublished = differing(published);
        Recipe nearest = fromTuned < fromPublished || !publishedSomewhere ? Recipe.TUNED : Recipe.PUBLISHED;
        if (fromTuned == fromPublished && tunedSomewhere) {
            nearest = state.get().recipe();
        }
        state.set(new RecipeState(
                nearest,
                nearest == Recipe.TUNED ? fromTuned : fromPublished,
                tunedSomewhere || nearest == Recipe.TUNED,
                publishedSomewhere,
                model.chosen().filter(Preset::tuned).isPresent()));
    }

    private Map<LaneModel, Values> targets(Function<LaneModel, Values> target) {
        Map<LaneModel, Values> targets = new LinkedHashMap<>();
        model.lanes().forEach(lane -> targets.put(lane, target.apply(lane)));
        return targets;
    }

    private static int differing(Map<LaneModel, Values> targets) {
        return (int) targets.entrySet().stream()
                .filter(entry -> !entry.getKey().valuesProperty().get().equals(entry.getValue()))
                .count();
    }
}
