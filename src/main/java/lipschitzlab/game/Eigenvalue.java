package lipschitzlab.game;

import java.util.List;
import java.util.Locale;

/** A complex number that is an eigenvalue. */
public record Eigenvalue(double real, double imaginary) {
    private static final double NOTHING = 5e-4;

    /** |λ|. */
    public double modulus() {
        return Math.hypot(real, imaginary);
    }

    /** Both of a matrix of two rows, by the roots of λ² − tr·λ + det; the larger real or imaginary part first. */
    static List<Eigenvalue> of(double[][] matrix) {
        double half = (matrix[0][0] + matrix[1][1]) / 2;
        double product = matrix[0][0] * matrix[1][1] - matrix[0][1] * matrix[1][0];
        double inside = half * half - product;
        double root = Math.sqrt(Math.abs(inside));
        return inside < 0
                ? List.of(new Eigenvalue(half, root), new Eigenvalue(half, -root))
                : List.of(new Eigenvalue(half + root, 0), new Eigenvalue(half - root, 0));
    }

    /** Both in words, such as "−0.15 ± 0.48i". */
    public static String words(List<Eigenvalue> both) {
        Eigenvalue first = both.get(0);
        if (first.imaginary() == 0) {
            return number(first.real()) + ", " + number(both.get(1).real());
        }
        String turning = "± " + number(first.imaginary()) + "i";
        return Math.abs(first.real()) < NOTHING ? turning : number(first.real()) + " " + turning;
    }

    private static String number(double value) {
        String digits = String.format(Locale.ROOT, "%.3f", Math.abs(value))
                .replaceAll("0+$", "")
                .replaceAll("\\.$", "");
        return value < -NOTHING ? "−" + digits : digits;
    }
}
