package lipschitzlab.compute.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.compute.nd4j.cpu.CpuArray;
import lipschitzlab.compute.nd4j.cpu.CpuOperations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the engine's suite does not reach: failures of the library's, and the way of large matrices. */
class CpuOperationsTest {
    private static final CustomOperation MATMUL = CustomOperation.of("matmul", 0L, 0L, 0L);

    private CpuOperations operations;

    @BeforeAll
    static void load() {
        Nd4jRuntime.load(Nd4jPlatform.CPU);
    }

    @BeforeEach
    void open() {
        operations = new CpuOperations();
    }

    @AfterEach
    void close() {
        operations.close();
    }

    @Test
    void aFailureIsAnExceptionThatNamesTheOperationAndTheNextCallSucceeds() {
        CpuArray a = array(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
        CpuArray unfit = array(Shape.of(2, 2), 1, 2, 3, 4);
        CpuArray fit = array(Shape.of(3, 1), 1, 1, 1);
        CpuArray z = array(Shape.of(2, 1), 0, 0);

        assertThatThrownBy(() -> operations.custom(MATMUL, List.of(a, unfit), List.of(z)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("matmul");
        operations.custom(MATMUL, List.of(a, fit), List.of(z));

        assertThat(read(z)).containsExactly(6, 15);
    }

    @Test
    void clampingKeepsNaNSoThatADivergedWeightShows() {
        try (Engine engine = Nd4jKernels.engine(new CpuOperations(), 1)) {
            Array array = engine.of(new float[] {Float.NaN, -1, 0.05f, Float.POSITIVE_INFINITY}, Shape.of(4));

            engine.clamp(List.of(array), -0.1, 0.1);

            assertThat(engine.read(array)).containsExactly(Float.NaN, -0.1f, 0.05f, 0.1f);
        }
    }

    @ParameterizedTest
    @CsvSource({"false,false", "false,true", "true,false", "true,true"})
    void productsOfLargeMatricesAreTheSumsOfTheirTerms(boolean transposeA, boolean transposeB) {
        int rows = 130;
        int inner = 150;
        int columns = 140;
        RandomStream random = TestStreams.of(11, "large matrices");
        float[] a = random.gaussians(rows * inner);
        float[] b = random.gaussians(inner * columns);
        try (Engine engine = Nd4jKernels.engine(new CpuOperations(), 1)) {
            Array first = engine.of(a, transposeA ? Shape.of(inner, rows) : Shape.of(rows, inner));
            Array second = engine.of(b, transposeB ? Shape.of(columns, inner) : Shape.of(inner, columns));
            float[] product = engine.read(engine.matmul(first, transposeA, second, transposeB));

            for (int row = 0; row < rows; row += 43) {
                for (int column = 0; column < columns; column += 46) {
                    double sum = 0;
                    for (int k = 0; k < inner; k++) {
                        double left = a[transposeA ? k * rows + row : row * inner + k];
                        double right = b[transposeB ? column * inner + k : k * columns + column];
                        sum += left * right;
                    }
                    assertThat((double) product[row * columns + column]).isCloseTo(sum, within(1e-4));
                }
            }
        }
    }

    /** An array from the pool has whatever was there, and OpenBLAS's scaling by 0 keeps what is not a number. */
    @ParameterizedTest
    @CsvSource({"1,5,1", "5,3,1", "1,3,5", "5,1,3", "40,30,20", "130,150,140"})
    void aProductDoesNotSeeWhatWasInItsPlace(int rows, int inner, int columns) {
        CpuArray a = filled(Shape.of(rows, inner), 1);
        CpuArray b = filled(Shape.of(inner, columns), 2);
        CpuArray z = filled(Shape.of(rows, columns), Float.NaN);

        operations.product(a, false, b, false, z);

        assertThat(read(z)).containsOnly(2 * inner);
    }

    private CpuArray filled(Shape shape, float number) {
        float[] numbers = new float[shape.length()];
        Arrays.fill(numbers, number);
        return array(shape, numbers);
    }

    private CpuArray array(Shape shape, float... numbers) {
        CpuArray array = operations.storage().make(shape);
        operations.write(array, numbers);
        return array;
    }

    private float[] read(CpuArray array) {
        float[] numbers = new float[array.length()];
        operations.read(array, numbers);
        return numbers;
    }
}
