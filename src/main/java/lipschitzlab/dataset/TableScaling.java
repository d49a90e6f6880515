package lipschitzlab.dataset;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import lipschitzlab.dataset.PlaneUnits.Spread;
import lipschitzlab.file.RegularFile;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.Values;

/** Finds the units in which a table's points are trained on. */
final class TableScaling {
    /** Where the farthest point lies that many times as far out as nearly all others, these would be a speck on any picture. */
    private static final double SPECK = 30;

    private TableScaling() {}

    /** The units that were asked for; those that were not, found. */
    static PlaneUnits of(Path path, PointReader.Table table, Values settings) {
        TablePoints points = table.points();
        Spread ofX = points.spreadOfX();
        Spread ofY = points.spreadOfY();
        TableForm form = table.form();
        String x = form.names().isEmpty() ? "x" : form.name(form.x());
        String y = form.names().isEmpty() ? "y" : form.name(form.y());
        Optional<double[]> centre = numbers(settings.text(TableSettings.CENTRE));
        Optional<double[]> scale = numbers(settings.text(TableSettings.SCALE));
        PlaneUnits fitting = PlaneUnits.fitting(x, y, ofX, ofY);
        if (centre.isPresent()) {
            fitting = new PlaneUnits(x, y, centre.get()[0], centre.get()[1], 1, 1);
            fitting = scale.isPresent() ? fitting : fitting.scaled(ofX, ofY);
        }
        if (scale.isPresent()) {
            double[] by = scale.get();
            requirePositive(by, settings);
            fitting = new PlaneUnits(x, y, fitting.centreX(), fitting.centreY(), by[0], by[by.length - 1]);
        }
        requireNoSpeck(path, points, fitting, ofX, ofY);
        return fitting;
    }

    private static Optional<double[]> numbers(String text) {
        return text.equals(TableSettings.AUTO)
                ? Optional.empty()
                : Optional.of(Arrays.stream(text.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray());
    }

    private static void requirePositive(double[] scale, Values settings) {
        if (Arrays.stream(scale).anyMatch(number -> !(number > 0) || Double.isInfinite(number))) {
            throw new InputException(
                    "data.scale",
                    TableSettings.SCALE.range(),
                    "'" + settings.text(TableSettings.SCALE) + "'",
                    "Correct the value of scale.");
        }
    }

    private static void requireNoSpeck(Path path, TablePoints points, PlaneUnits units, Spread ofX, Spread ofY) {
        double half = Math.max(ofX.half() / units.scaleX(), ofY.half() / units.scaleY());
        int farthest = 0;
        double range = 0;
        for (int i = 0; i < points.count(); i++) {
            double out = Math.max(
                    Math.abs((points.x(i) - units.centreX()) / units.scaleX()),
                    Math.abs((points.y(i) - units.centreY()) / units.scaleY()));
            if (out > range) {
                range = out;
                farthest = i;
            }
        }
        if (half > 0 && range > SPECK * half || range > Float.MAX_VALUE) {
            String point = "(" + NumberSetting.format(points.x(farthest)) + ", "
                    + NumberSetting.format(points.y(farthest)) + ")";
            throw new InputException(
                    RegularFile.name(path),
                    "points of which nearly all would not be a speck on a picture of all",
                    "point " + (farthest + 1) + ", " + point + ", " + Math.round(range / half)
                            + " times as far from the centre as nearly all others reach",
                    "Is it the mark of a missing value? Correct or remove it, or leave data.centre and data.scale at auto.");
        }
    }
}
