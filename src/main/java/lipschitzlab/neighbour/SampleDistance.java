package lipschitzlab.neighbour;

/** How far samples are from one another. */
public interface SampleDistance {
    /** What a number means, behind it: such as "levels of 255 a pixel, root mean square". */
    String unit();

    /**
     * The distances of one sample from others.
     *
     * @param sample its values
     * @param others {@code [n, …sample]} in row-major order
     * @return n numbers, 0 or more
     */
    double[] distances(float[] sample, float[] others);
}
