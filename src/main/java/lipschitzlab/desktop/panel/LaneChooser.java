package lipschitzlab.desktop.panel;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import lipschitzlab.desktop.control.Command;
import lipschitzlab.desktop.control.Follow;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.desktop.control.LaneMark;
import lipschitzlab.desktop.model.LaneModel;

/** Chooses a lane, by its colour and name. */
public final class LaneChooser extends ComboBox<LaneModel> {
    private boolean showing;

    public LaneChooser(ObjectProperty<LaneModel> chosen) {
        setId("lane-chooser");
        getStyleClass().add("lane-chooser");
        setMaxWidth(Double.MAX_VALUE);
        Follow.titles(this, LaneModel::title);
        setButtonCell(new LaneCell());
        setCellFactory(list -> new LaneCell());
        Hint.set(this, Command.NEXT_LANE.tooltip());
        chosen.subscribe(now -> {
            if (getItems().contains(now)) {
                setValue(now);
            }
        });
        valueProperty().subscribe(now -> {
            if (now != null && !showing) {
                chosen.set(now);
            }
        });
    }

    /** Offers these lanes, of which this one is chosen: what the list selects by itself while it changes chooses nothing. */
    public void show(List<LaneModel> lanes, LaneModel chosen) {
        showing = true;
        getItems().setAll(lanes);
        setValue(chosen);
        showing = false;
    }

    private static final class LaneCell extends ListCell<LaneModel> {
        @Override
        protected void updateItem(LaneModel lane, boolean empty) {
            super.updateItem(lane, empty);
            textProperty().unbind();
            if (empty || lane == null) {
                setText(null);
                setGraphic(null);
            } else {
                textProperty().bind(lane.titleProperty());
                setGraphic(new LaneMark(lane.style()));
            }
        }
    }
}
