package lipschitzlab.desktop.model;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import lipschitzlab.measurement.Snapshot;

/**
 * Looking back: the recorded step that all cards show in place of the newest, while lanes train on. Used on the window's
 * thread only.
 */
public final class HistoryModel {
    private static final int MIN_RECORDS = 2;
    private static final double NANOS_PER_SECOND = 1e9;

    /** At full speed, by how many recorded steps a second: as many as there are pulses to show them. */
    private static final double MAX_PER_SECOND = 60;

    private final List<ObservableList<LaneModel>> lanes = new ArrayList<>();
    private final ReadOnlyObjectWrapper<OptionalInt> step = new ReadOnlyObjectWrapper<>(OptionalInt.empty());
    private final ReadOnlyIntegerWrapper last = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper available = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Speed> speed = new SimpleObjectProperty<>(Speed.FIVE);
    private NavigableSet<Integer> recorded = new TreeSet<>();
    private long playedAt;

    public HistoryModel(ObservableList<LaneModel> lanes) {
        this.lanes.add(lanes);
        speed.subscribe(now -> {
            if (now == Speed.BY_HAND) {
                playing.set(false);
            }
        });
    }

    /** Takes over which steps are recorded by now. */
    public void pull() {
        recorded = new TreeSet<>();
        lanes().forEach(lane -> lane.frames().stream().map(Snapshot::step).forEach(recorded::add));
        last.set(recorded.isEmpty() ? 0 : recorded.last());
        available.set(recorded.size() >= MIN_RECORDS);
        if (!available.get()) {
            live();
        } else {
            step.get().ifPresent(this::goTo);
        }
        show();
    }

    /**
     * While history is played: shows the recorded step that is due now, and leaves out what a slow window cannot show in time.
     *
     * @param now in nanoseconds, of a clock that never goes back
     * @return whether another step is on show
     */
    public boolean playTo(long now) {
        double period = NANOS_PER_SECOND / Math.min(MAX_PER_SECOND, speed.get().perSecond());
        if (!playing.get()) {
            playedAt = now;
            return false;
        }
        long due = (long) ((now - playedAt) / period);
        for (long i = 0; i < due && playing.get(); i++) {
            playOn();
        }
        playedAt += (long) (due * period);
        if (due > 0) {
            show();
        }
        return due > 0;
    }

    private void playOn() {
        Integer next = recorded.higher(step.get().orElse(-1));
        if (next == null) {
            live();
        } else {
            step.set(OptionalInt.of(next));
        }
    }

    private void show() {
        lanes().forEach(lane -> lane.lookBack(step.get()));
    }

    /** From now on these lanes too show the recorded step. */
    void besides(ObservableList<LaneModel> others) {
        lanes.add(others);
    }

    private Stream<LaneModel> lanes() {
        return lanes.stream().flatMap(List::stream);
    }

    /** Shows the recorded step nearest at or before this one, or the first. */
    public void goTo(int wanted) {
        if (available.get()) {
            Integer found = recorded.floor(wanted);
            step.set(OptionalInt.of(found == null ? recorded.first() : found));
            show();
        }
    }

    /** One recorded step back; from what is newest, to the last that is older. */
    public void earlier() {
        playing.set(false);
        goTo(step.get().orElse(last.get()) - 1);
    }

    /** One recorded step on; behind the last comes what is newest. */
    public void later() {
        playing.set(false);
        if (step.get().isPresent()) {
            playOn();
            show();
        }
    }

    /** Plays what is recorded, from the step on show or, if that is the newest, from the start; or rests. By hand, shows the next. */
    public void togglePlaying() {
        boolean atEnd = !playing.get() && step.get().isEmpty();
        if (atEnd) {
            goTo(0);
        }
        if (speed.get() == Speed.BY_HAND) {
            if (!atEnd) {
                later();
            }
            return;
        }
        playing.set(!playing.get() && available.get());
    }

    /** Shows what is newest again. */
    public void live() {
        playing.set(false);
        step.set(OptionalInt.empty());
        show();
    }

    /** How fast it is played. */
    public ObjectProperty<Speed> speedProperty() {
        return speed;
    }

    /** The recorded step on show; empty while cards show what is newest. */
    public ReadOnlyObjectProperty<OptionalInt> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** The last recorded step of any lane. */
    public ReadOnlyIntegerProperty lastProperty() {
        return last.getReadOnlyProperty();
    }

    /** Whether there is anything to look back at: at least two recorded steps. */
    public ReadOnlyBooleanProperty availableProperty() {
        return available.getReadOnlyProperty();
    }

    /** Whether history is being played. */
    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }
}
