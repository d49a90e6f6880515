package lipschitzlab.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lipschitzlab.dataset.PlaneUnits;
import lipschitzlab.file.NpzWriter;
import lipschitzlab.file.WholeFile;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.measurement.Surface;

/**
 * {@code history/LANE.npz}: how a lane looked at T recorded steps, as arrays for {@code numpy.load}.
 *
 * <ul>
 *   <li>{@code step}: {@code [T]}, generator steps done
 *   <li>{@code samples}: {@code [T, n, …sample]}, of the same latent batch at every step, in the units of the table that the
 *       data come from
 *   <li>{@code surface}: {@code [T, size, size]}, on data of the plane: the critic's value, rows from the bottom; on a
 *       line {@code [T, size]}
 *   <li>{@code extent}: {@code []}, on both: the surface's points lie from −extent to +extent
 *   <li>{@code centre}, {@code scale}: {@code [2]}, of a table that was centred and scaled for training: the samples have both
 *       undone, and the surface's points lie from centre − extent · scale to centre + extent · scale
 *   <li>{@code sigma/LAYER}: {@code [T, k]}, the singular values of the weight that the layer really uses, falling
 *   <li>{@code raw_norm/LAYER}, {@code estimated_norm/LAYER}, {@code operator_norm/LAYER}: {@code [T]}, σ₁ before the
 *       constraint's normalization, the power iteration's estimate of it, and the norm of the layer as a linear map; NaN where
 *       there is none
 * </ul>
 */
final class HistoryFile {
    private HistoryFile() {}

    /**
     * Writes the file.
     *
     * @param frames of one lane, at least one
     * @param units of the table that the data come from, if they do
     */
    static void write(Path file, List<Snapshot> frames, Optional<PlaneUnits> units) {
        WholeFile.write(file, out -> {
            NpzWriter arrays = new NpzWriter(out);
            arrays.ints("step", frames.stream().mapToInt(Snapshot::step).toArray());
            writeSamples(arrays, frames, units.filter(own -> !own.unchanged()));
            if (frames.get(0).surface().isPresent()) {
                writeSurfaces(arrays, frames);
            }
            List<LayerSpectrum> layers = frames.get(0).spectra();
            for (int layer = 0; layer < layers.size(); layer++) {
                writeLayer(arrays, layers.get(layer).layer(), ofLayer(frames, layer));
            }
            arrays.finish();
        });
    }

    private static void writeSamples(NpzWriter arrays, List<Snapshot> frames, Optional<PlaneUnits> scaled)
            throws IOException {
        int[] shape = shapeOfSamples(frames);
        if (scaled.isEmpty()) {
            arrays.floats("samples", shape, frames.stream().map(Snapshot::samples));
            return;
        }
        PlaneUnits units = scaled.get();
        // Floats would cut off the digits in which coordinates far from the origin differ.
        arrays.doubles("samples", shape, frames.stream().map(frame -> units.ownUnits(frame.samples())));
        arrays.doubles("centre", new int[] {2}, Stream.of(new double[] {units.centreX(), units.centreY()}));
        arrays.doubles("scale", new int[] {2}, Stream.of(new double[] {units.scaleX(), units.scaleY()}));
    }

    private static int[] shapeOfSamples(List<Snapshot> frames) {
        Snapshot first = frames.get(0);
        IntStream ofAll = IntStream.of(frames.size(), first.sampleCount());
        return IntStream.concat(ofAll, IntStream.of(first.sampleShape().sizes()))
                .toArray();
    }

    private static void writeSurfaces(NpzWriter arrays, List<Snapshot> frames) throws IOException {
        Surface first = frames.get(0).surface().orElseThrow();
        arrays.floats(
                "surface",
                IntStream.concat(IntStream.of(frames.size()), IntStream.of(first.shape()))
                        .toArray(),
                frames.stream().map(frame -> frame.surface().orElseThrow().values()));
        arrays.doubles("extent", new int[0], Stream.of(new double[] {first.extent()}));
    }

    private static List<LayerSpectrum> ofLayer(List<Snapshot> frames, int layer) {
        return frames.stream().map(frame -> frame.spectra().get(layer)).toList();
    }

    private static void writeLayer(NpzWriter arrays, String name, List<LayerSpectrum> layer) throws IOException {
        int[] shape = {layer.size(), layer.get(0).sigma().length};
        arrays.doubles("sigma/" + name, shape, layer.stream().map(LayerSpectrum::sigma));
        writeNumbers(arrays, "raw_norm/" + name, layer, LayerSpectrum::rawNorm);
        writeNumbers(arrays, "estimated_norm/" + name, layer, spectrum -> spectrum.estimatedNorm()
                .orElse(Double.NaN));
        writeNumbers(arrays, "operator_norm/" + name, layer, spectrum -> spectrum.operatorNorm()
                .orElse(Double.NaN));
    }

    private static void writeNumbers(
            NpzWriter arrays, String name, List<LayerSpectrum> layer, ToDoubleFunction<LayerSpectrum> number)
            throws IOException {
        double[] numbers = layer.stream().mapToDouble(number).toArray();
        arrays.doubles(name, new int[] {numbers.length}, Stream.of(numbers));
    }
}
