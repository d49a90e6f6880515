package lipschitzlab.plot.style;

/** Arithmetic on opaque ARGB colours. */
public final class Pixels {
    private Pixels() {}

    /** One colour over another. */
    public static int over(int background, int ink, double opacity) {
        int share = (int) (opacity * 256);
        return share <= 0
                ? background
                : 0xFF000000
                        | mix(background, ink, share, 16)
                        | mix(background, ink, share, 8)
                        | mix(background, ink, share, 0);
    }

    private static int mix(int background, int ink, int share, int shift) {
        int from = background >> shift & 0xFF;
        int to = ink >> shift & 0xFF;
        return from + ((to - from) * share >> 8) << shift;
    }

    /** Paints a disc with a soft edge onto a square picture; what lies outside the picture is left out. */
    public static void disc(int[] argb, int side, double x, double y, double radius, int ink, double opacity) {
        double outer = radius + 0.5;
        int top = Math.max(0, (int) Math.floor(y - radius - 0.5));
        int bottom = Math.min(side - 1, (int) Math.ceil(y + radius + 0.5));
        int left = Math.max(0, (int) Math.floor(x - radius - 0.5));
        int right = Math.min(side - 1, (int) Math.ceil(x + radius + 0.5));
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double dx = column + 0.5 - x;
                double dy = row + 0.5 - y;
                double square = dx * dx + dy * dy;
                if (square < outer * outer) {
                    double coverage = Math.min(1, outer - Math.sqrt(square));
                    int i = row * side + column;
                    argb[i] = over(argb[i], ink, coverage * opacity);
                }
            }
        }
    }
}
