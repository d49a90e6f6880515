package lipschitzlab.compute.nd4j;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.concurrency.AffinityManager;
import org.nd4j.linalg.api.concurrency.AffinityManager.Location;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An array's numbers as the processor sees them. On a card an array has a copy in the processor's memory, of which ND4J knows
 * whether it is the newer one: it is asked to bring that copy up to date before it is read, and told when it was written, so
 * that it goes to the card before the next operation. On the processor both calls do nothing.
 */
final class HostNumbers {
    private HostNumbers() {}

    /** Copies the array's numbers, once they are computed; {@code numbers} is as long as the array. */
    static void read(INDArray array, float[] numbers) {
        upToDate(array).get(numbers);
    }

    /** Overwrites the array's numbers; {@code numbers} is as long as the array. */
    static void write(INDArray array, float[] numbers) {
        upToDate(array).put(numbers);
        changed(array);
    }

    /** Overwrites the number of an array of one element. */
    static void write(INDArray array, float number) {
        upToDate(array).put(number);
        changed(array);
    }

    private static FloatBuffer upToDate(INDArray array) {
        affinity().ensureLocation(array, Location.HOST);
        return array.data()
                .pointer()
                .asByteBuffer()
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer()
                .position((int) array.offset());
    }

    private static void changed(INDArray array) {
        affinity().tagLocation(array, Location.HOST);
    }

    private static AffinityManager affinity() {
        return Nd4j.getAffinityManager();
    }
}
