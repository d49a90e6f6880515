package lipschitzlab.neighbour;

/**
 * The root mean square of the differences of two pictures' pixels, in levels from black, 0, to white, 255: values in [−1, 1] are 127.5
 * levels to a unit. A picture that is shifted by a pixel is far from itself, so that near ones look alike and far ones need not differ.
 */
public final class PixelDistance implements SampleDistance {
    private static final double LEVELS = 127.5;

    @Override
    public String unit() {
        return "root mean square difference of a pixel, in levels of 0 to 255";
    }

    @Override
    public Distances from(float[] sample) {
        return (first, others) -> distances(sample, others);
    }

    private static double[] distances(float[] sample, float[] others) {
        int length = sample.length;
        double[] distances = new double[others.length / length];
        for (int row = 0; row < distances.length; row++) {
            double sum = 0;
            int first = row * length;
            for (int i = 0; i < length; i++) {
                double difference = others[first + i] - sample[i];
                sum += difference * difference;
            }
            distances[row] = LEVELS * Math.sqrt(sum / length);
        }
        return distances;
    }
}
