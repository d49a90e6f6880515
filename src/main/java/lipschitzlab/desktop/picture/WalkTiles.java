package lipschitzlab.desktop.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lipschitzlab.desktop.control.Colours;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.desktop.control.LaneMark;
import lipschitzlab.desktop.model.LaneModel;
import lipschitzlab.experiment.Lane;
import lipschitzlab.plot.style.ChartTheme;

/** One picture of each lane, or one point over its data, under the lane's title in its colour. */
final class WalkTiles extends GridPane {
    /** The side of a place of points. */
    static final int PLANE = 176;

    private static final double GAP = 16;
    private static final double WIDTH = PLANE;
    private static final double SIDE = 128;
    private static final int FEW = 4;

    private final List<StackPane> places = new ArrayList<>();
    private List<Lane> lanes = List.of();

    WalkTiles() {
        setId("walk-pictures");
        setHgap(GAP);
        setVgap(GAP);
    }

    /** Makes a place for each lane. */
    void set(List<LaneModel> models, ChartTheme theme) {
        lanes = models.stream().map(LaneModel::lane).toList();
        getChildren().clear();
        places.clear();
        int columns = models.size() <= FEW ? 2 : FEW;
        for (int i = 0; i < models.size(); i++) {
            StackPane place = new StackPane();
            place.setMinSize(SIDE, SIDE);
            place.setAlignment(Pos.TOP_LEFT);
            places.add(place);
            add(tile(models.get(i), place, theme), i % columns, i / columns);
        }
    }

    private static VBox tile(LaneModel lane, StackPane place, ChartTheme theme) {
        Label title = new Label(lane.title());
        title.setGraphic(new LaneMark(lane.style()));
        title.getStyleClass().add("lane-title");
        title.setMaxWidth(WIDTH);
        Hint.set(title, lane.title());
        VBox tile = new VBox(6, title, place);
        tile.setMinWidth(WIDTH);
        tile.setStyle(
                "-lab-lane-text: " + Colours.css(theme.textInk(lane.style().ink(theme))) + ";");
        return tile;
    }

    /** Shows what was made, unless there are other lanes by now. */
    void show(WalkPictures.Made made) {
        if (!made.lanes().equals(lanes) || made.drawn().size() < places.size()) {
            return;
        }
        for (int i = 0; i < places.size(); i++) {
            Optional<WalkPictures.Drawn> drawn = made.drawn().get(i);
            if (drawn.isPresent()) {
                show(places.get(i), drawn.get());
            } else {
                Label none = new Label("No generator was kept");
                none.getStyleClass().add("note");
                places.get(i).getChildren().setAll(none);
            }
        }
    }

    private static void show(StackPane place, WalkPictures.Drawn drawn) {
        if (drawn.point().isPresent()) {
            if (place.getChildren().isEmpty() || !(place.getChildren().get(0) instanceof WalkTrail)) {
                place.getChildren().setAll(new WalkTrail(PLANE));
            }
            ((WalkTrail) place.getChildren().get(0)).show(drawn, drawn.point().get());
            return;
        }
        double scale = Math.max(1, Math.floor(SIDE / drawn.image().getHeight()));
        place.getChildren().setAll(SampleImages.view(drawn.image(), scale));
    }
}
