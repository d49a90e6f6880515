package lipschitzlab.plot.style;

import java.awt.Color;

/**
 * Hues of layers in their order, dark at the input and light at the output: the scale viridis (van der Walt and Smith 2015)
 * without its lightest fifth, which is too pale for lines on paper. Lightness grows evenly, so that the order can be seen with any
 * colour vision.
 */
public final class LayerHues {
    private static final int[] STOPS = {0x440154, 0x443983, 0x31688E, 0x21918C, 0x35B779, 0x90D743};

    private LayerHues() {}

    /** The hue of a layer, counted from 0, of so many. */
    public static Color of(int layer, int layers) {
        double place = layers < 2 ? 0 : (double) layer / (layers - 1) * (STOPS.length - 1);
        int below = Math.min((int) place, STOPS.length - 2);
        return new Color(Pixels.over(0xFF000000 | STOPS[below], STOPS[below + 1], place - below));
    }
}
