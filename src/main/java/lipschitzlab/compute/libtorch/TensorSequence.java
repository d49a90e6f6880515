package lipschitzlab.compute.libtorch;

import java.util.List;
import java.util.function.Consumer;
import lipschitzlab.compute.spi.PooledArray;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorType;
import org.bytedeco.pytorch.Type;

/** A list of tensors as a {@link DispatchedOperation} takes it; can be given to any number of calls. */
final class TensorSequence implements DispatchedOperation.Argument, AutoCloseable {
    private final IValue value;

    /** @param value a list of tensors, closed with this */
    TensorSequence(IValue value) {
        this.value = value;
    }

    /** The arrays' tensors. */
    static TensorSequence of(List<PooledArray<TensorViews>> arrays) {
        return ofTensors(arrays.stream().map(LibTorchKernels::tensor).toList());
    }

    /** These tensors. */
    static TensorSequence ofTensors(List<Tensor> tensors) {
        try (Type.TypePtr type = new Type.TypePtr(TensorType.get());
                GenericList list = new GenericList(type)) {
            list.reserve(tensors.size());
            for (Tensor tensor : tensors) {
                try (IValue element = new IValue(tensor)) {
                    list.push_back(element);
                }
            }
            return new TensorSequence(new IValue(list));
        }
    }

    /** Hands each tensor out, for as long as the call takes. */
    void forEach(Consumer<Tensor> taker) {
        try (GenericList list = value.toList()) {
            for (long i = 0; i < list.size(); i++) {
                // The tensor lives as long as the element does.
                try (IValue element = list.get(i)) {
                    taker.accept(element.toTensor());
                }
            }
        }
    }

    @Override
    public IValue value() {
        return value;
    }

    @Override
    public void used() {}

    @Override
    public void close() {
        value.close();
    }
}
