package lipschitzlab.compute.conformance;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.EngineCounts;
import lipschitzlab.compute.Expect;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;

/** Arrays of doubles on the Java heap, their lifetime, and operations that only move numbers. */
abstract class ReferenceArrays implements Engine {
    private final Set<Numbers> unscoped = new HashSet<>();
    private final Deque<Set<Numbers>> scopes = new ArrayDeque<>();

    /** The numbers of one array; {@code values} is empty once the array is dead. */
    private static final class Numbers implements Array {
        private final ReferenceArrays owner;
        private final Shape shape;
        private double[] values;
        private boolean dead;

        private Numbers(ReferenceArrays owner, double[] values, Shape shape) {
            this.owner = owner;
            this.values = values;
            this.shape = shape;
        }

        @Override
        public Shape shape() {
            return shape;
        }

        private void die() {
            dead = true;
            values = new double[0];
        }
    }

    @Override
    public String description() {
        return "reference in plain Java, double precision";
    }

    // ------------------------------------------------------------------ lifetime

    @Override
    public Scope openScope() {
        Set<Numbers> scope = new HashSet<>();
        scopes.push(scope);
        return new Scope() {
            private boolean closed;

            @Override
            public void close() {
                if (closed) {
                    return;
                }
                if (scopes.peek() != scope) {
                    throw new IllegalStateException(
                            "expected scopes to close in the reverse order of opening, found an inner scope still open");
                }
                closed = true;
                scopes.pop().forEach(Numbers::die);
            }
        };
    }

    @Override
    public Array keep(Array array) {
        Numbers numbers = numbers(array);
        forget(numbers);
        unscoped.add(numbers);
        return numbers;
    }

    @Override
    public void free(Array array) {
        Numbers numbers = numbers(array);
        forget(numbers);
        numbers.die();
    }

    @Override
    public int liveArrays() {
        return unscoped.size() + scopes.stream().mapToInt(Set::size).sum();
    }

    @Override
    public void close() {
        unscoped.forEach(Numbers::die);
        unscoped.clear();
        scopes.forEach(scope -> scope.forEach(Numbers::die));
        scopes.clear();
    }

    private void forget(Numbers numbers) {
        unscoped.remove(numbers);
        scopes.forEach(scope -> scope.remove(numbers));
    }

    private Numbers numbers(Array array) {
        if (!(array instanceof Numbers numbers) || numbers.owner != this) {
            throw new IllegalArgumentException("expected an array of this engine, found one of another");
        }
        if (numbers.dead) {
            throw new IllegalStateException(
                    "expected a live array, found one that was freed, of shape " + numbers.shape);
        }
        return numbers;
    }

    Array made(double[] values, Shape shape) {
        if (values.length != shape.length()) {
            throw new IllegalArgumentException("expected numbers for " + shape + ", found " + values.length);
        }
        Numbers numbers = new Numbers(this, values, shape);
        (scopes.isEmpty() ? unscoped : scopes.peek()).add(numbers);
        return numbers;
    }

    /** The live numbers themselves, not a copy. */
    double[] values(Array array) {
        return numbers(array).values;
    }

    // ------------------------------------------------------------------ host and device

    /** A new array with these numbers in row-major order, unrounded. */
    public Array ofDoubles(double[] numbers, Shape shape) {
        return made(numbers.clone(), shape);
    }

    /** The numbers in row-major order, unrounded. */
    public double[] readDoubles(Array array) {
        return values(array).clone();
    }

    @Override
    public Array of(float[] numbers, Shape shape) {
        Expect.numbers(numbers, shape);
        return made(widened(numbers), shape);
    }

    @Override
    public Array full(Shape shape, double value) {
        double[] result = new double[shape.length()];
        Arrays.fill(result, value);
        return made(result, shape);
    }

    /** Nothing is counted here. */
    @Override
    public EngineCounts counts() {
        return new EngineCounts(0, OptionalLong.empty(), 0, 0);
    }

    @Override
    public List<float[]> readAll(List<Array> arrays) {
        return arrays.stream().map(this::read).toList();
    }

    @Override
    public float[] read(Array array) {
        double[] values = values(array);
        float[] result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = (float) values[i];
        }
        return result;
    }

    @Override
    public void write(Array target, float[] numbers) {
        double[] values = values(target);
        Expect.numbers(numbers, target.shape());
        System.arraycopy(widened(numbers), 0, values, 0, values.length);
    }

    @Override
    public void copy(Array source, Array target) {
        Expect.same(source, target);
        System.arraycopy(values(source), 0, values(target), 0, source.shape().length());
    }

    private static double[] widened(float[] numbers) {
        double[] result = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            result[i] = numbers[i];
        }
        return result;
    }

    /** What is made of other operations, without what they leave on the way. */
    Array composed(Supplier<Array> operations) {
        Numbers result;
        try (Scope temporaries = openScope()) {
            result = numbers(operations.get());
            scopes.peek().remove(result);
        }
        (scopes.isEmpty() ? unscoped : scopes.peek()).add(result);
        return result;
    }

    // ------------------------------------------------------------------ shapes

    @Override
    public Array reshape(Array x, Shape shape) {
        Expect.reshaping(x, shape);
        return made(values(x).clone(), shape);
    }

    @Override
    public Array concatRows(List<Array> arrays) {
        Expect.concatenation(arrays);
        int rows = arrays.stream().mapToInt(array -> array.shape().size(0)).sum();
        double[] result = arrays.stream()
                .map(this::values)
                .flatMapToDouble(Arrays::stream)
                .toArray();
        return made(result, arrays.get(0).shape().withRows(rows));
    }

    @Override
    public Array sliceRows(Array x, int first, int count) {
        double[] values = values(x);
        Expect.slice(x, first, count);
        int rowLength = x.shape().rowLength();
        double[] result = Arrays.copyOfRange(values, first * rowLength, (first + count) * rowLength);
        return made(result, x.shape().withRows(count));
    }

    @Override
    public Array padRows(Array x, int before, int after) {
        double[] values = values(x);
        Expect.padding(before, after);
        Shape shape = x.shape().withRows(before + x.shape().size(0) + after);
        double[] result = new double[shape.length()];
        System.arraycopy(values, 0, result, before * shape.rowLength(), values.length);
        return made(result, shape);
    }
}
