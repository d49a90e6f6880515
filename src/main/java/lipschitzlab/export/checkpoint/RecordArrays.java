package lipschitzlab.export.checkpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lipschitzlab.compute.Shape;
import lipschitzlab.file.SafetensorsFile;
import lipschitzlab.file.SafetensorsWriter;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.measurement.SpectrumRecord;
import lipschitzlab.measurement.Surface;

/**
 * Spectra and frames as arrays of a safetensors block, under a prefix of their own. A spectrum is {@code step}, {@code lengths} of its
 * layers, {@code sigma} of all of them one behind the other, and {@code norms}, for each layer its stable rank, the norm of the raw
 * weight, the power iteration's estimate and the operator's norm, NaN where there is none. A frame has {@code samples} as well, and on
 * points of the plane or of a line {@code surface} and {@code extent}.
 */
final class RecordArrays {
    private static final int NORMS = 4;

    private RecordArrays() {}

    static void write(SafetensorsWriter to, String prefix, SpectrumRecord record) {
        write(to, prefix, record.step(), record.layers());
    }

    static void write(SafetensorsWriter to, String prefix, Snapshot frame) {
        write(to, prefix, frame.step(), frame.spectra());
        int[] shape = IntStream.concat(
                        IntStream.of(frame.sampleCount()),
                        IntStream.of(frame.sampleShape().sizes()))
                .toArray();
        to.floats(prefix + "samples", shape, frame.samples());
        frame.surface().ifPresent(surface -> {
            to.floats(prefix + "surface", surface.shape(), surface.values());
            to.doubles(prefix + "extent", new int[] {1}, new double[] {surface.extent()});
        });
    }

    private static void write(SafetensorsWriter to, String prefix, int step, List<LayerSpectrum> layers) {
        to.ints(prefix + "step", new int[] {1}, new int[] {step});
        int[] lengths = layers.stream().mapToInt(layer -> layer.sigma().length).toArray();
        to.ints(prefix + "lengths", new int[] {lengths.length}, lengths);
        double[] sigma = layers.stream()
                .flatMapToDouble(layer -> Arrays.stream(layer.sigma()))
                .toArray();
        to.doubles(prefix + "sigma", new int[] {sigma.length}, sigma);
        double[] norms = layers.stream()
                .flatMapToDouble(layer -> Arrays.stream(new double[] {
                    layer.stableRank(),
                    layer.rawNorm(),
                    layer.estimatedNorm().orElse(Double.NaN),
                    layer.operatorNorm().orElse(Double.NaN)
                }))
                .toArray();
        to.doubles(prefix + "norms", new int[] {layers.size(), NORMS}, norms);
    }

    /** @param names of the layers */
    static SpectrumRecord spectrum(SafetensorsFile from, String prefix, List<String> names) {
        return new SpectrumRecord(from.ints(prefix + "step")[0], layers(from, prefix, names));
    }

    /** @param names of the layers */
    static Snapshot frame(SafetensorsFile from, String prefix, List<String> names) {
        int[] sizes = from.shape(prefix + "samples");
        Optional<Surface> surface = from.has(prefix + "surface")
                ? Optional.of(new Surface(
                        from.shape(prefix + "surface")[0],
                        from.doubles(prefix + "extent")[0],
                        from.floats(prefix + "surface")))
                : Optional.empty();
        return new Snapshot(
                from.ints(prefix + "step")[0],
                Shape.of(Arrays.copyOfRange(sizes, 1, sizes.length)),
                from.floats(prefix + "samples"),
                surface,
                layers(from, prefix, names));
    }

    private static List<LayerSpectrum> layers(SafetensorsFile from, String prefix, List<String> names) {
        int[] lengths = from.ints(prefix + "lengths");
        double[] sigma = from.doubles(prefix + "sigma");
        double[] norms = from.doubles(prefix + "norms");
        List<LayerSpectrum> layers = new ArrayList<>();
        int start = 0;
        for (int layer = 0; layer < lengths.length; layer++) {
            int place = NORMS * layer;
            layers.add(new LayerSpectrum(
                    names.get(layer),
                    Arrays.copyOfRange(sigma, start, start + lengths[layer]),
                    norms[place],
                    norms[place + 1],
                    known(norms[place + 2]),
                    known(norms[place + 3])));
            start += lengths[layer];
        }
        return layers;
    }

    private static OptionalDouble known(double number) {
        return Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
