package lipschitzlab.plot.curve;

import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lipschitzlab.measurement.Metric;
import lipschitzlab.plot.LanePlot;
import lipschitzlab.plot.Trace;
import lipschitzlab.statistic.Quantiles;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;

/** The part of a metric's axis that a chart shows. */
record ValueRange(double low, double high, boolean logarithmic) {
    static final double LOG_RATIO = 100;
    static final double DECADE = 10;
    private static final double MARGIN = 0.05;
    private static final double CONSTANT = 1e-9;

    /** A lane that needs this many times as much of the axis as the median lane's runs out of the chart. */
    private static final double OUTLIER_FACTOR = 25;

    /** By the scale that a person wants, where values have it: where none is above 0, no scale is logarithmic. */
    static ValueRange of(Metric metric, ValueScale scale, List<Trace> traces) {
        ValueRange usual = of(metric, traces);
        if (scale == ValueScale.LINEAR && usual.logarithmic()) {
            double[][] spans = spans(traces);
            return padded(Math.min(0, least(spans)), most(spans));
        }
        if (scale == ValueScale.LOGARITHMIC && !usual.logarithmic()) {
            double[][] spans = spans(traces.stream().map(Trace::positive).toList());
            return spans.length == 0 ? usual : decades(least(spans), most(spans));
        }
        return usual;
    }

    static ValueRange of(Metric metric, List<Trace> traces) {
        double[][] spans = spans(traces);
        return spans.length == 0 ? new ValueRange(0, 1, false) : of(metric, spans);
    }

    /** The smallest and the largest value of each line that has values. */
    private static double[][] spans(List<Trace> traces) {
        return traces.stream()
                .map(trace -> new double[] {trace.least(), trace.most()})
                .filter(span -> !Double.isNaN(span[0]))
                .toArray(double[][]::new);
    }

    private static ValueRange of(Metric metric, double[][] spans) {
        double least = least(spans);
        double most = most(spans);
        return switch (MetricAxis.of(metric).kind()) {
            case SHARE -> new ValueRange(0, 1, false);
            case COUNT -> new ValueRange(0, Math.max(1, most) + 0.5, false);
            case RATIO ->
                least > 0 && most > LOG_RATIO * least
                        ? new ValueRange(round(least, true), round(most, false), true)
                        : padded(0, most);
            case LOGARITHMIC -> least > 0 ? decades(least, most) : padded(Math.min(0, least), Math.max(0, most));
            case FROM_ZERO -> {
                double[][] near = near(spans);
                yield padded(Math.min(0, least(near)), Math.max(0, most(near)));
            }
            case FREE -> {
                double[][] near = near(spans);
                yield padded(least(near), most(near));
            }
        };
    }

    /** The part of it that a person wants to see. Less than a decade is shown on a linear scale. */
    ValueRange zoomed(Optional<CurveZoom> zoom) {
        return zoom.flatMap(CurveZoom::values)
                .map(part -> new ValueRange(
                        part.low(), part.high(), logarithmic && part.low() > 0 && part.high() >= DECADE * part.low()))
                .orElse(this);
    }

    /** One decade or more, so that the axis has labels. */
    private static ValueRange decades(double least, double most) {
        double low = round(least, true);
        double high = Math.max(round(most, false), DECADE * low);
        return new ValueRange(low, high, true);
    }

    private static double least(double[][] spans) {
        return Arrays.stream(spans).mapToDouble(span -> span[0]).min().orElseThrow();
    }

    private static double most(double[][] spans) {
        return Arrays.stream(spans).mapToDouble(span -> span[1]).max().orElseThrow();
    }

    /** The lanes that do not spread much further than the others. */
    private static double[][] near(double[][] spans) {
        double[] reaches = Arrays.stream(spans)
                .mapToDouble(ValueRange::reach)
                .filter(reach -> reach > 0)
                .toArray();
        if (reaches.length == 0) {
            return spans;
        }
        double limit = OUTLIER_FACTOR * Quantiles.median(reaches);
        return Arrays.stream(spans).filter(span -> reach(span) <= limit).toArray(double[][]::new);
    }

    /** How much of the axis a lane needs if 0 is in view. */
    private static double reach(double[] span) {
        return Math.max(span[1], 0) - Math.min(span[0], 0);
    }

    private static ValueRange padded(double low, double high) {
        double span = high - low;
        if (span <= CONSTANT * Math.max(Math.abs(low), Math.abs(high))) {
            return low == 0 ? new ValueRange(0, 1, false) : padded(Math.min(0, low), Math.max(0, low));
        }
        return new ValueRange(low == 0 ? 0 : low - MARGIN * span, high == 0 ? 0 : high + MARGIN * span, false);
    }

    /** The nearest 1, 2 or 5 times a power of ten, at most or at least this value. */
    private static double round(double value, boolean down) {
        double decade = Math.pow(10, Math.floor(Math.log10(value)));
        double[] digits = {1, 2, 5, 10};
        if (down) {
            int i = 2;
            while (i > 0 && digits[i] * decade > value) {
                i--;
            }
            return digits[i] * decade;
        }
        int i = 0;
        while (i < 3 && digits[i] * decade < value) {
            i++;
        }
        return digits[i] * decade;
    }

    ValueAxis axis(Metric metric, LanePlot plot) {
        MetricAxis how = MetricAxis.of(metric);
        if (logarithmic) {
            return plot.logarithmic(how.label(), low, high);
        }
        NumberAxis axis = plot.linear(how.label());
        if (how.kind() == MetricAxis.Kind.COUNT) {
            axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
        }
        if (how.kind() == MetricAxis.Kind.SHARE) {
            axis.setTickUnit(new NumberTickUnit(0.2, NumberFormat.getPercentInstance(Locale.ROOT)));
        }
        axis.setRange(low, high);
        return axis;
    }
}
