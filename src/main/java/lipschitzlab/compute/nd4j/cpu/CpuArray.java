package lipschitzlab.compute.nd4j.cpu;

import lipschitzlab.compute.Shape;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.cpu.nativecpu.buffer.BaseCpuDataBuffer;
import org.nd4j.nativeblas.OpaqueDataBuffer;

/**
 * An array or view of ND4J's on the processor, with what native operations take of it, made once.
 *
 * @param shape its sizes
 * @param data ND4J's array, which keeps the numbers from being freed
 * @param buffer the native buffer
 * @param shapeInfo ND4J's native description of the shape
 * @param numbers the first of the numbers
 */
public record CpuArray(
        Shape shape, INDArray data, OpaqueDataBuffer buffer, LongPointer shapeInfo, FloatPointer numbers) {
    static CpuArray of(Shape shape, INDArray data) {
        OpaqueDataBuffer buffer = ((BaseCpuDataBuffer) data.data()).getOpaqueDataBuffer();
        FloatPointer numbers = new FloatPointer(buffer.primaryBuffer());
        numbers.capacity(shape.length());
        return new CpuArray(
                shape, data, buffer, (LongPointer) data.shapeInfoDataBuffer().addressPointer(), numbers);
    }

    public int length() {
        return shape.length();
    }
}
