package lipschitzlab.plot.style;

/**
 * From dark violet over teal to pale yellow. In {@link OkLab} lightness and hue change evenly and chroma stays, so that equal
 * steps are equal distances and look equal; lightness alone tells them apart too, in grey print and with any colour vision.
 */
final class SequentialScale {
    private static final int STEPS = 512;
    private static final double DARK = 0.25;
    private static final double LIGHT = 0.93;
    private static final double CHROMA = 0.1;
    private static final double VIOLET = Math.toRadians(310);
    private static final double YELLOW = Math.toRadians(100);
    private static final int[] COLOURS = colours();

    private SequentialScale() {}

    private static int[] colours() {
        int[] colours = new int[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            double share = (double) i / STEPS;
            colours[i] = OkLab.argb(DARK + share * (LIGHT - DARK), CHROMA, VIOLET + share * (YELLOW - VIOLET));
        }
        return colours;
    }

    /** The opaque ARGB colour at a place from 0 to 1; beyond them, that of the end. */
    static int argb(double t) {
        return COLOURS[(int) Math.round(Math.max(0, Math.min(1, t)) * STEPS)];
    }
}
