package lipschitzlab.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lipschitzlab.compute.Shape;
import lipschitzlab.dataset.PlaneUnits;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.measurement.Surface;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
    @TempDir
    private Path folder;

    private static Snapshot plane(int step) {
        float[] samples = {step, -step, 0.25f, Float.NaN, 1e-30f, 7};
        float[] values = {step, 2, 3, Float.POSITIVE_INFINITY};
        LayerSpectrum estimated = new LayerSpectrum(
                "1 dense",
                new double[] {1 / 3.0, step / 1000.0},
                1.2,
                3.1,
                OptionalDouble.of(3.09),
                OptionalDouble.empty());
        LayerSpectrum plain = new LayerSpectrum(
                "2 dense", new double[] {2}, 1, 2, OptionalDouble.empty(), OptionalDouble.of(2 + step));
        return new Snapshot(
                step, Shape.of(2), samples, Optional.of(new Surface(2, 2.12, values)), List.of(estimated, plain));
    }

    private Map<String, NpzReader.Array> written(List<Snapshot> frames) {
        Path file = folder.resolve("lane.npz");
        HistoryFile.write(file, frames, Optional.empty());
        return NpzReader.read(file);
    }

    @Test
    void theCriticOfALineIsWrittenAsACurve() {
        Snapshot line = new Snapshot(
                4, Shape.of(1), new float[] {1, 2}, Optional.of(new Surface(3, 1.5, new float[] {5, 6, 8})), List.of());
        NpzReader.Array curve = written(List.of(line)).get("surface");
        assertThat(curve.shape()).containsExactly(1, 3);
        assertThat(curve.numbers()).containsExactly(5, 6, 8);
    }

    @Test
    void everythingThatAFrameHoldsComesBackFromTheFile() {
        Map<String, NpzReader.Array> arrays = written(List.of(plane(0), plane(25), plane(50)));

        assertThat(arrays.get("step").type()).isEqualTo("<i4");
        assertThat(arrays.get("step").shape()).containsExactly(3);
        assertThat(arrays.get("step").numbers()).containsExactly(0, 25, 50);
        assertThat(arrays.get("samples").type()).isEqualTo("<f4");
        assertThat(arrays.get("samples").shape()).containsExactly(3, 3, 2);
        assertThat(arrays.get("samples").numbers())
                .startsWith(0, 0, 0.25, Double.NaN, 1e-30f, 7)
                .endsWith(50, -50, 0.25, Double.NaN, 1e-30f, 7);
        assertThat(arrays.get("surface").shape()).containsExactly(3, 2, 2);
        assertThat(arrays.get("surface").numbers()).endsWith(50, 2, 3, Double.POSITIVE_INFINITY);
        assertThat(arrays.get("extent").shape()).isEmpty();
        assertThat(arrays.get("extent").numbers()).containsExactly(2.12);
        assertThat(arrays.get("sigma/1 dense").shape()).containsExactly(3, 2);
        assertThat(arrays.get("sigma/1 dense").numbers()).containsExactly(1 / 3.0, 0, 1 / 3.0, 0.025, 1 / 3.0, 0.05);
        assertThat(arrays.get("raw_norm/1 dense").numbers()).containsExactly(3.1, 3.1, 3.1);
        assertThat(arrays.get("estimated_norm/1 dense").numbers()).containsExactly(3.09, 3.09, 3.09);
        assertThat(arrays.get("operator_norm/1 dense").numbers()).containsOnly(Double.NaN);
        assertThat(arrays.get("sigma/2 dense").shape()).containsExactly(3, 1);
        assertThat(arrays.get("operator_norm/2 dense").numbers()).containsExactly(2, 27, 52);
    }

    @Test
    void samplesOfATableThatWasScaledAreWrittenInTheTablesUnits() {
        Path file = folder.resolve("scaled.npz");
        PlaneUnits units = new PlaneUnits("lon", "lat", 10, 5_400_000, 4, 2);
        HistoryFile.write(file, List.of(plane(25)), Optional.of(units));
        Map<String, NpzReader.Array> arrays = NpzReader.read(file);
        // 10 + 4 · 25 and 5,400,000 − 2 · 25.
        assertThat(arrays.get("samples").type()).isEqualTo("<f8");
        assertThat(arrays.get("samples").numbers()).startsWith(110, 5_399_950);
        assertThat(arrays.get("centre").numbers()).containsExactly(10, 5_400_000);
        assertThat(arrays.get("scale").numbers()).containsExactly(4, 2);
    }

    @Test
    void imagesKeepTheirAxesAndHaveNoSurface() {
        float[] twoImages = new float[2 * 3 * 4 * 5];
        IntStream.range(0, twoImages.length).forEach(i -> twoImages[i] = i);
        Map<String, NpzReader.Array> arrays =
                written(List.of(new Snapshot(0, Shape.of(3, 4, 5), twoImages, Optional.empty(), List.of())));

        assertThat(arrays).containsOnlyKeys("step", "samples");
        assertThat(arrays.get("samples").shape()).containsExactly(1, 2, 3, 4, 5);
        assertThat(arrays.get("samples").numbers()).hasSize(120).endsWith(118, 119);
    }

    @Test
    void theSameFramesGiveTheSameBytes() throws IOException {
        Path one = folder.resolve("one.npz");
        Path other = folder.resolve("other.npz");
        HistoryFile.write(one, List.of(plane(0), plane(25)), Optional.empty());
        HistoryFile.write(other, List.of(plane(0), plane(25)), Optional.empty());

        assertThat(Files.readAllBytes(one)).isEqualTo(Files.readAllBytes(other));
    }
}
