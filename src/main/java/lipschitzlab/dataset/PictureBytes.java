package lipschitzlab.dataset;

import java.util.ArrayList;
import java.util.List;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;

/**
 * Pictures of one shape. Their pixels stay bytes, a quarter of what floats would take, and lie in pieces, so that no array need
 * be as large as all of them.
 *
 * @param shape of one picture, {@code [channel, height, width]}
 * @param eachPiece pictures in each piece but the last, which may hold fewer
 * @param pieces {@code [eachPiece, channel, height, width]} in row-major order, unsigned; not copied, not to be changed
 */
record PictureBytes(int count, Shape shape, int eachPiece, List<byte[]> pieces) {
    /** About how many bytes of pictures lie in one piece. */
    static final int PIECE = 1 << 22;

    /** Copies the list. */
    PictureBytes {
        pieces = List.copyOf(pieces);
    }

    int bytesEach() {
        return shape.length();
    }

    /**
     * A batch of pictures, their bytes / 127.5 − 1.
     *
     * @return {@code [size, channel, height, width]} in row-major order
     */
    float[] batch(int size, RandomStream random, HoldOut.Part part) {
        float[] batch = new float[size * bytesEach()];
        for (int row = 0; row < size; row++) {
            copy(part.next(random), batch, row);
        }
        return batch;
    }

    private void copy(int picture, float[] batch, int row) {
        int each = bytesEach();
        byte[] piece = pieces.get(picture / eachPiece);
        int from = picture % eachPiece * each;
        for (int i = 0; i < each; i++) {
            batch[row * each + i] = (piece[from + i] & 0xFF) / 127.5f - 1;
        }
    }

    /** Takes pictures one after the other, where nobody knows before how many will come. */
    static final class Builder {
        private final Shape shape;
        private final int eachPiece;
        private final List<byte[]> pieces = new ArrayList<>();
        private int count;

        Builder(Shape shape) {
            this.shape = shape;
            this.eachPiece = PIECE / shape.length();
        }

        /** Adds a picture of {@code shape}, which is copied. */
        void add(byte[] picture) {
            int place = count % eachPiece;
            if (place == 0) {
                pieces.add(new byte[eachPiece * shape.length()]);
            }
            System.arraycopy(picture, 0, pieces.get(pieces.size() - 1), place * shape.length(), shape.length());
            count++;
        }

        int count() {
            return count;
        }

        PictureBytes build() {
            return new PictureBytes(count, shape, eachPiece, pieces);
        }
    }
}
