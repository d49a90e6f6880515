package lipschitzlab.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import lipschitzlab.diagnostic.SingularSpectrum;
import lipschitzlab.file.NpzWriter;
import lipschitzlab.file.SafetensorsWriter;
import lipschitzlab.file.WholeFile;
import lipschitzlab.setting.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightInspectionTest {
    /** Singular values 4 and 3. */
    private static final float[] DIAGONAL = {0, 4, 3, 0};

    @TempDir
    Path folder;

    private WeightInspection inspect(SafetensorsWriter writer) {
        Path file = folder.resolve("weights.safetensors");
        WholeFile.write(file, writer::writeTo);
        return WeightInspection.of(file, each -> {});
    }

    private static SafetensorsWriter file() {
        return new SafetensorsWriter();
    }

    private static List<String> names(WeightInspection inspection) {
        return inspection.weights().stream().map(MeasuredWeight::name).toList();
    }

    @Test
    void matricesAndKernelsAreMeasuredAndVectorsAreNot() {
        float[] kernel = new float[2 * 3 * 2 * 2];
        kernel[0] = 2;
        kernel[12] = -1;
        WeightInspection inspection = inspect(file().floats("10.weight", new int[] {2, 3, 2, 2}, kernel)
                .floats("10.bias", new int[] {2}, new float[2])
                .doubles("2.weight", new int[] {2, 2}, new double[] {0, 4, 3, 0})
                .longs("step", new int[] {}, new long[] {5}));
        assertThat(names(inspection)).containsExactly("2.weight", "10.weight");
        MeasuredWeight dense = inspection.weights().get(0);
        assertThat(dense.sigma()).containsExactly(new double[] {4, 3}, within(1e-12));
        assertThat(dense.stableRank()).isEqualTo(25.0 / 16, within(1e-12));
        assertThat(dense.variance()).isEqualTo(25.0 / 4 - 49.0 / 16, within(1e-12));
        MeasuredWeight convolution = inspection.weights().get(1);
        assertThat(convolution.matrix()).hasToString("2 × 12");
        // Both rows lie along the same axis: √(2² + 1²).
        assertThat(convolution.sigma()).containsExactly(new double[] {Math.sqrt(5), 0}, within(1e-12));
        assertThat(inspection.bounds())
                .containsExactly(new WeightInspection.Bound("", 2, dense.largest() * convolution.largest(), true));
        assertThat(BoundWords.of(inspection).get(0)).contains("8.944", "nominal");
    }

    @Test
    void kernelsWithTheirChannelsLastAreRecognisedWhereTheyCanBeNothingElse() {
        assertThat(MatrixView.of(new int[] {3, 3, 64, 128})).contains(new MatrixView(576, 128, true));
        assertThat(MatrixView.of(new int[] {4, 4, 64, 64})).contains(new MatrixView(1024, 64, true));
        assertThat(MatrixView.of(new int[] {64, 64, 3, 3})).contains(new MatrixView(64, 576, true));
        assertThat(MatrixView.of(new int[] {3, 3, 3, 3})).contains(new MatrixView(3, 27, true));
        assertThat(MatrixView.of(new int[] {8, 4, 5})).contains(new MatrixView(8, 20, true));
        assertThat(MatrixView.of(new int[] {8})).isEmpty();
        assertThat(MatrixView.of(new int[] {0, 8})).isEmpty();
    }

    /** PyTorch's spectral normalization stores W, u and v, and the layer uses W/uᵀWv. */
    @Test
    void whatPyTorchNormalizesByItsSpectrumIsMeasuredAsItsLayerUsesIt() {
        WeightInspection inspection = inspect(file().floats("0.weight_orig", new int[] {2, 2}, DIAGONAL)
                .floats("0.weight_u", new int[] {2}, new float[] {1, 0})
                .floats("0.weight_v", new int[] {2}, new float[] {0, 1})
                .floats("2.parametrizations.weight.original", new int[] {2, 2}, DIAGONAL)
                .floats("2.parametrizations.weight.0._u", new int[] {2}, new float[] {0.8f, 0.6f})
                .floats("2.parametrizations.weight.0._v", new int[] {2}, new float[] {0.6f, 0.8f}));
        assertThat(names(inspection))
                .containsExactly("0.weight", "0.weight_orig", "2.weight", "2.parametrizations.weight.original");
        assertThat(inspection.weights().get(0).sigma()).containsExactly(new double[] {1, 0.75}, within(1e-6));
        assertThat(inspection.weights().get(1).sigma()).containsExactly(new double[] {4, 3}, within(1e-12));
        assertThat(inspection.weights().get(2).largest()).isEqualTo(4 / (0.8 * 4 * 0.8 + 0.6 * 3 * 0.6), within(1e-6));
        assertThat(inspection.bounds().get(0).layers()).isEqualTo(2);
    }

    /** Where the file has the weight that the layer uses too, that one counts, and the stored one is shown beside it. */
    @Test
    void aWeightThatStandsBesideItsStoredOneIsTakenAsItIs() {
        WeightInspection inspection = inspect(file().floats("0.weight", new int[] {2, 2}, new float[] {0, 1, 0.5f, 0})
                .floats("0.weight_orig", new int[] {2, 2}, DIAGONAL)
                .floats("0.weight_u", new int[] {2}, new float[] {1, 0})
                .floats("0.weight_v", new int[] {2}, new float[] {0, 1}));
        assertThat(names(inspection)).containsExactly("0.weight", "0.weight_orig");
        assertThat(inspection.weights().get(0).sigma()).containsExactly(new double[] {1, 0.5}, within(1e-6));
        assertThat(inspection.bounds()).containsExactly(new WeightInspection.Bound("", 1, 1, false));
    }

    /** The outputs of a transposed convolution are on its second side, and PyTorch takes u there. */
    @Test
    void theOutputsOfATransposedConvolutionMayBeOnItsSecondSide() {
        float[] kernel = {0, 0, 5, 0, 0, 0};
        WeightInspection inspection = inspect(file().floats("0.weight_orig", new int[] {2, 3, 1, 1}, kernel)
                .floats("0.weight_u", new int[] {3}, new float[] {0, 0, 1})
                .floats("0.weight_v", new int[] {2}, new float[] {1, 0}));
        assertThat(inspection.weights().get(0).largest()).isEqualTo(1, within(1e-6));
    }

    /** g·v/‖v‖ with a norm for each output: rows (0, 2) and (−3, 0). */
    @Test
    void whatPyTorchNormalizesByItsNormsIsMeasuredAsItsLayerUsesIt() {
        WeightInspection inspection = inspect(file().floats("0.weight_g", new int[] {2, 1}, new float[] {2, -3})
                .floats("0.weight_v", new int[] {2, 2}, DIAGONAL));
        assertThat(names(inspection)).containsExactly("0.weight", "0.weight_v");
        assertThat(inspection.weights().get(0).sigma()).containsExactly(new double[] {3, 2}, within(1e-6));
        assertThat(inspection.bounds().get(0).layers()).isEqualTo(1);
    }

    @Test
    void eachNetworkOfOneFileHasItsBoundAndAnOptimizersAveragesHaveNone() {
        WeightInspection inspection = inspect(file().floats("critic.0.weight", new int[] {2, 2}, DIAGONAL)
                .floats("critic.0.weight.first_moment", new int[] {2, 2}, DIAGONAL)
                .floats("generator.0.weight", new int[] {1, 2}, new float[] {0, 2}));
        assertThat(inspection.bounds())
                .containsExactly(
                        new WeightInspection.Bound("critic", 1, 4, false),
                        new WeightInspection.Bound("generator", 1, 2, false));
    }

    /** A checkpoint has what is trained; the vectors and gains beside it tell that layers use other weights. */
    @Test
    void trainedWeightsOfACheckpointThatAConstraintNormalizesHaveNoBound() {
        WeightInspection inspection = inspect(file().floats("critic.0.weight", new int[] {2, 2}, DIAGONAL)
                .floats("critic.0.weight.u", new int[] {2, 1}, new float[2])
                .floats("critic.2.weight", new int[] {2, 2}, DIAGONAL)
                .floats("critic.2.gain", new int[] {2}, new float[2]));
        assertThat(names(inspection)).containsExactly("critic.0.weight", "critic.2.weight");
        assertThat(inspection.bounds()).isEmpty();
        assertThat(BoundWords.of(inspection).get(0)).contains("no product");
    }

    @Test
    void aNumberThatIsNotFiniteIsNamedAndSoIsWhatCannotBeRead() {
        WeightInspection inspection = inspect(file().floats("0.weight", new int[] {1, 2}, new float[] {1, Float.NaN})
                .floats("1.weight", new int[] {1, 1}, new float[] {1})
                .ints("2.weight", new int[] {1, 1}, new int[] {1}));
        assertThat(inspection.weights().get(0).largest()).isNaN();
        assertThat(inspection.weights().get(0).note()).isEqualTo(MeasuredWeight.NOT_FINITE);
        assertThat(inspection.leftOut().get(0).why()).contains("I32");
        assertThat(BoundWords.of(inspection).get(0)).contains("not known");
    }

    @Test
    void aFileOfNumPyIsReadToo() throws IOException {
        Path path = folder.resolve("weights.npz");
        WholeFile.write(path, out -> {
            NpzWriter npz = new NpzWriter(out);
            npz.floats("w", new int[] {2, 2}, Stream.of(DIAGONAL));
            npz.doubles("b", new int[] {1, 2}, Stream.of(new double[] {0, 2}));
            npz.finish();
        });
        WeightInspection inspection = WeightInspection.of(path, each -> {});
        assertThat(names(inspection)).containsExactly("b", "w");
        assertThat(inspection.bounds().get(0).product()).isEqualTo(8, within(1e-6));
    }

    /** Some bytes changed, or the end cut off, again and again. */
    @ParameterizedTest
    @ValueSource(strings = {"safetensors", "npz"})
    void anyChangeOfAGoodFileIsMeasuredOrRefusedInWords(String format) throws IOException {
        Path file = folder.resolve("changed." + format);
        WholeFile.write(file, out -> {
            if (format.equals("npz")) {
                NpzWriter npz = new NpzWriter(out);
                npz.floats("0.weight", new int[] {2, 2}, Stream.of(DIAGONAL));
                npz.floats("2.weight", new int[] {1, 2}, Stream.of(new float[2]));
                npz.finish();
            } else {
                file().floats("0.weight_orig", new int[] {2, 2}, DIAGONAL)
                        .floats("0.weight_u", new int[] {2}, new float[] {1, 0})
                        .floats("0.weight_v", new int[] {2}, new float[] {0, 1})
                        .writeTo(out);
            }
        });
        byte[] good = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 600; i++) {
            byte[] changed = Arrays.copyOf(good, i % 3 == 0 ? random.nextInt(good.length) : good.length);
            for (int change = 0; change < i % 4 && changed.length > 0; change++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            Files.write(file, changed);
            assertThatCode(() -> {
                        try {
                            BoundWords.of(WeightInspection.of(file, MeasuredWeight::randomValues));
                        } catch (InputException refused) {
                            assertThat(refused.getMessage()).contains("expected", "found");
                        }
                    })
                    .as("try %d", i)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aPickleIsRefusedUnopenedAndAFileWithoutMatricesInWords() throws IOException {
        Path pickle = Files.write(folder.resolve("critic.pt"), new byte[] {(byte) 0x80, 2, 'c'});
        assertThatThrownBy(() -> WeightInspection.of(pickle, each -> {}))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("pickle");
        assertThatThrownBy(() -> inspect(file().floats("b", new int[] {2}, new float[2])))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("at least one matrix");
        Path text = Files.writeString(folder.resolve("text"), "no weights at all", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> WeightInspection.of(text, each -> {}))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(".safetensors");
    }

    @Test
    void aMatrixThatIsTooLargeIsLeftOutInWords() throws IOException {
        long count = 300_000_000;
        String header = "{\"w\":{\"dtype\":\"F32\",\"shape\":[3000,100000],\"data_offsets\":[0," + 4 * count + "]}}";
        Path path = folder.resolve("large.safetensors");
        try (RandomAccessFile large = new RandomAccessFile(path.toFile(), "rw")) {
            large.write(new byte[] {(byte) header.length(), 0, 0, 0, 0, 0, 0, 0});
            large.write(header.getBytes(StandardCharsets.UTF_8));
            large.setLength(8 + header.length() + 4 * count);
        }
        assertThatThrownBy(() -> WeightInspection.of(path, each -> {}))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("300000000 numbers");
        Files.delete(path);
    }

    /** Rank one plus a little: power iteration finds √(n)·√(m) where all entries are 1. */
    @Test
    void theLargestSingularValueOfALargeMatrixIsFoundAlone() {
        float[] ones = new float[300 * 200];
        Arrays.fill(ones, 1);
        ones[7] = 1.5f;
        double exact = SingularSpectrum.of(ones, 300, 200)[0];
        assertThat(LargestSingularValue.of(ones, 300, 200)).isEqualTo(exact, within(1e-6 * exact));
    }
}
