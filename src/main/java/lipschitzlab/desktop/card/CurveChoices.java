package lipschitzlab.desktop.card;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.layout.Region;
import lipschitzlab.desktop.model.LaneModel;
import lipschitzlab.plot.XAxis;
import lipschitzlab.plot.curve.CurveView;
import lipschitzlab.plot.curve.CurveZoom;

/** How a person wants to see curves, which are hidden, and the controls for it. */
final class CurveChoices {
    private final Runnable changed;
    private final Set<LaneModel> hidden = new HashSet<>();
    private final CurveMenu menu;
    private final SmoothingSlider smoothing;
    private Optional<CurveZoom> zoom = Optional.empty();
    private List<LaneModel> offered = List.of();

    /** @param changed after each change */
    CurveChoices(Runnable changed) {
        this.changed = changed;
        this.menu = new CurveMenu(this::scaleChosen);
        this.smoothing = new SmoothingSlider(changed);
    }

    CurveMenu menu() {
        return menu;
    }

    /** The controls in a row. */
    List<Region> controls() {
        return List.of(smoothing, menu);
    }

    CurveView view(XAxis axis) {
        return new CurveView(axis, menu.logarithmicTime(), menu.scale(), smoothing.memory(), zoom);
    }

    /** The lanes whose curves are hidden. */
    Set<LaneModel> hidden() {
        return Set.copyOf(hidden);
    }

    private void scaleChosen() {
        otherValues();
        changed.run();
    }

    /** Values have another meaning from now on: a part of time that is shown stays. */
    void otherValues() {
        zoom = zoom.map(CurveZoom::withAllValues);
    }

    /** Time is counted otherwise from now on. */
    void otherAxis() {
        zoom = Optional.empty();
    }

    void zoomTo(CurveZoom part) {
        zoom = Optional.of(part);
        changed.run();
    }

    void showWhole() {
        zoom = Optional.empty();
        changed.run();
    }

    /** Hides a lane, or shows it again. */
    void toggle(LaneModel lane) {
        if (!hidden.remove(lane)) {
            hidden.add(lane);
        }
        offered = List.of();
        changed.run();
    }

    /** Offers what can be done with the curves of these lanes. */
    void offer(List<LaneModel> lanes) {
        menu.setZoomed(zoom.isPresent());
        hidden.retainAll(lanes);
        if (!offered.equals(lanes)) {
            offered = List.copyOf(lanes);
            menu.setLanes(lanes, hidden, this::toggle);
        }
    }
}
