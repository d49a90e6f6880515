package lipschitzlab.neighbour;

/** How far samples are from one another. */
public interface SampleDistance {
    /** What a number means, behind it: such as "levels of 255 a pixel, root mean square". */
    String unit();

    /** The distances from one sample. */
    Distances from(float[] sample);

    /** The distances of one sample from others. */
    @FunctionalInterface
    interface Distances {
        /**
         * One number for each, 0 or more.
         *
         * @param first the place of the first of the others, among all samples that are ever compared
         * @param others {@code [n, …sample]} in row-major order
         */
        double[] to(int first, float[] others);
    }
}
