package lipschitzlab.plot.grid;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import lipschitzlab.compute.Shape;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.measurement.ShownPictures;
import lipschitzlab.measurement.Snapshot;

/**
 * Which pictures stand where in a grid. Where networks read classes, each row has the class of its number, beginning again behind the
 * last; otherwise pictures stand as they were made.
 *
 * @param classNames of the classes that networks read; none where they read none
 */
public record GridRows(GridLayout layout, List<String> classNames) {
    private static final float BLACK = -1;

    /** Copies the list. */
    public GridRows {
        classNames = List.copyOf(classNames);
    }

    /** Those of an experiment. */
    public static GridRows of(Experiment experiment, GridLayout layout) {
        boolean conditional =
                ShownPictures.of(experiment.preset(), experiment.data()).classes() > 0;
        return new GridRows(layout, conditional ? experiment.data().classNames() : List.of());
    }

    private boolean byClass() {
        return !classNames.isEmpty();
    }

    private int classOf(int row) {
        return row % classNames.size();
    }

    /** What stands beside each row; empty where rows have no classes. */
    List<String> names() {
        return byClass()
                ? IntStream.range(0, layout.rows())
                        .mapToObj(row -> classNames.get(classOf(row)))
                        .toList()
                : List.of();
    }

    private ShownPictures shown() {
        return new ShownPictures(classNames.size());
    }

    /** Whether a lane's snapshot has all of them. */
    public boolean areIn(Snapshot snapshot) {
        return byClass()
                ? shown().inRows() && layout.rows() <= classNames.size() && layout.columns() <= ShownPictures.COLUMNS
                : layout.count() <= snapshot.sampleCount();
    }

    /** Those of a lane's snapshot that stand in the grid, row by row. */
    Snapshot of(Snapshot snapshot) {
        int length = snapshot.sampleShape().length();
        float[] values = new float[layout.count() * length];
        for (int place = 0; place < layout.count(); place++) {
            int from = byClass() ? place / layout.columns() * ShownPictures.COLUMNS + place % layout.columns() : place;
            System.arraycopy(snapshot.samples(), from * length, values, place * length, length);
        }
        return picture(snapshot.step(), snapshot.sampleShape(), values);
    }

    /**
     * A grid of pictures that are made for it.
     *
     * @param make gives as many as the layout has, of these classes, or of none
     */
    Snapshot made(int step, Shape sample, Function<int[], float[]> make) {
        if (!byClass()) {
            return picture(step, sample, make.apply(new int[0]));
        }
        // One of each row after the other, since batch normalization judges a picture by those beside it.
        int[] labels = new int[layout.count()];
        Arrays.setAll(labels, i -> classOf(i % layout.rows()));
        float[] made = make.apply(labels);
        float[] values = new float[made.length];
        int length = sample.length();
        for (int i = 0; i < labels.length; i++) {
            int place = i % layout.rows() * layout.columns() + i / layout.rows();
            System.arraycopy(made, i * length, values, place * length, length);
        }
        return picture(step, sample, values);
    }

    /**
     * A grid whose rows go from one picture to another.
     *
     * @param make gives as many as the layout has, row by row, of these classes, or of none
     */
    Snapshot along(int step, Shape sample, Function<int[], float[]> make) {
        int[] labels = new int[byClass() ? layout.count() : 0];
        Arrays.setAll(labels, place -> classOf(place / layout.columns()));
        return picture(step, sample, make.apply(labels));
    }

    /** Real pictures in the same rows; a class with too few begins again. */
    Snapshot real(Dataset data, long seed) {
        Shape sample = data.sampleShape();
        if (!byClass()) {
            return picture(
                    0, sample, RealPictures.of(data, seed, layout.count()).values());
        }
        int turns = (layout.rows() + classNames.size() - 1) / classNames.size();
        List<List<float[]>> classes = RealPictures.ofEachClass(data, seed, turns * layout.columns());
        float[] values = new float[layout.count() * sample.length()];
        Arrays.fill(values, BLACK);
        for (int place = 0; place < layout.count(); place++) {
            int row = place / layout.columns();
            List<float[]> own = classes.get(classOf(row));
            int number = row / classNames.size() * layout.columns() + place % layout.columns();
            if (!own.isEmpty()) {
                System.arraycopy(own.get(number % own.size()), 0, values, place * sample.length(), sample.length());
            }
        }
        return picture(0, sample, values);
    }

    private static Snapshot picture(int step, Shape sample, float[] values) {
        return new Snapshot(step, sample, values, Optional.empty(), List.of());
    }
}
