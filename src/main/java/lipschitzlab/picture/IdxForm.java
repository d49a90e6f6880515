package lipschitzlab.picture;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * What the grey pictures of an IDX file are to become.
 *
 * @param size their height and width in pixels; where nothing is said, what they are if networks are there for it
 * @param channels 1 for grey, 3 for three times the same
 * @param fit what is done to those that are no squares
 */
public record IdxForm(OptionalInt size, int channels, Fit fit, Transpose transpose) {
    /** Squares of these sides stay as they are where no size is asked for. */
    private static final List<Integer> KEPT = List.of(28, 32, 48, 64);

    private static final int OTHERWISE = 32;

    /** A square in the middle of a picture that is longer than this times its width is less than half of it. */
    private static final int LONG = 2;

    /** Whether rows become columns. */
    public enum Transpose {
        /** Where the file's name is one of EMNIST's, whose pictures lie on their side. */
        AUTO("auto"),
        /** The pictures stay as they are. */
        FALSE("false"),
        /** Each is mirrored at its diagonal. */
        TRUE("true");

        private final String id;

        Transpose(String id) {
            this.id = id;
        }

        /** The name in presets. */
        public String id() {
            return id;
        }
    }

    /** Of one file: grey, at their own size where that is possible. */
    public static IdxForm asStored() {
        return new IdxForm(OptionalInt.empty(), 1, Fit.AUTO, Transpose.AUTO);
    }

    /** How pictures of this size are scaled. Bars are black, as MNIST's background is. */
    PictureScaling scaling(int height, int width) {
        int kept = height == width && KEPT.contains(height) ? height : OTHERWISE;
        PictureScaling cropping = new PictureScaling(size.orElse(kept), channels);
        boolean crop =
                fit == Fit.CROP || fit == Fit.AUTO && Math.max(height, width) <= (long) LONG * Math.min(height, width);
        return crop ? cropping : cropping.padding(0);
    }

    /** Whether the rows of the pictures in a file become columns. */
    boolean transposes(Path file) {
        return transpose == Transpose.TRUE
                || transpose == Transpose.AUTO
                        && String.valueOf(file.getFileName())
                                .toLowerCase(Locale.ROOT)
                                .contains("emnist");
    }
}
