package lipschitzlab.compute;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Seeded randomness, keyed by what it is for: (seed, purpose, numbers such as generator step and critic update). Two lanes
 * that ask for the same key get the same numbers, whatever else runs, on whichever thread, on whichever engine. That is what
 * makes lanes comparable.
 */
public final class RandomStream {
    private static final Consumer<float[]> NOBODY = numbers -> {};

    private final SplittableRandom random;
    private final Consumer<float[]> watcher;

    private RandomStream(SplittableRandom random, Consumer<float[]> watcher) {
        this.random = random;
        this.watcher = watcher;
    }

    /**
     * The stream of a key.
     *
     * @param seed the experiment's seed
     * @param purpose what the numbers are for
     * @param counters further parts of the key, such as the generator step
     */
    public static RandomStream of(long seed, RandomPurpose purpose, long... counters) {
        return of(seed, purpose.text(), counters);
    }

    static RandomStream of(long seed, String purpose, long... counters) {
        long key = mix(seed);
        for (int i = 0; i < purpose.length(); i++) {
            key = mix(key ^ purpose.charAt(i));
        }
        for (long counter : counters) {
            key = mix(key + 0x9E3779B97F4A7C15L + counter);
        }
        return new RandomStream(new SplittableRandom(key), NOBODY);
    }

    /**
     * This stream, its numbers unchanged, with somebody who is shown every array that is drawn from it. A number that is drawn by
     * itself is not shown.
     *
     * @param shown is not to change the array
     */
    public RandomStream watched(Consumer<float[]> shown) {
        return new RandomStream(random, shown);
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014, variant 13 of Stafford), a bijection of 64-bit numbers. */
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A number from N(0, 1). */
    public double gaussian() {
        return random.nextGaussian();
    }

    /** A number from U[0, 1). */
    public double uniform() {
        return random.nextDouble();
    }

    /** A whole number from 0 to {@code bound} − 1. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** That many numbers from N(0, 1). */
    public float[] gaussians(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        watcher.accept(numbers);
        return numbers;
    }

    /** That many numbers from U[low, high). */
    public float[] uniforms(int count, double low, double high) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (low + (high - low) * random.nextDouble());
        }
        watcher.accept(numbers);
        return numbers;
    }
}
