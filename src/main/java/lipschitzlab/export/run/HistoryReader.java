package lipschitzlab.export.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import lipschitzlab.compute.Shape;
import lipschitzlab.diagnostic.SingularSpectrum;
import lipschitzlab.file.NpzReader;
import lipschitzlab.file.RegularFile;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.measurement.Surface;
import lipschitzlab.setting.InputException;

/**
 * Reads {@code history/LANE.npz}: how a lane looked at the steps that it recorded. Samples of a table that was centred and
 * scaled lie there in its own units; here they are in those of training again.
 */
final class HistoryReader {
    private static final String SIGMA = "sigma/";

    private final NpzReader arrays;
    private final int[] steps;

    private HistoryReader(NpzReader arrays) {
        this.arrays = arrays;
        this.steps = arrays.ints("step");
    }

    /**
     * Reads the file.
     *
     * @return by rising step
     * @throws InputException if it is damaged
     */
    static List<Snapshot> read(Path file) {
        try (NpzReader arrays = NpzReader.open(file)) {
            return new HistoryReader(arrays).frames();
        }
    }

    private List<Snapshot> frames() {
        for (int i = 0; i < steps.length; i++) {
            if (steps[i] < (i == 0 ? 0 : steps[i - 1])) {
                throw wrong("step", "steps from 0 on that rise", Integer.toString(steps[i]));
            }
        }
        int[] shape = shape("samples", 3);
        Shape sample = Shape.of(Arrays.copyOfRange(shape, 2, shape.length));
        float[] samples = samples(shape);
        List<Layer> layers = layers();
        Optional<Surfaces> surfaces = arrays.has("surface") ? Optional.of(surfaces()) : Optional.empty();
        List<Snapshot> frames = new ArrayList<>();
        for (int i = 0; i < steps.length; i++) {
            int frame = i;
            frames.add(new Snapshot(
                    steps[i],
                    sample,
                    part(samples, i),
                    surfaces.map(found -> found.at(frame)),
                    layers.stream().map(layer -> layer.at(frame)).toList()));
        }
        return frames;
    }

    private float[] samples(int[] shape) {
        if (!arrays.has("scale")) {
            return arrays.floats("samples");
        }
        if (shape.length != 3 || shape[2] != 2) {
            throw wrong("samples", "points of the plane, since they have a scale", Arrays.toString(shape));
        }
        double[] own = arrays.doubles("samples");
        double[] centre = pair("centre");
        double[] scale = pair("scale");
        float[] samples = new float[own.length];
        for (int i = 0; i < own.length; i++) {
            samples[i] = (float) ((own[i] - centre[i % 2]) / scale[i % 2]);
        }
        return samples;
    }

    private double[] pair(String name) {
        double[] numbers = arrays.doubles(name);
        if (numbers.length != 2) {
            throw wrong(name, "two numbers", numbers.length + "");
        }
        return numbers;
    }

    private record Surfaces(int size, double extent, float[][] values) {
        Surface at(int frame) {
            return new Surface(size, extent, values[frame]);
        }
    }

    private Surfaces surfaces() {
        int[] shape = shape("surface", 2);
        boolean line = shape.length == 2 && shape[1] > 1;
        boolean square = shape.length == 3 && shape[1] == shape[2];
        if (!line && !square) {
            throw wrong("surface", "squares, or curves of two points or more", Arrays.toString(shape));
        }
        double[] extent = arrays.doubles("extent");
        if (extent.length != 1 || !(extent[0] > 0)) {
            throw wrong("extent", "one number above 0", Arrays.toString(extent));
        }
        float[] all = arrays.floats("surface");
        float[][] values = new float[steps.length][];
        Arrays.setAll(values, frame -> part(all, frame));
        return new Surfaces(shape[1], extent[0], values);
    }

    private record Layer(String name, double[] sigma, double[] raw, double[] estimated, double[] operator) {
        LayerSpectrum at(int frame) {
            int count = sigma.length / raw.length;
            double[] values = Arrays.copyOfRange(sigma, frame * count, (frame + 1) * count);
            return new LayerSpectrum(
                    name,
                    values,
                    SingularSpectrum.stableRank(values),
                    raw[frame],
                    known(estimated[frame]),
                    known(operator[frame]));
        }

        private static OptionalDouble known(double number) {
            return Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
        }
    }

    private List<Layer> layers() {
        return arrays.names().stream()
                .filter(name -> name.startsWith(SIGMA))
                .map(name -> layer(name.substring(SIGMA.length())))
                .toList();
    }

    private Layer layer(String name) {
        shape(SIGMA + name, 2);
        return new Layer(
                name,
                arrays.doubles(SIGMA + name),
                numbers("raw_norm/" + name),
                numbers("estimated_norm/" + name),
                numbers("operator_norm/" + name));
    }

    /** One number a frame; NaN for what a former version did not write. */
    private double[] numbers(String name) {
        if (!arrays.has(name)) {
            double[] none = new double[steps.length];
            Arrays.fill(none, Double.NaN);
            return none;
        }
        shape(name, 1);
        return arrays.doubles(name);
    }

    /** The shape of an array that has something for every frame. */
    private int[] shape(String name, int axes) {
        int[] shape = arrays.shape(name);
        boolean empty = Arrays.stream(shape).anyMatch(size -> size < 1);
        if (shape.length < axes || empty || shape[0] != steps.length) {
            throw wrong(
                    name,
                    axes + " axes or more, along the first the " + steps.length + " steps",
                    "the shape " + Arrays.toString(shape));
        }
        return shape;
    }

    private float[] part(float[] all, int frame) {
        int length = all.length / steps.length;
        return Arrays.copyOfRange(all, frame * length, (frame + 1) * length);
    }

    private InputException wrong(String array, String expected, String found) {
        return new InputException(
                RegularFile.name(arrays.path()) + ", array '" + array + "'",
                expected,
                found,
                "The file is damaged: try another copy of it.");
    }
}
