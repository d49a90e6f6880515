package lipschitzlab.desktop.panel;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.stage.Window;
import lipschitzlab.desktop.control.Actions;
import lipschitzlab.desktop.control.Command;
import lipschitzlab.desktop.control.Texts;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.desktop.model.LaneDraft;
import lipschitzlab.desktop.model.LaneModel;
import lipschitzlab.preset.LaneRules;
import lipschitzlab.preset.LaneSpec;

/** Adds, duplicates, renames and removes lanes of the experiment on show, while the others go on. */
public final class LaneEditing {
    private final LabModel model;
    private final ObjectProperty<LaneModel> chosen;
    private final Supplier<Window> owner;
    private final Consumer<Runnable> save;
    private final IntegerBinding count;
    private final BooleanBinding open;

    /**
     * @param chosen the lane that commands are about; an added one becomes it
     * @param owner the window that questions belong to
     * @param save lets a person save the whole run, and does something once it is saved
     */
    public LaneEditing(
            LabModel model, ObjectProperty<LaneModel> chosen, Supplier<Window> owner, Consumer<Runnable> save) {
        this.model = model;
        this.chosen = chosen;
        this.owner = owner;
        this.save = save;
        this.count = Bindings.size(model.lanes());
        this.open = count.greaterThan(0).and(model.openingProperty().not());
    }

    /** Gives the commands their work. */
    public void register(Actions actions) {
        BooleanBinding room = open.and(count.lessThan(LaneRules.MAX_LANES));
        actions.set(Command.ADD_LANE, () -> withChosen(this::askForNew), room);
        actions.set(Command.DUPLICATE_LANE, () -> withChosen(this::duplicate), room);
        actions.set(Command.SIDE_BY_SIDE, () -> withChosen(this::askForValues), room);
        actions.set(Command.RENAME_LANE, () -> withChosen(this::askForTitle), open);
        actions.set(Command.REMOVE_LANE, () -> withChosen(this::askToRemove), open.and(count.greaterThan(1)));
    }

    /** Why a lane cannot be added or removed now, as a sentence; empty if both can be done. */
    StringBinding obstacle() {
        return Bindings.createStringBinding(
                () -> {
                    if (count.get() >= LaneRules.MAX_LANES) {
                        return LaneRules.MAX_LANES + " lanes are the most.";
                    }
                    return count.get() == 1 ? "The last lane stays." : "";
                },
                count);
    }

    private void withChosen(Consumer<LaneModel> work) {
        if (chosen.get() != null) {
            work.accept(chosen.get());
        }
    }

    private List<LaneSpec> specs() {
        return model.lanes().stream().map(lane -> lane.lane().spec()).toList();
    }

    private void askForNew(LaneModel like) {
        LaneDraft draft = new LaneDraft(like.valuesProperty().get(), specs());
        new AddLaneDialog(draft, like.title(), this::add).show(owner.get());
    }

    /**
     * Adds a lane, which starts at step 0.
     *
     * @throws lipschitzlab.setting.InputException if there are too many lanes or its name is taken
     */
    void add(LaneSpec spec) {
        model.whenOpen(running -> running.add(spec));
        choose(spec.id());
        model.say(chosen.get().title() + " added" + (behind() ? "; it starts at step 0 and catches up" : ""));
    }

    private boolean behind() {
        return model.lanes().stream().anyMatch(lane -> lane.stepProperty().get() > 0);
    }

    private void askForValues(LaneModel like) {
        new ValueSweepDialog(like, specs(), this::addAll).show(owner.get());
    }

    /**
     * Adds lanes, which start at step 0.
     *
     * @throws lipschitzlab.setting.InputException if there are too many lanes
     */
    void addAll(List<LaneSpec> added) {
        model.whenOpen(running -> added.forEach(running::add));
        String lanes = added.size() == 1 ? "One lane added" : added.size() + " lanes added";
        model.say(lanes + (behind() && !added.isEmpty() ? "; new ones start at step 0 and catch up" : ""));
    }

    private void duplicate(LaneModel original) {
        List<String> taken = specs().stream().map(LaneSpec::id).toList();
        String id = LaneRules.freeId(taken, original.lane().id());
        add(new LaneSpec(id, original.valuesProperty().get()));
    }

    private void askForTitle(LaneModel lane) {
        String id = lane.lane().id();
        new RenameLaneDialog(lane, wanted -> retitle(id, wanted)).show(owner.get());
    }

    /**
     * Gives a lane another title, or with an empty one that of its method and values. Its id stays.
     *
     * @throws lipschitzlab.setting.InputException if it is too long, or holds what cannot be written
     */
    void retitle(String id, String wanted) {
        String before = chosen.get().title();
        model.whenOpen(running -> running.retitle(id, wanted));
        choose(id);
        model.say(before + " is now called " + chosen.get().title());
    }

    /** What trained for long is asked about; what did not is soon trained again. */
    private void askToRemove(LaneModel lane) {
        if (model.kept().isLong(lane.secondsProperty().get())) {
            DiscardQuestion.ask(
                    owner.get(),
                    "Remove " + lane.title() + "?",
                    loss(lane),
                    "Remove",
                    () -> remove(lane),
                    () -> save.accept(() -> remove(lane)));
        } else {
            remove(lane);
        }
    }

    private static String loss(LaneModel lane) {
        return "Its weights, curves and samples of "
                + Texts.count(lane.stepProperty().get()) + " steps ("
                + Texts.number(lane.secondsProperty().get())
                + " s of training) are lost unless they were saved; the other lanes go on as they are. A lane that is added with"
                + " the same values trains to the same numbers again.";
    }

    private void remove(LaneModel lane) {
        if (model.lanes().contains(lane) && model.lanes().size() > 1) {
            model.whenOpen(running -> running.remove(lane.lane().id()));
            model.say(lane.title() + " removed; one added with the same values trains to the same numbers");
        }
    }

    private void choose(String id) {
        model.lanes().stream()
                .filter(lane -> lane.lane().id().equals(id))
                .findFirst()
                .ifPresent(chosen::set);
    }
}
