package lipschitzlab.dataset;

import java.util.List;

/**
 * The content of an IDX file of pictures. The pixels stay bytes, a quarter of what floats would take, and lie in pieces, so
 * that no array need be as large as the file.
 *
 * @param eachPiece pictures in each piece but the last, which may hold fewer
 * @param pieces {@code [eachPiece, height, width]} in row-major order, unsigned; not copied, not to be changed
 */
record IdxImages(int count, int height, int width, int eachPiece, List<byte[]> pieces) {
    /** Copies the list. */
    IdxImages {
        pieces = List.copyOf(pieces);
    }

    int pixelsEach() {
        return height * width;
    }

    /** Puts a picture's pixels / 127.5 − 1 into the row of a batch. */
    void copy(int image, float[] batch, int row) {
        int each = pixelsEach();
        byte[] piece = pieces.get(image / eachPiece);
        int from = image % eachPiece * each;
        for (int i = 0; i < each; i++) {
            batch[row * each + i] = (piece[from + i] & 0xFF) / 127.5f - 1;
        }
    }
}
