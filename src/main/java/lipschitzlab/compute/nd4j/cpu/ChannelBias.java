package lipschitzlab.compute.nd4j.cpu;

import java.util.Arrays;
import lipschitzlab.compute.spi.PooledArray;
import org.bytedeco.javacpp.FloatPointer;

/** A bias for each channel, on the processor. */
final class ChannelBias {
    private ChannelBias() {}

    /**
     * One picture that holds the bias alone.
     *
     * @param bias {@code [channel]}
     * @param pixels of each channel
     * @return {@code [channel, pixels]}
     */
    static float[] repeated(PooledArray<CpuArray> bias, int pixels) {
        float[] values = new float[bias.shape().length()];
        bias.data().numbers().get(values);
        float[] repeated = new float[values.length * pixels];
        for (int channel = 0; channel < values.length; channel++) {
            Arrays.fill(repeated, channel * pixels, (channel + 1) * pixels, values[channel]);
        }
        return repeated;
    }

    /** Adds it to each picture of z {@code [n, channel, height, width]}, whose channels are few. */
    static void add(PooledArray<CpuArray> bias, PooledArray<CpuArray> z) {
        int pictures = z.shape().size(0);
        float[] alone = repeated(bias, z.shape().size(2) * z.shape().size(3));
        float[] picture = new float[alone.length];
        FloatPointer numbers = new FloatPointer(z.data().numbers());
        for (int i = 0; i < pictures; i++) {
            numbers.position((long) i * picture.length).get(picture);
            for (int j = 0; j < picture.length; j++) {
                picture[j] += alone[j];
            }
            numbers.put(picture);
        }
    }
}
