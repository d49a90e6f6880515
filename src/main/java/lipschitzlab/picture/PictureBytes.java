package lipschitzlab.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lipschitzlab.compute.Shape;

/**
 * Pictures of one shape. Their pixels stay bytes, a quarter of what floats would take, and lie in pieces, so that no array need
 * be as large as all of them.
 *
 * @param shape of one picture, {@code [channel, height, width]}
 * @param eachPiece pictures in each piece but the last, which may hold fewer
 * @param pieces {@code [eachPiece, channel, height, width]} in row-major order, unsigned; not copied, not to be changed
 */
public record PictureBytes(int count, Shape shape, int eachPiece, List<byte[]> pieces) {
    /** About how many bytes of pictures lie in one piece. */
    static final int PIECE = 1 << 22;

    /** Copies the list. */
    public PictureBytes {
        pieces = List.copyOf(pieces);
    }

    int bytesEach() {
        return shape.length();
    }

    /**
     * Some pictures, their bytes / 127.5 − 1.
     *
     * @param places which ones, from 0
     * @return {@code [places, channel, height, width]} in row-major order
     */
    public float[] values(int[] places) {
        float[] values = new float[places.length * bytesEach()];
        for (int row = 0; row < places.length; row++) {
            copy(places[row], values, row);
        }
        return values;
    }

    private void copy(int picture, float[] values, int row) {
        int each = bytesEach();
        byte[] piece = pieces.get(picture / eachPiece);
        int from = picture % eachPiece * each;
        for (int i = 0; i < each; i++) {
            values[row * each + i] = (piece[from + i] & 0xFF) / 127.5f - 1;
        }
    }

    /** Takes pictures with a number each, one after the other, where nobody knows before how many will come. */
    static final class Builder {
        private final Shape shape;
        private final int eachPiece;
        private final List<byte[]> pieces = new ArrayList<>();
        private int[] numbers = new int[1 << 10];
        private int count;

        Builder(Shape shape) {
            this.shape = shape;
            this.eachPiece = PIECE / shape.length();
        }

        /**
         * Adds a picture.
         *
         * @param picture of {@code shape}, copied
         * @param number what {@link #numbers} gives again in its place
         */
        void add(byte[] picture, int number) {
            int place = count % eachPiece;
            if (place == 0) {
                pieces.add(new byte[eachPiece * shape.length()]);
            }
            System.arraycopy(picture, 0, pieces.get(pieces.size() - 1), place * shape.length(), shape.length());
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count] = number;
            count++;
        }

        int count() {
            return count;
        }

        PictureBytes build() {
            return new PictureBytes(count, shape, eachPiece, pieces);
        }

        /** The number that came with each picture. */
        int[] numbers() {
            return Arrays.copyOf(numbers, count);
        }
    }
}
