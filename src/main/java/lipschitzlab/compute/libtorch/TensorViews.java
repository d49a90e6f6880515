package lipschitzlab.compute.libtorch;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/** A tensor and the other ways of looking at its numbers that operations ask for, each made when it is first asked for. */
final class TensorViews {
    private final Tensor tensor;
    private Optional<Tensor> transposed = Optional.empty();
    private Optional<Tensor> flat = Optional.empty();
    private Optional<Tensor> scalar = Optional.empty();

    TensorViews(Tensor tensor) {
        this.tensor = tensor;
    }

    /** The tensor itself, contiguous and row-major. */
    Tensor tensor() {
        return tensor;
    }

    /** The transposed matrix. */
    Tensor transposed() {
        if (transposed.isEmpty()) {
            transposed = Optional.of(tensor.t());
        }
        return transposed.get();
    }

    /** All numbers in one row. */
    Tensor flat() {
        if (flat.isEmpty()) {
            flat = Optional.of(tensor.view(-1));
        }
        return flat.get();
    }

    /** The one number, without axes: what LibTorch's reductions to a number write into. */
    Tensor scalar() {
        if (scalar.isEmpty()) {
            scalar = Optional.of(tensor.view(new long[0]));
        }
        return scalar.get();
    }

    void close() {
        transposed.ifPresent(Tensor::close);
        flat.ifPresent(Tensor::close);
        scalar.ifPresent(Tensor::close);
        tensor.close();
    }
}
