package lipschitzlab.plot.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.measurement.Curve;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.MetricMeaning;
import lipschitzlab.plot.XAxis;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.Palette;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.axis.LogAxis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What curves say of themselves: values at a place, the place of a pixel, numbers for a spreadsheet. */
class CurveReadoutTest {
    private static final LaneCurve LONG = curve(
            "long",
            ConstraintKind.SPECTRAL_NORM,
            new int[] {1, 2, 3, 4},
            new double[] {0.5, 1, 1.5, 2},
            10,
            20,
            30,
            40);
    private static final LaneCurve SHORT =
            curve("short", ConstraintKind.WEIGHT_CLIPPING, new int[] {2, 3}, new double[] {4, 5}, Double.NaN, 7);

    private static LaneCurve curve(
            String title, ConstraintKind constraint, int[] steps, double[] seconds, double... values) {
        return new LaneCurve(title, Palette.of(0, constraint), new Curve(steps, seconds, values));
    }

    private static LaneCurve hidden(LaneCurve curve) {
        return new LaneCurve(curve.title(), curve.style(), curve.curve(), List.of(), false, true);
    }

    private static CurveView view(XAxis axis, Optional<CurveZoom> zoom) {
        return new CurveView(axis, false, ValueScale.AUTOMATIC, OptionalInt.of(1), zoom);
    }

    private static CurveChart chart(CurveView view, LaneCurve... curves) {
        CurveChart chart = new CurveChart(ChartTheme.LIGHT);
        chart.show(Metric.GAP, view, List.of(curves), Optional.empty());
        return chart;
    }

    @Test
    void aCurveReadsItsLastValueUpToAPlaceAndNothingWhereItHasEnded() {
        CurveReadout readout =
                chart(view(XAxis.STEPS, Optional.empty()), LONG, SHORT).readout();
        assertThat(readout.at(3))
                .extracting(CurveReadout.Reading::title, CurveReadout.Reading::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("long", 30.0),
                        org.assertj.core.groups.Tuple.tuple("short", 7.0));
        assertThat(readout.at(3.5).get(0).value()).isEqualTo(30);
        assertThat(readout.at(4).get(1).value()).isNaN();
        assertThat(readout.at(2).get(1).value()).as("a gap").isNaN();
        assertThat(readout.at(0.5).get(0).value()).isNaN();
    }

    @Test
    void thePlacesWithValuesAreFoundFromAnywhere() {
        CurveReadout readout =
                chart(view(XAxis.SECONDS, Optional.empty()), LONG, SHORT).readout();
        assertThat(readout.nearest(1.7)).hasValue(1.5);
        assertThat(readout.nearest(3.4)).hasValue(4);
        assertThat(readout.nearest(99)).hasValue(5);
        assertThat(readout.nearest(-1)).hasValue(0.5);
        assertThat(readout.next(2, true)).hasValue(4);
        assertThat(readout.next(2, false)).hasValue(1.5);
        assertThat(readout.next(5, true)).isEmpty();
        assertThat(chart(view(XAxis.STEPS, Optional.empty())).readout().nearest(1))
                .isEmpty();
    }

    @Test
    void aHiddenCurveReadsNothingAndTakesNoPartInTheAxis() {
        CurveChart chart = chart(view(XAxis.SECONDS, Optional.empty()), LONG, hidden(SHORT));
        assertThat(chart.readout().at(1)).singleElement().matches(reading -> reading.line() == 0);
        assertThat(chart.chart().getXYPlot().getDomainAxis().getUpperBound()).isEqualTo(2);
        assertThat(chart.chart().getXYPlot().getLegendItems().getItemCount()).isEqualTo(2);
    }

    @Test
    void aPixelAndItsValueBelongTogetherOnEveryScale() {
        for (ValueScale scale : ValueScale.values()) {
            CurveView view = new CurveView(
                    XAxis.STEPS, scale == ValueScale.LOGARITHMIC, scale, OptionalInt.of(1), Optional.empty());
            int[] steps = {1, 10, 100};
            CurveChart chart = chart(
                    view, curve("a", ConstraintKind.GRADIENT_PENALTY, steps, new double[] {1, 2, 3}, 1, 100, 1000));
            ChartArea area = drawn(chart, 2);
            assertThat(area.names()).hasSize(1);
            assertThat(area.upright().logarithmic()).isEqualTo(scale == ValueScale.LOGARITHMIC);
            assertThat(area.placeAt(area.plot().getX()))
                    .isCloseTo(area.horizontal().low(), within(1e-9));
            assertThat(area.placeAt(area.xOf(10))).isCloseTo(10, within(1e-9));
            assertThat(area.valueAt(area.yOf(100))).isCloseTo(100, within(1e-7));
            assertThat(area.plot().getMaxX()).as("twice as large").isGreaterThan(800);
            assertThat(area.contains(area.xOf(10), area.yOf(100))).isTrue();
        }
    }

