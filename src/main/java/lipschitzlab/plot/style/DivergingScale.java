package lipschitzlab.plot.style;

import java.util.EnumMap;
import java.util.Map;

/**
 * Brown, neutral, teal: hues that no lane has, and that people with any colour vision can tell apart. Mixed in
 * {@link OkLab}: lightness moves away from the background and chroma grows, both linearly.
 */
public final class DivergingScale {
    private static final int HALF = 512;
    private static final double BROWN = Math.toRadians(62);
    private static final double TEAL = Math.toRadians(195);
    private static final Map<ChartTheme, DivergingScale> SCALES = new EnumMap<>(Map.of(
            ChartTheme.LIGHT, new DivergingScale(0.985, 0.56, 0.56, 0.105),
            ChartTheme.DARK, new DivergingScale(0.215, 0.66, 0.66, 0.105)));
    private static final DivergingScale ON_GREY = new DivergingScale(0.6, 0.27, 0.93, 0.105);

    private final int[] colours = new int[2 * HALF + 1];

    private DivergingScale(double middle, double brown, double teal, double chroma) {
        for (int i = -HALF; i <= HALF; i++) {
            double share = Math.abs(i) / (double) HALF;
            double hue = i < 0 ? BROWN : TEAL;
            double lightness = middle + share * ((i < 0 ? brown : teal) - middle);
            colours[i + HALF] = OkLab.argb(lightness, share * chroma, hue);
        }
    }

    public static DivergingScale of(ChartTheme theme) {
        return SCALES.get(theme);
    }

    /** Dark brown, grey, light teal, in both themes: for what makes pixels darker or brighter. */
    public static DivergingScale onGrey() {
        return ON_GREY;
    }

    public int argb(double t) {
        double inside = Double.isNaN(t) ? 0 : Math.max(-1, Math.min(1, t));
        return colours[HALF + (int) Math.round(inside * HALF)];
    }
}
