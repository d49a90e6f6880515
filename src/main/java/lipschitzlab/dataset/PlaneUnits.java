package lipschitzlab.dataset;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import lipschitzlab.setting.NumberSetting;

/**
 * How points of the plane go from a table's own units into those in which the lab trains, and back: (x − centre) / scale. The
 * methods' rates suit data that reach to about 1 or 2 from the origin; a table of longitudes or of prices does not.
 *
 * @param x the name of the first coordinate
 * @param y the name of the second
 * @param scaleX greater than 0, as scaleY
 */
public record PlaneUnits(String x, String y, double centreX, double centreY, double scaleX, double scaleY) {
    /** How far from the centre a table reaches once it is scaled, but for its outermost points. */
    private static final double REACH = 1.5;

    /** A table whose reach lies between these is left as it is. */
    private static final double MIN_REACH = 0.5;

    private static final double MAX_REACH = 4;

    /** Where one coordinate spreads that much wider than the other, each has a scale of its own. */
    private static final double ALIKE = 4;

    /** What is no more than that is rounding of a constant. */
    private static final double TINY = 1e-100;

    private static final int DIGITS = 2;

    /** Checks the scales. */
    public PlaneUnits {
        if (!(scaleX > 0) || !(scaleY > 0)) {
            throw new IllegalArgumentException("expected scales above 0, found " + scaleX + " and " + scaleY);
        }
    }

    /** As they are. */
    static PlaneUnits own(String x, String y) {
        return new PlaneUnits(x, y, 0, 0, 1, 1);
    }

    /** Those that suit points which spread so: unchanged where they suit already. */
    static PlaneUnits fitting(String x, String y, Spread ofX, Spread ofY) {
        double reach = Math.max(ofX.half(), ofY.half());
        boolean about = 2 * Math.abs(ofX.middle()) <= reach && 2 * Math.abs(ofY.middle()) <= reach;
        boolean alike = Math.min(ofX.half(), ofY.half()) * ALIKE >= reach;
        boolean atOrigin = reach == 0 && ofX.middle() == 0 && ofY.middle() == 0;
        return atOrigin || about && alike && reach >= MIN_REACH && reach <= MAX_REACH
                ? own(x, y)
                : new PlaneUnits(x, y, ofX.centre(), ofY.centre(), 1, 1).scaled(ofX, ofY);
    }

    /** With the same centre, and scales that suit points which spread so. */
    PlaneUnits scaled(Spread ofX, Spread ofY) {
        double reachX = ofX.reachFrom(centreX);
        double reachY = ofY.reachFrom(centreY);
        double most = Math.max(reachX, reachY);
        boolean alike = Math.min(reachX, reachY) * ALIKE >= most;
        return new PlaneUnits(
                x,
                y,
                centreX,
                centreY,
                scale(alike || reachX == 0 ? most : reachX),
                scale(alike || reachY == 0 ? most : reachY));
    }

    private static double scale(double reach) {
        return reach == 0
                ? 1
                : new BigDecimal(reach / REACH).round(new MathContext(DIGITS)).doubleValue();
    }

    /**
     * Where the middle part of a column lies, all but its outermost 1 %.
     *
     * @param low where it begins
     * @param high where it ends
     */
    record Spread(double low, double high) {
        /** Half of its length. */
        double half() {
            return high / 2 - low / 2;
        }

        /** Its middle. */
        double middle() {
            return low / 2 + high / 2;
        }

        /** Its middle with no more digits than a person needs. */
        double centre() {
            if (half() < TINY) {
                return middle();
            }
            int place = DIGITS - 1 - (int) Math.floor(Math.log10(half()));
            return new BigDecimal(middle())
                    .setScale(place, RoundingMode.HALF_EVEN)
                    .doubleValue();
        }

        /** The largest distance from a place. */
        double reachFrom(double place) {
            return Math.max(Math.abs(low - place), Math.abs(high - place));
        }
    }

    /** Whether nothing changes. */
    public boolean unchanged() {
        return centreX == 0 && centreY == 0 && scaleX == 1 && scaleY == 1;
    }

    /** The centre as {@link TableSettings#CENTRE} takes it. */
    String centre() {
        return NumberSetting.format(centreX) + ", " + NumberSetting.format(centreY);
    }

    /** The scale as {@link TableSettings#SCALE} takes it. */
    String scale() {
        String first = NumberSetting.format(scaleX);
        return scaleX == scaleY ? first : first + ", " + NumberSetting.format(scaleY);
    }

    float trainingX(double own) {
        return (float) ((own - centreX) / scaleX);
    }

    float trainingY(double own) {
        return (float) ((own - centreY) / scaleY);
    }

    /**
     * Points in the table's own units.
     *
     * @param points {@code [n, 2]} in row-major order, in the units of training
     * @return {@code [n, 2]} in row-major order
     */
    public double[] ownUnits(float[] points) {
        double[] own = new double[points.length];
        for (int i = 0; i + 1 < points.length; i += 2) {
            own[i] = centreX + scaleX * points[i];
            own[i + 1] = centreY + scaleY * points[i + 1];
        }
        return own;
    }
}
