package lipschitzlab.desktop.model;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import lipschitzlab.desktop.control.Follow;

/**
 * The lane whose settings are shown and that commands are about. If it is removed, the lane that takes its place is chosen.
 * For the window's thread.
 */
public final class ChosenLane {
    private final ObservableList<LaneModel> lanes;
    private final ObjectProperty<LaneModel> lane = new SimpleObjectProperty<>();
    private int place;

    /** @param lanes those on show */
    public ChosenLane(ObservableList<LaneModel> lanes) {
        this.lanes = lanes;
        lane.subscribe(now -> {
            if (now != null) {
                place = lanes.indexOf(now);
            }
        });
        Follow.list(lanes, this::lanesChanged);
    }

    private void lanesChanged() {
        if (lanes.isEmpty()) {
            lane.set(null);
        } else if (lanes.contains(lane.get())) {
            place = lanes.indexOf(lane.get());
        } else {
            lane.set(lanes.get(Math.min(place, lanes.size() - 1)));
        }
    }

    /** Chooses the lane after this one. */
    public void next() {
        if (!lanes.isEmpty()) {
            lane.set(lanes.get((lanes.indexOf(lane.get()) + 1) % lanes.size()));
        }
    }

    /** The chosen lane; null while there is none. */
    public ObjectProperty<LaneModel> laneProperty() {
        return lane;
    }
}
