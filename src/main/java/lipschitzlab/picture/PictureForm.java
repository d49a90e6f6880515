package lipschitzlab.picture;

import java.util.OptionalInt;

/**
 * What pictures are to become.
 *
 * @param size their height and width in pixels
 * @param channels 1 for grey, 3 for red, green and blue
 * @param fit what is done to those that are no squares
 */
public record PictureForm(int size, int channels, Fit fit) {
    /** Squares in the middle of pictures. */
    PictureScaling cropping() {
        return new PictureScaling(size, channels);
    }

    /** The same of IDX pictures. */
    IdxForm idx() {
        return new IdxForm(OptionalInt.of(size), channels, fit, IdxForm.Transpose.AUTO);
    }
}
