package lipschitzlab.plot.curve;

import java.util.List;
import lipschitzlab.measurement.Curve;
import lipschitzlab.plot.ChangeMark;
import lipschitzlab.plot.style.LaneStyle;

/**
 * One lane's curve in a chart, with its name in the legend.
 *
 * @param changes what a person changed in the lane while it trained
 * @param thin whether it is drawn as a thin line, behind the others
 * @param hidden whether only its name is there, in the legend
 */
public record LaneCurve(
        String title, LaneStyle style, Curve curve, List<ChangeMark> changes, boolean thin, boolean hidden) {
    /** A curve as lanes usually have it. */
    public LaneCurve(String title, LaneStyle style, Curve curve, List<ChangeMark> changes) {
        this(title, style, curve, changes, false, false);
    }

    /** A curve of a lane without changes. */
    public LaneCurve(String title, LaneStyle style, Curve curve) {
        this(title, style, curve, List.of());
    }
}
