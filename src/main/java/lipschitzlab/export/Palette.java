package lipschitzlab.export;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.experiment.LanePlan;

/**
 * One hue per method, the same everywhere, from the set of Okabe and Ito (2008) that people with any colour vision can tell
 * apart; and one diverging scale for critics' values.
 */
public final class Palette {
    private static final float[][] DASHES = {{}, {7, 4}, {2, 3}, {9, 3, 2, 3}};

    private Palette() {}

    /** The hue of a method. */
    public static Color of(ConstraintKind constraint) {
        return switch (constraint) {
            case SPECTRAL_NORM -> new Color(0x0072B2);
            case GRADIENT_PENALTY -> new Color(0xE69F00);
            case WEIGHT_CLIPPING -> new Color(0xCC79A7);
            case UNCONSTRAINED -> new Color(0x7A7A7A);
        };
    }

    /**
     * The style of one lane.
     *
     * @param indexAmongLanesOfThatMethod 0 for the first lane of a method, 1 for the second, …; from the fifth on, styles repeat
     */
    public static LaneStyle of(int indexAmongLanesOfThatMethod, ConstraintKind constraint) {
        int variant = Math.floorMod(indexAmongLanesOfThatMethod, DASHES.length);
        return new LaneStyle(of(constraint), DASHES[variant].clone(), marker(variant));
    }

    /** The styles of lanes, in their order. */
    public static List<LaneStyle> styles(List<LanePlan> lanes) {
        Map<ConstraintKind, Integer> seen = new EnumMap<>(ConstraintKind.class);
        return lanes.stream()
                .map(lane -> of(seen.merge(lane.constraint(), 1, Integer::sum) - 1, lane.constraint()))
                .toList();
    }

    private static Shape marker(int variant) {
        return switch (variant) {
            case 0 -> new Ellipse2D.Double(-3, -3, 6, 6);
            case 1 -> new Rectangle2D.Double(-2.8, -2.8, 5.6, 5.6);
            case 2 -> polygon(0, -3.8, 3.6, 2.8, -3.6, 2.8);
            default -> polygon(0, -4, 4, 0, 0, 4, -4, 0);
        };
    }

    private static Shape polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }

    /** The colour of real data. */
    public static Color real(ChartTheme theme) {
        return theme.foreground();
    }

    /**
     * The diverging scale: brown below, teal above, nearly the background in the middle. Equal steps look about equal.
     *
     * @param t in [−1, 1]; clamped, and NaN is the middle
     * @return opaque ARGB
     */
    public static int diverging(double t, ChartTheme theme) {
        return DivergingScale.of(theme).argb(t);
    }
}
