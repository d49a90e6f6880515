package lipschitzlab.compute.nd4j;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An array's numbers as the processor sees them. */
final class HostNumbers {
    private HostNumbers() {}

    /** The numbers themselves, not a copy; positioned at the array's first element. */
    static FloatBuffer of(INDArray data) {
        return data.data()
                .pointer()
                .asByteBuffer()
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer()
                .position((int) data.offset());
    }
}
