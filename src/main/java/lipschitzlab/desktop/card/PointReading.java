package lipschitzlab.desktop.card;

import java.util.Optional;
import lipschitzlab.dataset.PlaneUnits;
import lipschitzlab.desktop.control.Texts;
import lipschitzlab.desktop.model.LaneModel;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.measurement.Surface;
import lipschitzlab.measurement.SurfaceReading;

/** What a lane's critic says at the point of the plane under the mouse. */
final class PointReading {
    private final LaneModel lane;

    PointReading(LaneModel lane) {
        this.lane = lane;
    }

    /**
     * In words; empty where the card shows no surface.
     *
     * @param right the share of the picture's width that lies left of the point
     * @param up the share of its height that lies below it
     */
    Optional<String> at(double right, double up) {
        return lane.onCard().flatMap(Snapshot::surface).flatMap(surface -> words(surface, right, up));
    }

    private Optional<String> words(Surface surface, double right, double up) {
        double x = surface.extent() * (2 * right - 1);
        double y = surface.extent() * (2 * up - 1);
        return SurfaceReading.at(surface, x, y)
                .map(reading -> place(x, y) + "\nD " + number(reading.value()) + "   ‖∇D‖ " + number(reading.slope()));
    }

    /** In the units of the table that the points come from, if they come from one. */
    private String place(double x, double y) {
        Optional<PlaneUnits> units = lane.real().data().units();
        double[] own = units.map(table -> table.ownUnits(new float[] {(float) x, (float) y}))
                .orElse(new double[] {x, y});
        return units.map(PlaneUnits::x).orElse("x₁") + " " + number(own[0]) + "   "
                + units.map(PlaneUnits::y).orElse("x₂") + " " + number(own[1]);
    }

    private static String number(double value) {
        return Texts.number(value).replace('-', '−');
    }
}
