package lipschitzlab.desktop.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.LaneFailure;
import lipschitzlab.experiment.LaneHistory;
import lipschitzlab.experiment.LaneState;
import lipschitzlab.experiment.LaneStatus;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.plot.style.LaneStyle;
import lipschitzlab.setting.Values;

/** One lane as the window shows it: what was last pulled from it. Used on the window's thread only. */
public final class LaneModel {
    private final Lane lane;
    private final RealData real;
    private final LaneStyle style;
    private final Optional<String> run;
    private final ReadOnlyStringWrapper title;
    private final ReadOnlyObjectWrapper<LaneState> state = new ReadOnlyObjectWrapper<>(LaneState.READY);
    private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper horizon = new ReadOnlyIntegerWrapper();
    private final ReadOnlyDoubleWrapper speed = new ReadOnlyDoubleWrapper();
    private final ReadOnlyDoubleWrapper seconds = new ReadOnlyDoubleWrapper();
    private final ReadOnlyObjectWrapper<List<Fact>> facts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<LaneFailure>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Snapshot>> snapshot = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<OptionalInt> recorded = new ReadOnlyObjectWrapper<>(OptionalInt.empty());
    private final ReadOnlyBooleanWrapper averaged = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Values> values;
    private final LaneWords words;
    private LaneStatus status;
    private List<Snapshot> frames = List.of();
    private OptionalInt lookedBackTo = OptionalInt.empty();
    private boolean averageWanted;

    /**
     * The data that a lane learns, and the seed by which some of them are chosen to be drawn.
     */
    public record RealData(Dataset data, int seed) {}

    /** @param run what the run is called, for a lane of a run that stands beside the one on show */
    LaneModel(Lane lane, String title, RealData real, LaneStyle style, Optional<String> run) {
        this.lane = lane;
        this.title = new ReadOnlyStringWrapper(title);
        this.real = real;
        this.style = style;
        this.run = run;
        this.status = lane.status();
        this.values = new ReadOnlyObjectWrapper<>(status.values());
        this.words = new LaneWords(lane.spec(), real.data());
        pull();
    }

    /** Takes over the lane's current status. */
    void pull() {
        status = lane.status();
        failure.set(status.failure());
        state.set(status.state());
        step.set(status.step());
        horizon.set(status.horizon());
        speed.set(status.criticStepsPerSecond());
        seconds.set(status.seconds());
        values.set(status.values());
        frames = status.history().frames();
        show();
    }

    /** Shows the last frame that was recorded up to a step, or else the first; without a step, the newest snapshot. */
    void lookBack(OptionalInt step) {
        if (!step.equals(lookedBackTo)) {
            lookedBackTo = step;
            show();
        }
    }

    /** Shows the averaged generator's samples where there are any, or the generator's own again. */
    public void showAverage(boolean wanted) {
        averageWanted = wanted;
        show();
    }

    private void show() {
        Optional<Snapshot> frame = lookedBackTo.isPresent() ? frame(lookedBackTo.getAsInt()) : Optional.empty();
        OptionalInt step = frame.map(found -> OptionalInt.of(found.step())).orElse(OptionalInt.empty());
        recorded.set(step);
        Optional<Snapshot> next = frame.or(status::snapshot);
        averaged.set(averageWanted && next.flatMap(Snapshot::averaged).isPresent());
        snapshot.set(next);
        facts.set(Fact.of(status.history(), real.data(), step.orElse(Integer.MAX_VALUE)));
        words.look(status, next, step.orElse(Integer.MAX_VALUE));
    }

    private Optional<Snapshot> frame(int step) {
        return frames.stream()
                .filter(frame -> frame.step() <= step)
                .reduce((earlier, later) -> later)
                .or(() -> frames.stream().findFirst());
    }

    /** How the lane looked at the steps that it recorded, as last pulled. */
    List<Snapshot> frames() {
        return frames;
    }

    /** Whether there is something to see of it: a first snapshot, or why there is none. */
    public boolean hasFirstFrame() {
        return snapshot.get().isPresent() || failure.get().isPresent();
    }

    /** Asks the lane for a snapshot, to be pulled later. */
    void requestSnapshot() {
        lane.requestSnapshot();
    }

    /** What the lane has reported, from the reset on that was last pulled. */
    public LaneHistory history() {
        return status.history();
    }

    /** The lane itself, for what is not pulled from it. */
    public Lane lane() {
        return lane;
    }

    /** What the run is called, of a lane that belongs to a run beside the one on show. */
    public Optional<String> run() {
        return run;
    }

    /** Tells it from all other lanes in the window. */
    public String id() {
        return run.isPresent() ? "beside-" + lane.id() : lane.id();
    }

    /** What its samples are drawn with. */
    public RealData real() {
        return real;
    }

    /** Colour, dash and marker. */
    public LaneStyle style() {
        return style;
    }

    /** The lane's current title beside the other lanes on show. */
    public String title() {
        return title.get();
    }

    /** As {@link #title}: it changes with the lane's values where these tell it from others of its method. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** Sets the lane's title. */
    void setTitle(String now) {
        title.set(now);
    }

    /** Whether it finished at its horizon. */
    boolean atHorizon() {
        return state.get() == LaneState.FINISHED;
    }

    public ReadOnlyObjectProperty<LaneState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty horizonProperty() {
        return horizon.getReadOnlyProperty();
    }

    /** Critic steps a second of the lane's own training time. */
    public ReadOnlyDoubleProperty speedProperty() {
        return speed.getReadOnlyProperty();
    }

    /** The time that the lane's own training steps took. */
    public ReadOnlyDoubleProperty secondsProperty() {
        return seconds.getReadOnlyProperty();
    }

    /** The measurements that a card shows, of the step on show. */
    public ReadOnlyObjectProperty<List<Fact>> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<LaneFailure>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** The step of the recorded frame on show; empty while it is the newest snapshot. */
    public ReadOnlyObjectProperty<OptionalInt> recordedProperty() {
        return recorded.getReadOnlyProperty();
    }

    /** What the card shows: the newest snapshot, or a recorded one, without details. */
    public ReadOnlyObjectProperty<Optional<Snapshot>> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    /** Whether the card shows the averaged generator's samples. */
    public ReadOnlyBooleanProperty averagedProperty() {
        return averaged.getReadOnlyProperty();
    }

    /** As {@link #snapshotProperty}, with the samples that the card shows: the averaged generator's, where they are chosen. */
    public Optional<Snapshot> onCard() {
        return averaged.get() ? snapshot.get().map(Snapshot::ofAverage) : snapshot.get();
    }

    /** What is happening in the lane, in words. */
    public LaneWords words() {
        return words;
    }

    /** The values of the lane's last step; replaced, never changed. */
    public ReadOnlyObjectProperty<Values> valuesProperty() {
        return values.getReadOnlyProperty();
    }
}
