package lipschitzlab.desktop.card;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.desktop.model.LaneModel;
import lipschitzlab.plot.curve.ValueScale;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** How curves are drawn, which are, and their copies; the keyboard's way to all that a mouse can do on them. */
final class CurveMenu extends MenuButton {
    private final ToggleGroup scales = new ToggleGroup();
    private final CheckMenuItem logarithmicTime = new CheckMenuItem("Logarithmic steps or time");
    private final MenuItem whole = new MenuItem("Whole curves");
    private final MenuItem picture = new MenuItem("Copy the curves as a picture");
    private final MenuItem numbers = new MenuItem("Copy the curves as numbers");
    private final List<MenuItem> always;

    /** @param changed after a scale was chosen */
    CurveMenu(Runnable changed) {
        setId("curve-menu");
        setGraphic(new FontIcon(Material2MZ.TUNE));
        setAccessibleText("View of the curves");
        Hint.set(
                this,
                "View of the curves\nScales, lanes and copies. Drag on the curves to see a part, double-click to see"
                        + " the whole, click a name in the legend to hide a lane");
        List<RadioMenuItem> items =
                Arrays.stream(ValueScale.values()).map(this::item).toList();
        scales.selectToggle(items.get(0));
        scales.selectedToggleProperty().subscribe(now -> changed.run());
        logarithmicTime.setId("logarithmic-time");
        logarithmicTime.selectedProperty().subscribe(now -> changed.run());
        whole.setId("whole-curves");
        picture.setId("copy-curves-picture");
        numbers.setId("copy-curves-numbers");
        always = java.util.stream.Stream.<List<? extends MenuItem>>of(
                        items,
                        List.of(
                                logarithmicTime,
                                new SeparatorMenuItem(),
                                whole,
                                picture,
                                numbers,
                                new SeparatorMenuItem()))
                .<MenuItem>flatMap(List::stream)
                .toList();
        getItems().setAll(always);
    }

    private RadioMenuItem item(ValueScale scale) {
        RadioMenuItem item = new RadioMenuItem("Values: " + scale.title());
        item.setId("values-" + scale.name().toLowerCase(java.util.Locale.ROOT));
        item.setUserData(scale);
        item.setToggleGroup(scales);
        return item;
    }

    /** What its items do. */
    void setWork(Runnable showWhole, Runnable copyPicture, Runnable copyNumbers) {
        whole.setOnAction(event -> showWhole.run());
        picture.setOnAction(event -> copyPicture.run());
        numbers.setOnAction(event -> copyNumbers.run());
    }

    /** Offers to show and hide these lanes. */
    void setLanes(List<LaneModel> lanes, Set<LaneModel> hidden, Consumer<LaneModel> toggle) {
        List<CheckMenuItem> items = lanes.stream()
                .map(lane -> {
                    CheckMenuItem item = new CheckMenuItem(lane.title());
                    item.setSelected(!hidden.contains(lane));
                    item.setOnAction(event -> toggle.accept(lane));
                    return item;
                })
                .toList();
        getItems().setAll(always);
        getItems().addAll(items);
    }

    /** Whether only a part is shown. */
    void setZoomed(boolean zoomed) {
        whole.setDisable(!zoomed);
    }

    ValueScale scale() {
        return (ValueScale) scales.getSelectedToggle().getUserData();
    }

    boolean logarithmicTime() {
        return logarithmicTime.isSelected();
    }
}
