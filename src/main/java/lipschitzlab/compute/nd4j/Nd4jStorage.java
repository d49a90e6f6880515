package lipschitzlab.compute.nd4j;

import lipschitzlab.compute.Shape;
import lipschitzlab.compute.spi.Storage;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J's arrays of 32-bit floats. */
public final class Nd4jStorage implements Storage<INDArray> {
    @Override
    public INDArray make(Shape shape) {
        return MemoryGuard.guard(() -> Nd4j.createUninitialized(DataType.FLOAT, shape.longSizes(), 'c'));
    }

    @Override
    public INDArray view(INDArray owner, Shape shape, long offset) {
        long[] sizes = shape.longSizes();
        return Nd4j.create(owner.data(), sizes, Nd4j.getStrides(sizes, 'c'), owner.offset() + offset, 'c');
    }

    /** Nothing to do: closing a view that shows all of its owner's numbers would give those back. */
    @Override
    public void closeView(INDArray view) {}

    @Override
    public void close(INDArray owner) {
        if (owner.closeable()) {
            owner.close();
        }
    }
}
