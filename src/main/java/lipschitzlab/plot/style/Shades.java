package lipschitzlab.plot.style;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/**
 * Other lightnesses of a hue, for lanes that share a method. Each is as far as it can be from all before it, so that few lanes
 * differ much and eight still differ; all stand out from the background.
 */
final class Shades {
    private static final int SHADES = 8;
    private static final double GRID = 0.005;
    private static final double LESS = 0.97;

    /** How far the hue of what the screen can show may be from the one wanted, by its distance from grey. */
    private static final double NEAR = 0.012;

    private Shades() {}

    /**
     * One of a hue's shades.
     *
     * @param hue the first of them, as this theme draws it
     * @param rank 0 for the hue itself; from 8 on they repeat
     */
    static Color of(Color hue, int rank, ChartTheme theme) {
        int shade = Math.floorMod(rank, SHADES);
        return shade == 0 ? hue : with(hue, lightness(hue, shade, theme));
    }

    private static double lightness(Color hue, int shade, ChartTheme theme) {
        List<Double> taken = new ArrayList<>(List.of(OkLab.of(hue)[0]));
        while (taken.size() <= shade) {
            taken.add(farthest(taken, theme));
        }
        return taken.get(shade);
    }

    private static double farthest(List<Double> taken, ChartTheme theme) {
        double best = theme.darkestShade();
        for (double lightness = best; lightness <= theme.lightestShade(); lightness += GRID) {
            best = gap(lightness, taken) > gap(best, taken) ? lightness : best;
        }
        return best;
    }

    private static double gap(double lightness, List<Double> taken) {
        return taken.stream()
                .mapToDouble(other -> Math.abs(lightness - other))
                .min()
                .orElse(1);
    }

    /** The hue at another lightness, with as much of its chroma as the screen can show there. */
    private static Color with(Color hue, double lightness) {
        double[] place = OkLab.of(hue);
        double chroma = place[1];
        Color shade = colour(lightness, chroma, place[2]);
        while (missed(shade, lightness, chroma, place[2]) > NEAR) {
            chroma *= LESS;
            shade = colour(lightness, chroma, place[2]);
        }
        return shade;
    }

    private static Color colour(double lightness, double chroma, double hue) {
        return new Color(OkLab.argb(lightness, chroma, hue));
    }

    private static double missed(Color shade, double lightness, double chroma, double hue) {
        double[] shown = OkLab.of(shade);
        double a = shown[1] * Math.cos(shown[2]) - chroma * Math.cos(hue);
        double b = shown[1] * Math.sin(shown[2]) - chroma * Math.sin(hue);
        return Math.hypot(Math.hypot(a, b), shown[0] - lightness);
    }
}
