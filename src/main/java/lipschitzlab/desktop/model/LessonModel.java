package lipschitzlab.desktop.model;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import lipschitzlab.desktop.control.Follow;
import lipschitzlab.lesson.Lesson;
import lipschitzlab.lesson.Lesson.Variant;
import lipschitzlab.preset.Preset;

/**
 * The lesson on show and how far a person is in it. It is on show from when its experiment is open until it is left, or
 * another experiment is opened. Used on the window's thread only.
 */
public final class LessonModel {
    /**
     * What is being opened.
     *
     * @param anew whether the lesson starts at its first step
     */
    private record Wish(Lesson lesson, Variant variant, boolean anew) {}

    private final LabModel model;
    private final ReadOnlyObjectWrapper<Optional<Lesson>> lesson = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Variant>> variant = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper answered = new ReadOnlyBooleanWrapper();
    private Optional<Wish> wish = Optional.empty();

    public LessonModel(LabModel model) {
        this.model = model;
        Follow.list(model.lanes(), this::lanesChanged);
    }

    /** Opens a lesson with the first of its experiments, at rest; what is on show stays if that fails. */
    public void open(Lesson wanted) {
        open(new Wish(wanted, wanted.variants().get(0), true));
    }

    /** Opens another experiment of the lesson on show. */
    public void choose(Variant wanted) {
        lesson.get().ifPresent(shown -> open(new Wish(shown, wanted, false)));
    }

    private void open(Wish wanted) {
        wish = Optional.of(wanted);
        model.open(wanted.variant().preset());
    }

    /** Goes on to the next step. */
    public void next() {
        if (hasNext()) {
            step.set(step.get() + 1);
        }
    }

    /** Goes back to the step before. */
    public void back() {
        step.set(Math.max(0, step.get() - 1));
    }

    private boolean hasNext() {
        return lesson.get()
                .filter(shown -> step.get() + 1 < shown.steps().size())
                .isPresent();
    }

    /** Shows what comes out. */
    public void answer() {
        answered.set(true);
    }

    /** Shows no lesson any more; the experiment goes on as it stands. */
    public void leave() {
        wish = Optional.empty();
        lesson.set(Optional.empty());
        variant.set(Optional.empty());
    }

    private void lanesChanged() {
        if (model.lanes().isEmpty()) {
            return;
        }
        Preset shown = model.experimentProperty().get().orElseThrow().preset();
        Optional<Wish> granted = wish.filter(wanted -> isOf(wanted.variant(), shown));
        wish = Optional.empty();
        granted.ifPresent(this::show);
        if (variant.get().filter(mine -> isOf(mine, shown)).isEmpty()) {
            leave();
        }
    }

    /** Whether an experiment is that of a variant, whatever was changed in it since. */
    private static boolean isOf(Variant variant, Preset shown) {
        return shown.name().equals(variant.preset().name())
                && shown.title().equals(variant.preset().title());
    }

    private void show(Wish granted) {
        variant.set(Optional.of(granted.variant()));
        if (granted.anew()) {
            lesson.set(Optional.empty());
            step.set(0);
            answered.set(false);
            lesson.set(Optional.of(granted.lesson()));
        }
    }

    public ReadOnlyObjectProperty<Optional<Lesson>> lessonProperty() {
        return lesson.getReadOnlyProperty();
    }

    /** That of the lesson's experiments which is open. */
    public ReadOnlyObjectProperty<Optional<Variant>> variantProperty() {
        return variant.getReadOnlyProperty();
    }

    /** The place of the step on show, from 0. */
    public ReadOnlyIntegerProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** Whether the answer is on show. */
    public ReadOnlyBooleanProperty answeredProperty() {
        return answered.getReadOnlyProperty();
    }

    /** Whether a lesson is on show. */
    public ObservableBooleanValue shown() {
        return Bindings.createBooleanBinding(() -> lesson.get().isPresent(), lesson);
    }

    /** Whether there is a step after the one on show. */
    public ObservableBooleanValue nextAllowed() {
        return Bindings.createBooleanBinding(this::hasNext, lesson, step);
    }

    /** Whether there is a step before the one on show. */
    public ObservableBooleanValue backAllowed() {
        return Bindings.createBooleanBinding(() -> lesson.get().isPresent() && step.get() > 0, lesson, step);
    }
}
