package lipschitzlab.plot.style;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;

/**
 * How one lane looks in every chart.
 *
 * @param colour the hue of the lane's method
 * @param rank how many lanes before it have that method: 0 draws the method's colour, each other number another lightness of it
 * @param dash lengths of dashes and gaps in pixels; empty for a solid line
 * @param marker the shape of a data point, centred on the origin
 */
public record LaneStyle(Color colour, int rank, float[] dash, Shape marker) {
    /** What is drawn in one colour, without others of the same hue beside it. */
    public LaneStyle(Color colour, float[] dash, Shape marker) {
        this(colour, 0, dash, marker);
    }

    /** The colour of lines and points. */
    public Color ink(ChartTheme theme) {
        return Shades.of(theme.ink(colour), rank, theme);
    }

    /** The same with other dashes. */
    public LaneStyle dashed(float... otherDash) {
        return new LaneStyle(colour, rank, otherDash, marker);
    }

    /** A line of this style. */
    public BasicStroke stroke(float width) {
        return dash.length == 0
                ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }
}
