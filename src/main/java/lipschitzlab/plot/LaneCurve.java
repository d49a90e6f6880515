package lipschitzlab.plot;

import java.util.List;
import lipschitzlab.measurement.Curve;
import lipschitzlab.plot.style.LaneStyle;

/**
 * One lane's curve in a chart, with its name in the legend.
 *
 * @param changes what a person changed in the lane while it trained
 */
public record LaneCurve(String title, LaneStyle style, Curve curve, List<ChangeMark> changes) {
    /** A curve of a lane without changes. */
    public LaneCurve(String title, LaneStyle style, Curve curve) {
        this(title, style, curve, List.of());
    }
}
