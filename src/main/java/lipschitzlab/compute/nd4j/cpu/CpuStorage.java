package lipschitzlab.compute.nd4j.cpu;

import lipschitzlab.compute.Shape;
import lipschitzlab.compute.nd4j.Nd4jStorage;
import lipschitzlab.compute.spi.Storage;

/** ND4J's arrays on the processor, as its native operations take them. */
final class CpuStorage implements Storage<CpuArray> {
    private final Nd4jStorage arrays = new Nd4jStorage();

    @Override
    public CpuArray make(Shape shape) {
        return CpuArray.of(shape, arrays.make(shape));
    }

    @Override
    public CpuArray view(CpuArray owner, Shape shape, long offset) {
        return CpuArray.of(shape, arrays.view(owner.data(), shape, offset));
    }

    @Override
    public void closeView(CpuArray view) {
        arrays.closeView(view.data());
    }

    @Override
    public void close(CpuArray owner) {
        arrays.close(owner.data());
    }
}
