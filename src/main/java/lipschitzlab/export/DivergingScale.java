package lipschitzlab.export;

import java.util.EnumMap;
import java.util.Map;

/**
 * Brown, neutral, teal: hues that no lane has, and that people with any colour vision can tell apart. Mixed in OKLab
 * (Ottosson 2020), where equal distances look equal: lightness moves away from the background and chroma grows, both linearly.
 */
final class DivergingScale {
    private static final int HALF = 512;
    private static final double BROWN = Math.toRadians(62);
    private static final double TEAL = Math.toRadians(195);
    private static final Map<ChartTheme, DivergingScale> SCALES = new EnumMap<>(Map.of(
            ChartTheme.LIGHT, new DivergingScale(0.985, 0.56, 0.105),
            ChartTheme.DARK, new DivergingScale(0.215, 0.66, 0.105)));

    private final int[] colours = new int[2 * HALF + 1];

    private DivergingScale(double middle, double end, double chroma) {
        for (int i = -HALF; i <= HALF; i++) {
            double share = Math.abs(i) / (double) HALF;
            double hue = i < 0 ? BROWN : TEAL;
            double lightness = middle + share * (end - middle);
            colours[i + HALF] = argb(lightness, share * chroma * Math.cos(hue), share * chroma * Math.sin(hue));
        }
    }

    static DivergingScale of(ChartTheme theme) {
        return SCALES.get(theme);
    }

    int argb(double t) {
        double inside = Double.isNaN(t) ? 0 : Math.max(-1, Math.min(1, t));
        return colours[HALF + (int) Math.round(inside * HALF)];
    }

    private static int argb(double lightness, double a, double b) {
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        int red = channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
        int green = channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
        int blue = channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
        return 0xFF000000 | red << 16 | green << 8 | blue;
    }

    private static double cube(double value) {
        return value * value * value;
    }

    private static int channel(double linear) {
        double inside = Math.max(0, Math.min(1, linear));
        double encoded = inside <= 0.0031308 ? 12.92 * inside : 1.055 * Math.pow(inside, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * encoded);
    }
}
