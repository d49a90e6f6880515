package lipschitzlab.desktop;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.LaneFailure;
import lipschitzlab.experiment.LaneState;
import lipschitzlab.experiment.Snapshot;
import lipschitzlab.export.LaneStyle;
import lipschitzlab.setting.Values;

/** One lane as the window shows it: what was last pulled from it. Used on the window's thread only. */
final class LaneModel {
    private final Lane lane;
    private final Dataset data;
    private final LaneStyle style;
    private final ReadOnlyObjectWrapper<LaneState> state = new ReadOnlyObjectWrapper<>(LaneState.READY);
    private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper horizon = new ReadOnlyIntegerWrapper();
    private final ReadOnlyDoubleWrapper speed = new ReadOnlyDoubleWrapper();
    private final ReadOnlyDoubleWrapper seconds = new ReadOnlyDoubleWrapper();
    private final ReadOnlyObjectWrapper<List<Fact>> facts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<LaneFailure>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Snapshot>> snapshot = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Values> values;

    LaneModel(Lane lane, Dataset data, LaneStyle style) {
        this.lane = lane;
        this.data = data;
        this.style = style;
        this.values = new ReadOnlyObjectWrapper<>(lane.values());
        pull();
    }

    /** Takes over how the lane stands now. */
    void pull() {
        failure.set(lane.failure());
        state.set(lane.state());
        step.set(lane.step());
        horizon.set(lane.horizon());
        speed.set(lane.criticStepsPerSecond());
        seconds.set(lane.seconds());
        values.set(lane.values());
        snapshot.set(lane.snapshot());
        facts.set(Fact.of(lane.history(), data));
    }

    /** Asks the lane for a picture of itself, to be pulled later. */
    void requestSnapshot() {
        lane.requestSnapshot();
    }

    /** The lane itself, for its history. */
    Lane lane() {
        return lane;
    }

    /** Colour, dash and marker. */
    LaneStyle style() {
        return style;
    }

    /** The name on the card. */
    String title() {
        return lane.plan().title();
    }

    ReadOnlyObjectProperty<LaneState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty horizonProperty() {
        return horizon.getReadOnlyProperty();
    }

    /** Critic steps a second of the lane's own training time. */
    ReadOnlyDoubleProperty speedProperty() {
        return speed.getReadOnlyProperty();
    }

    /** The time that the lane's own training steps took. */
    ReadOnlyDoubleProperty secondsProperty() {
        return seconds.getReadOnlyProperty();
    }

    /** The newest measurements that a card shows. */
    ReadOnlyObjectProperty<List<Fact>> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<LaneFailure>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Snapshot>> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    /** The values of the lane's last step; replaced, never changed. */
    ReadOnlyObjectProperty<Values> valuesProperty() {
        return values.getReadOnlyProperty();
    }
}
