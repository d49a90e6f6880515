package lipschitzlab.export.figure;

import java.util.ArrayList;
import java.util.List;
import lipschitzlab.lesson.Finding;
import lipschitzlab.lesson.LaneRecord;
import lipschitzlab.lesson.LayerMetric;
import lipschitzlab.lesson.Lesson.FigureSpec;
import lipschitzlab.measurement.Curve;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.SpectrumRecord;
import lipschitzlab.plot.LaneSpectrum;
import lipschitzlab.plot.LayerChart;
import lipschitzlab.plot.Sheet;
import lipschitzlab.plot.SpectrumChart;
import lipschitzlab.plot.XAxis;
import lipschitzlab.plot.curve.CurveChart;
import lipschitzlab.plot.curve.LaneCurve;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.LaneStyle;
import lipschitzlab.plot.style.Palette;
import org.jfree.chart.JFreeChart;

/** The figure of a lesson. */
public final class FindingFigure {
    private static final int WIDTH = 840;
    private static final int HEIGHT = 560;

    private final List<LaneRecord> lanes;
    private final List<LaneStyle> styles;
    private final ChartTheme theme;

    private FindingFigure(List<LaneRecord> lanes, ChartTheme theme) {
        this.lanes = lanes;
        this.styles = Palette.styles(lanes.stream().map(LaneRecord::spec).toList());
        this.theme = theme;
    }

    /** One page. */
    public static Sheet of(Finding finding, ChartTheme theme) {
        if (finding.check().figure() instanceof FigureSpec.Measures measures) {
            return new Sheet(List.of(MeasureBars.of(finding, measures.shown(), theme)), WIDTH, HEIGHT);
        }
        FindingFigure figure = new FindingFigure(finding.figured(), theme);
        return new Sheet(List.of(figure.chart(finding.check().figure())), WIDTH, HEIGHT);
    }

    /** How many seeds it shows, the first ones. */
    public static int seeds(Finding finding) {
        return finding.check().figure() instanceof FigureSpec.Measures
                ? finding.seeds().size()
                : 1;
    }

    private JFreeChart chart(FigureSpec spec) {
        if (spec instanceof FigureSpec.Curves curves) {
            return curves(curves.metric());
        }
        if (spec instanceof FigureSpec.Spectra spectra) {
            return spectra(spectra.layer());
        }
        return layers(((FigureSpec.Layers) spec).number());
    }

    private JFreeChart curves(Metric metric) {
        List<LaneCurve> curves = new ArrayList<>();
        for (int i = 0; i < lanes.size(); i++) {
            Curve curve = lanes.get(i).history().curve(metric);
            if (curve.length() > 0) {
                curves.add(new LaneCurve(lanes.get(i).title(), styles.get(i), curve));
            }
        }
        CurveChart chart = new CurveChart(theme);
        chart.show(metric, XAxis.STEPS, curves);
        return chart.chart();
    }

    private JFreeChart spectra(int layer) {
        List<LaneSpectrum> spectra = new ArrayList<>();
        for (int i = 0; i < lanes.size(); i++) {
            List<SpectrumRecord> records = lanes.get(i).history().spectra();
            if (!records.isEmpty()) {
                LayerSpectrum last = records.get(records.size() - 1).layers().get(layer - 1);
                spectra.add(new LaneSpectrum(lanes.get(i).title(), styles.get(i), last));
            }
        }
        SpectrumChart chart = new SpectrumChart(theme);
        chart.show("Singular values of layer " + layer, spectra, -1);
        return chart.chart();
    }

    private JFreeChart layers(LayerMetric number) {
        List<LayerChart.Profile> profiles = new ArrayList<>();
        for (int i = 0; i < lanes.size(); i++) {
            profiles.add(new LayerChart.Profile(lanes.get(i).title(), styles.get(i), number.of(lanes.get(i))));
        }
        LayerChart chart = new LayerChart(theme);
        chart.show(number.title(), number.logarithmic(), profiles);
        return chart.chart();
    }
}
