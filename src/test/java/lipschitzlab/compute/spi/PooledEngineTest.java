package lipschitzlab.compute.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import org.junit.jupiter.api.Test;

/** What the suite on the engines does not reach: what the engine asks of its kernels, and where their results go. */
class PooledEngineTest {
    private static final ConvolutionGeometry GEOMETRY = new ConvolutionGeometry(1, 2, 2, 1, 1, 1, 0);

    private final FloatStorage storage = new FloatStorage();
    private final ArrayPool<float[]> pool = new ArrayPool<>(storage);
    private final FakeKernels kernels = new FakeKernels();
    private final Engine engine = new PooledEngine<>(pool, kernels);

    @Test
    void aThreadIsPreparedBeforeItsFirstKernelAndNotAgain() throws InterruptedException {
        Array x = engine.full(Shape.of(2), 3);
        engine.read(x);
        engine.write(x, new float[] {1, 2});
        assertThat(kernels.prepared).containsExactly(Thread.currentThread());

        Thread other = new Thread(() -> engine.read(x));
        other.start();
        other.join();

        assertThat(kernels.prepared).containsExactly(Thread.currentThread(), other);
    }

    @Test
    @SuppressWarnings("try")
    void anArrayThatAKernelWroteIsUsedAgainAndOneThatItMadeGoesBackToTheLibrary() {
        Array x = engine.full(GEOMETRY.inputShape(1), 3);
        Array weight = engine.full(GEOMETRY.weightShape(), 1);
        kernels.convolution = z -> z.taken().data()[0] = 7;
        for (int i = 0; i < 2; i++) {
            try (Scope step = engine.openScope()) {
                assertThat(engine.read(engine.conv2d(x, weight, GEOMETRY))[0]).isEqualTo(7);
            }
        }
        assertThat(storage.made()).isEqualTo(3);
        assertThat(storage.closed()).isZero();

        kernels.convolution = z -> z.adopt(new float[] {8, 8, 8, 8});
        try (Scope step = engine.openScope()) {
            assertThat(engine.read(engine.conv2d(x, weight, GEOMETRY))).containsOnly(8);
        }
        assertThat(storage.made()).isEqualTo(3);
        assertThat(storage.closed()).isEqualTo(1);
        assertThat(engine.liveArrays()).isEqualTo(2);
    }

    @Test
    void aKernelThatLeavesNoResultOrTwoIsAFault() {
        Array x = engine.full(GEOMETRY.inputShape(1), 3);
        Array weight = engine.full(GEOMETRY.weightShape(), 1);

        kernels.convolution = z -> {};
        assertThatThrownBy(() -> engine.conv2d(x, weight, GEOMETRY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("expected a result [1, 1, 2, 2], found none");

        kernels.convolution = z -> {
            z.taken();
            z.adopt(new float[4]);
        };
        assertThatThrownBy(() -> engine.conv2d(x, weight, GEOMETRY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("found a second one");
    }

    @Test
    void closingGivesBackWhatTheKernelsHoldAndEveryArray() {
        engine.full(Shape.of(2), 3);

        engine.close();

        assertThat(kernels.closed).isTrue();
        assertThat(storage.closed()).isEqualTo(storage.made());
        assertThat(engine.liveArrays()).isZero();
    }

    /** Transfers and, of a convolution, what a test says; whoever asks for another kernel finds none. */
    @SuppressWarnings("unchecked")
    private static final class FakeKernels implements Kernels<float[]>, TransferKernels<float[]> {
        private final List<Thread> prepared = new ArrayList<>();
        private Consumer<Result<float[]>> convolution = z -> {};
        private boolean closed;

        @Override
        public String description() {
            return "plain Java";
        }

        @Override
        public void prepareThread() {
            prepared.add(Thread.currentThread());
        }

        @Override
        public TransferKernels<float[]> transfer() {
            return this;
        }

        @Override
        public void read(PooledArray<float[]> x, float[] numbers) {
            System.arraycopy(x.data(), 0, numbers, 0, numbers.length);
        }

        @Override
        public void write(float[] numbers, PooledArray<float[]> z) {
            System.arraycopy(numbers, 0, z.data(), 0, numbers.length);
        }

        @Override
        public void copy(PooledArray<float[]> x, PooledArray<float[]> z) {
            write(x.data(), z);
        }

        @Override
        public void set(double value, PooledArray<float[]> z) {
            Arrays.fill(z.data(), (float) value);
        }

        @Override
        public ElementwiseKernels<float[]> elementwise() {
            return absent(ElementwiseKernels.class);
        }

        @Override
        public ProductKernels<float[]> products() {
            return absent(ProductKernels.class);
        }

        @Override
        public SumKernels<float[]> sums() {
            return absent(SumKernels.class);
        }

        @Override
        public NormalizationKernels<float[]> normalization() {
            return absent(NormalizationKernels.class);
        }

        @Override
        public FusedKernels<float[]> fused() {
            return absent(FusedKernels.class);
        }

        @Override
        public UpdateKernels<float[]> updates() {
            return absent(UpdateKernels.class);
        }

        @Override
        public ConvolutionKernels<float[]> convolutions() {
            return kernels(ConvolutionKernels.class, arguments -> {
                Object last = arguments[arguments.length - 1];
                convolution.accept((Result<float[]>) last);
            });
        }

        private static <K> K absent(Class<K> family) {
            return kernels(family, arguments -> {
                throw new UnsupportedOperationException(
                        "no kernel of " + family.getSimpleName() + " is asked for here");
            });
        }

        private static <K> K kernels(Class<K> family, Consumer<Object[]> kernel) {
            return family.cast(Proxy.newProxyInstance(
                    family.getClassLoader(), new Class<?>[] {family}, (proxy, method, arguments) -> {
                        kernel.accept(arguments);
                        return null;
                    }));
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
