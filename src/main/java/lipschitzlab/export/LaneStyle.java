package lipschitzlab.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;

/**
 * How one lane looks in every chart.
 *
 * @param colour the hue of the lane's method
 * @param dash lengths of dashes and gaps in pixels; empty for a solid line
 * @param marker the shape of a data point, centred on the origin
 */
public record LaneStyle(Color colour, float[] dash, Shape marker) {
    /** A line of this style. */
    public BasicStroke stroke(float width) {
        return dash.length == 0
                ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }
}
