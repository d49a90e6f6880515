package lipschitzlab.compute.libtorch;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.Scalar;

/**
 * One of LibTorch's operations on lists of tensors, which Java's names for LibTorch leave out; found by its name and called as
 * LibTorch's own interpreter does. On a card such an operation takes all tensors of a list in one kernel or a few.
 */
final class DispatchedOperation {
    private final OperatorHandle handle;

    /**
     * Looked up once.
     *
     * @param name with its name space, such as {@code aten::_foreach_norm}
     * @param overload such as {@code Scalar}; may be empty
     */
    DispatchedOperation(String name, String overload) {
        handle = Dispatcher.singleton().findSchemaOrThrow(name, overload);
    }

    /** An operation in place: what it hands back is what it was given. */
    void run(Argument... arguments) {
        call(stack -> null, arguments);
    }

    /** The tensors that it makes, as a list for other operations; its closing frees them. */
    TensorSequence make(Argument... arguments) {
        return DeviceMemory.in(() -> call(stack -> new TensorSequence(new IValue(stack.get(0))), arguments));
    }

    private <T> T call(Function<IValueVector, T> result, Argument... arguments) {
        List<IValue> values = Stream.of(arguments).map(Argument::value).toList();
        try (IValueVector stack = new IValueVector(values.toArray(IValue[]::new))) {
            handle.callBoxed(stack);
            return result.apply(stack);
        } finally {
            for (Argument argument : arguments) {
                argument.used();
            }
        }
    }

    /** What an operation is given. */
    interface Argument {
        /** As LibTorch's interpreter takes it. */
        IValue value();

        /** The call is over. */
        void used();

        /** A number that LibTorch takes for elements of tensors. */
        static Argument scalar(double number) {
            try (Scalar scalar = new Scalar(number)) {
                return new Passing(new IValue(scalar));
            }
        }

        /** A number. */
        static Argument number(double number) {
            return new Passing(new IValue(number));
        }

        /** Yes or no. */
        static Argument flag(boolean flag) {
            return new Passing(new IValue(flag));
        }

        /** What may be left out, left out. */
        static Argument none() {
            return new Passing(new IValue());
        }
    }

    /** Lives for one call. */
    private record Passing(IValue value) implements Argument {
        @Override
        public void used() {
            value.close();
        }
    }
}
