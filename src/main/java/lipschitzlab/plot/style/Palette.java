package lipschitzlab.plot.style;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.constraint.ConstraintSet;
import lipschitzlab.preset.LaneSpec;

/**
 * One hue per method, the same everywhere, from two sets that people with any colour vision can tell apart: the first seven
 * from that of Okabe and Ito (2008), with solid lines, the others from those of Tol (2021), with dashed ones, since so many
 * hues are too many for hue alone. Lanes of one method have its hue, and differ in lightness, dash and marker. And one
 * diverging scale for critics' values.
 */
public final class Palette {
    private static final float[] SOLID = {};

    /** Enough that eight lanes of a method differ, whether its first line is solid or dashed. */
    private static final float[][] DASHES = {
        {7, 4}, {2, 3}, {9, 3, 2, 3}, {15, 5}, {9, 3, 2, 3, 2, 3}, {4, 2}, {2, 6}, {15, 3, 5, 3}
    };

    private static final int MARKERS = 4;

    private Palette() {}

    /** A method's hue, and the variant of its first lane: 0 is a solid line. */
    private record Look(int rgb, int variant) {}

    private static Look look(ConstraintKind constraint) {
        return switch (constraint) {
            case SPECTRAL_NORM -> new Look(0x0072B2, 0);
            case SPECTRAL_NORM_GAMMA -> new Look(0x56B4E9, 0);
            case GRADIENT_PENALTY -> new Look(0xE69F00, 0);
            case WGAN_DIV -> new Look(0xD55E00, 0);
            case R1 -> new Look(0x009E73, 0);
            case WEIGHT_CLIPPING -> new Look(0xCC79A7, 0);
            case UNCONSTRAINED -> new Look(0x7A7A7A, 0);
            case WGAN_LP -> new Look(0xEE6677, 1);
            case DRAGAN -> new Look(0x117733, 1);
            case WEIGHT_NORM -> new Look(0xAA4499, 1);
            case ORTHONORMAL -> new Look(0x882255, 1);
            case LAYER_NORM -> new Look(0x999933, 1);
        };
    }

    /** The hue of a method. */
    public static Color of(ConstraintKind constraint) {
        return new Color(look(constraint).rgb());
    }

    /** The hue of a lane with this constraint: that of its first method. */
    public static Color of(ConstraintSet constraint) {
        return of(constraint.primary());
    }

    /**
     * The style of one lane.
     *
     * @param indexAmongLanesOfThatMethod 0 for the first lane of a method, 1 for the second, …; eight of them differ in
     *     lightness and in dash
     */
    public static LaneStyle of(int indexAmongLanesOfThatMethod, ConstraintKind constraint) {
        int variant = look(constraint).variant() + indexAmongLanesOfThatMethod;
        float[] dash = variant == 0 ? SOLID : DASHES[Math.floorMod(variant - 1, DASHES.length)];
        return new LaneStyle(
                of(constraint), indexAmongLanesOfThatMethod, dash.clone(), marker(Math.floorMod(variant, MARKERS)));
    }

    /** The styles of lanes, in their order; no two are the same. */
    public static List<LaneStyle> styles(List<LaneSpec> lanes) {
        Map<ConstraintKind, Integer> seen = new EnumMap<>(ConstraintKind.class);
        return lanes.stream()
                .map(lane -> lane.constraint().primary())
                .map(lead -> of(seen.merge(lead, 1, Integer::sum) - 1, lead))
                .toList();
    }

    /** One of four shapes of data points. */
    public static Shape marker(int variant) {
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

    /**
     * The scale of singular values over time: dark for small ones, light for large ones. Equal steps look equal.
     *
     * @param t in [0, 1]; clamped
     * @return opaque ARGB
     */
    public static int sequential(double t) {
        return SequentialScale.argb(t);
    }
}
