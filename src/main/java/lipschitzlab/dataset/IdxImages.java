package lipschitzlab.dataset;

/**
 * The content of an IDX file of pictures. The pixels stay bytes, a quarter of what floats would take.
 *
 * @param pixels {@code [count, height, width]} in row-major order, unsigned; not copied, not to be changed
 */
record IdxImages(int count, int height, int width, byte[] pixels) {
    int pixelsEach() {
        return height * width;
    }
}
