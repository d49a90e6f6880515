package lipschitzlab.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;
import lipschitzlab.setting.Assignment;
import lipschitzlab.setting.Values;

/**
 * 2-D points from a table; {@link TableSurvey} says how it may be written. A table in units of its own, which does not lie
 * around the origin with a {@link #range} of about 1 to 2 as the recipes of the lab want it, is centred and scaled; {@link
 * #units} tells how.
 */
public final class PointFile implements Dataset {
    private final TableForm form;
    private final PlaneUnits units;
    private final List<String> notes;
    private final float[] points;
    private final HoldOut parts;
    private final double range;

    private PointFile(Path path, PointReader.Table table, PlaneUnits units) {
        this.form = table.form();
        this.units = units;
        this.points = table.points().in(units);
        this.parts = new HoldOut(points.length / 2);
        this.range = largest(points);
        this.notes = List.of(reading(path, table), scaling());
    }

    /** Reads the file, finding how it is written. */
    public static PointFile read(Path file) {
        return read(file, new Values(TableSettings.all()));
    }

    /**
     * Reads the file.
     *
     * @param settings {@link TableSettings}: what is known of how it is written
     * @throws lipschitzlab.setting.InputException if it cannot be read, is not a table of two or more points, can be read in
     *     two ways, or has points so far from all others that these would be a speck
     */
    public static PointFile read(Path file, Values settings) {
        PointReader.Table table = PointReader.read(file, settings);
        return new PointFile(file, table, TableScaling.of(file, table, settings));
    }

    private static double largest(float[] numbers) {
        double largest = 0;
        for (float number : numbers) {
            largest = Math.max(largest, Math.abs(number));
        }
        return largest > 0 ? largest : 1;
    }

    private String reading(Path path, PointReader.Table table) {
        String columns = "columns " + (form.x() + 1) + " and " + (form.y() + 1) + " of " + form.width();
        String names = form.names().isEmpty() ? "no header" : "'" + units.x() + "' and '" + units.y() + "'";
        String decimal = form.decimal().map(sign -> "decimal " + sign.plural()).orElse("whole numbers");
        return String.format(
                Locale.ROOT,
                "%s: %,d points from %s (%s), separated by %s, %s, %s.",
                path.getFileName(),
                points.length / 2,
                columns,
                names,
                form.separator().plural(),
                decimal,
                table.encoding().title());
    }

    private String scaling() {
        return units.unchanged()
                ? "The numbers are used as they are."
                : "For training, (" + units.centre() + ") is taken off and the rest divided by " + units.scale()
                        + "; what is exported is in the table's own units.";
    }

    /** How many points the file holds, those held out included. */
    public int count() {
        return points.length / 2;
    }

    @Override
    public Optional<PlaneUnits> units() {
        return Optional.of(units);
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public List<Assignment<?>> found() {
        List<Assignment<?>> found = new ArrayList<>();
        found.add(new Assignment<>(TableSettings.SEPARATOR, form.separator().id()));
        form.decimal().ifPresent(sign -> found.add(new Assignment<>(TableSettings.DECIMAL, sign.id())));
        found.add(new Assignment<>(TableSettings.COLUMNS, form.columns()));
        found.add(new Assignment<>(TableSettings.CENTRE, units.centre()));
        found.add(new Assignment<>(TableSettings.SCALE, units.scale()));
        return found;
    }

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public Shape sampleShape() {
        return Shape.of(2);
    }

    @Override
    public float[] batch(int size, RandomStream random) {
        float[] batch = new float[2 * size];
        for (int i = 0; i < size; i++) {
            System.arraycopy(points, 2 * parts.training(random), batch, 2 * i, 2);
        }
        return batch;
    }

    @Override
    public LabelledSamples heldOutOnce(int most, RandomStream random) {
        int[] places = parts.heldOutOnce(most, random);
        float[] once = new float[2 * places.length];
        for (int i = 0; i < places.length; i++) {
            System.arraycopy(points, 2 * places[i], once, 2 * i, 2);
        }
        return LabelledSamples.unlabelled(once);
    }

    @Override
    public float[] heldOut(int size, RandomStream random) {
        float[] batch = new float[2 * size];
        for (int i = 0; i < size; i++) {
            System.arraycopy(points, 2 * parts.heldOut(random), batch, 2 * i, 2);
        }
        return batch;
    }

    @Override
    public Optional<Mixture> mixture() {
        return Optional.empty();
    }

    /** The largest absolute coordinate in the units of training, held-out points included; 1 if every coordinate is 0. */
    @Override
    public double range() {
        return range;
    }
}