    private static ChartArea drawn(CurveChart chart, double enlarged) {
        BufferedImage image = new BufferedImage(500, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        ChartRenderingInfo info = new ChartRenderingInfo();
        chart.chart().draw(pen, new Rectangle2D.Double(0, 0, 500, 300), info);
        pen.dispose();
        return ChartArea.of(chart.chart(), info, enlarged);
    }

    @Test
    void aPartShowsItsOwnRangeAndASmallOneOfALogarithmicScaleIsEven() {
        CurveZoom part = new CurveZoom(2, 3, Optional.empty());
        CurveChart time = chart(view(XAxis.STEPS, Optional.of(part)), LONG);
        assertThat(time.chart().getXYPlot().getDomainAxis().getLowerBound()).isEqualTo(2);
        assertThat(time.chart().getXYPlot().getDomainAxis().getUpperBound()).isEqualTo(3);
        assertThat(time.readout().at(4).get(0).value())
                .as("what is outside is still known")
                .isEqualTo(40);

        CurveZoom small = new CurveZoom(1, 4, Optional.of(new CurveZoom.Values(15, 35)));
        CurveView logarithmic =
                new CurveView(XAxis.STEPS, false, ValueScale.LOGARITHMIC, OptionalInt.of(1), Optional.of(small));
        assertThat(chart(logarithmic, LONG).chart().getXYPlot().getRangeAxis())
                .isNotInstanceOf(LogAxis.class)
                .matches(axis -> axis.getLowerBound() == 15 && axis.getUpperBound() == 35);
    }

    @Test
    void whereNoValueIsAboveZeroTheChartSaysThatNoScaleIsLogarithmic() {
        LaneCurve below = curve("below", ConstraintKind.SPECTRAL_NORM, new int[] {1, 2}, new double[] {1, 2}, -3, -4);
        CurveView view = new CurveView(XAxis.STEPS, false, ValueScale.LOGARITHMIC, OptionalInt.of(1), Optional.empty());
        CurveChart chart = chart(view, below);
        assertThat(chart.chart().getXYPlot().getRangeAxis()).isNotInstanceOf(LogAxis.class);
        assertThat(chart.chart().getSubtitles())
                .filteredOn(org.jfree.chart.title.TextTitle.class::isInstance)
                .extracting(title -> ((org.jfree.chart.title.TextTitle) title).getText())
                .anySatisfy(text -> assertThat(text).contains("no logarithmic scale: no value above 0"));
    }

    @Test
    void numbersForASpreadsheetAreTheRecordedOnesOfWhatIsOnShow() {
        CurveView rough = new CurveView(
                XAxis.STEPS,
                false,
                ValueScale.AUTOMATIC,
                OptionalInt.of(100),
                Optional.of(new CurveZoom(2, 4, Optional.empty())));
        assertThat(CurveTable.of(Metric.PENALTY, rough, List.of(LONG, SHORT, hidden(SHORT))))
                .isEqualTo("generator step\tlong: Penalty\tshort: Penalty\n2\t20.0\tNaN\n3\t30.0\t7.0\n4\t40.0\t\n");
        assertThat(CurveTable.of(Metric.PENALTY, view(XAxis.SECONDS, Optional.empty()), List.of(LONG, SHORT)))
                .startsWith("generator step\tlong: training time, s\tlong: Penalty\tshort: training time, s\tshort:"
                        + " Penalty\n1\t0.5\t10.0\t\t\n2\t1.0\t20.0\t4.0\tNaN\n");
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void everyMetricSaysWhatItsCurveMeans(Metric metric) {
        assertThat(MetricMeaning.of(metric)).endsWith(".").containsAnyOf("rise", "Above", "fall");
    }
}
