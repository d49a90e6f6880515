package lipschitzlab.compute.libtorch.baseline;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import lipschitzlab.compute.Shape;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Tensors from Java's numbers and back. */
final class Tensors {
    private Tensors() {}

    /** These numbers for the scope at hand, which keeps the memory that the tensor looks at. */
    static Tensor of(float[] numbers, long... sizes) {
        return torch.from_blob(new FloatPointer(numbers), sizes);
    }

    /** A parameter with these numbers, to live until it is closed. */
    static Tensor parameter(float[] numbers, long... sizes) {
        return leaf(numbers, false, sizes);
    }

    /** As {@link #parameter}, of a matrix whose transpose has these numbers and sizes. */
    static Tensor transposedParameter(float[] numbers, long rows, long columns) {
        return leaf(numbers, true, rows, columns);
    }

    private static Tensor leaf(float[] numbers, boolean transposed, long... sizes) {
        Tensor tensor = buffer(numbers, transposed, sizes);
        tensor.set_requires_grad(true);
        return tensor;
    }

    /** What is no parameter, to live until it is closed. */
    static Tensor buffer(float[] numbers, long... sizes) {
        return buffer(numbers, false, sizes);
    }

    private static Tensor buffer(float[] numbers, boolean transposed, long... sizes) {
        try (PointerScope temporaries = new PointerScope()) {
            Tensor seen = of(numbers, sizes);
            Tensor own = transposed ? seen.t().clone().contiguous() : seen.clone();
            own.retainReference();
            return own;
        }
    }

    /** The numbers in row-major order. */
    static float[] read(Tensor tensor) {
        float[] numbers = new float[(int) tensor.numel()];
        tensor.contiguous().data_ptr_float().get(numbers);
        return numbers;
    }

    /** The sizes of that many rows. */
    static long[] sizes(long rows, Shape row) {
        return LongStream.concat(LongStream.of(rows), IntStream.of(row.sizes()).asLongStream())
                .toArray();
    }
}
