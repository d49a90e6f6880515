package lipschitzlab.desktop;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Measurements side by side, each a number above its name. */
final class FactTiles extends HBox {
    private static final double WIDEST = 130;

    FactTiles(ObservableValue<List<Fact>> facts) {
        getStyleClass().add("tiles");
        setMinWidth(0);
        facts.subscribe(now -> show(now));
    }

    private void show(List<Fact> facts) {
        if (getChildren().size() != facts.size()) {
            getChildren().setAll(facts.stream().map(FactTiles::tile).toList());
            return;
        }
        for (int i = 0; i < facts.size(); i++) {
            VBox tile = (VBox) getChildren().get(i);
            ((Label) tile.getChildren().get(0)).setText(facts.get(i).value());
        }
    }

    private static VBox tile(Fact fact) {
        Label value = new Label(fact.value());
        value.getStyleClass().add("tile-value");
        Label name = new Label(fact.name());
        name.getStyleClass().add("tile-name");
        value.setMinWidth(USE_PREF_SIZE);
        name.setMinWidth(0);
        VBox tile = new VBox(value, name);
        tile.setAlignment(Pos.TOP_LEFT);
        tile.setMinWidth(0);
        tile.setMaxWidth(WIDEST);
        HBox.setHgrow(tile, Priority.ALWAYS);
        Hint.set(tile, fact.help());
        return tile;
    }
}
