package lipschitzlab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.diagnostic.Histogram;
import lipschitzlab.diagnostic.LayerGradient;
import lipschitzlab.diagnostic.WeightHistogram;
import lipschitzlab.experiment.HandMadeHistory;
import lipschitzlab.export.Screenshots;
import lipschitzlab.measurement.Curve;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.measurement.Metric;
import lipschitzlab.plot.curve.CurveChart;
import lipschitzlab.plot.curve.GaugeChart;
import lipschitzlab.plot.curve.LaneCurve;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.LaneStyle;
import lipschitzlab.plot.style.Palette;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.Layer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartsTest {
    private static Curve curve(int points, IntToDoubleFunction values) {
        int[] steps = new int[points];
        double[] seconds = new double[points];
        double[] numbers = new double[points];
        for (int i = 0; i < points; i++) {
            steps[i] = i + 1;
            seconds[i] = 0.04 * i;
            numbers[i] = values.applyAsDouble(i);
        }
        return new Curve(steps, seconds, numbers);
    }

    private static LaneCurve lane(int index, ConstraintKind constraint, Curve curve) {
        String title = index == 0 ? constraint.title() : constraint.title() + " " + (index + 1);
        return new LaneCurve(title, Palette.of(index, constraint), curve);
    }

    @Test
    void theFloorOfADistanceIsABandBehindTheCurvesWhichTheNoteExplains() {
        CurveChart chart = new CurveChart(ChartTheme.LIGHT);
        List<LaneCurve> curves = List.of(lane(0, ConstraintKind.SPECTRAL_NORM, curve(20, i -> 1.0 / (i + 1))));
        chart.show(Metric.SLICED_WASSERSTEIN, XAxis.STEPS, curves, Optional.of(new Floor(0.02, 0.03, 0.05, 2500)));

        assertThat(chart.chart().getXYPlot().getRangeMarkers(Layer.BACKGROUND))
                .singleElement()
                .isInstanceOfSatisfying(IntervalMarker.class, band -> {
                    assertThat(band.getStartValue()).isEqualTo(0.02);
                    assertThat(band.getEndValue()).isEqualTo(0.05);
                });
        assertThat(chart.chart().getSubtitles())
                .filteredOn(TextTitle.class::isInstance)
                .extracting(title -> ((TextTitle) title).getText())
                .anySatisfy(text -> assertThat(text).contains("band: real against real, 2,500 samples"));

        chart.show(Metric.GAP, XAxis.STEPS, curves);
        assertThat(chart.chart().getXYPlot().getRangeMarkers(Layer.BACKGROUND)).isNullOrEmpty();
    }

    @Test
    void aChangeThatAPersonMadeIsALabelledLineAtItsStepAndAtItsTime() {
        LaneCurve changed = new LaneCurve(
                "gradient penalty",
                Palette.of(0, ConstraintKind.GRADIENT_PENALTY),
                curve(3000, i -> 1 - i / 3000.0),
                List.of(new ChangeMark(1001, "λ 10 → 1"), new ChangeMark(1101, "critic learning rate 0.001 → 0.01")));
        CurveChart chart = new CurveChart(ChartTheme.LIGHT);
        chart.show(Metric.GAP, XAxis.STEPS, List.of(changed));
        chart.mark(OptionalInt.of(2000));
        assertThat(lines(chart))
                .containsExactly("λ 10 → 1 at 1001", "critic learning rate 0.001 → 0.01 at 1101", "null at 2000");
        chart.show(Metric.GAP, XAxis.SECONDS, List.of(changed));
        chart.mark(OptionalInt.empty());
        assertThat(lines(chart)).containsExactly("λ 10 → 1 at 40", "critic learning rate 0.001 → 0.01 at 44");
        BufferedImage image = chart.chart().createBufferedImage(900, 360);
        Screenshots.save("changes", image);
    }

    private static List<String> lines(CurveChart chart) {
        List<String> lines = new ArrayList<>();
        for (Object marker : chart.chart().getXYPlot().getDomainMarkers(Layer.FOREGROUND)) {
            ValueMarker line = (ValueMarker) marker;
            lines.add(line.getLabel() + " at " + Math.round(line.getValue()));
        }
        return lines;
    }

    private static List<LaneCurve> noisyLosses() {
        RandomStream noise = TestStreams.of(1, "noise");
        return List.of(
                lane(
                        0,
                        ConstraintKind.SPECTRAL_NORM,
                        curve(3000, i -> 2 - Math.exp(-i / 400.0) + 0.2 * noise.gaussian())),
                lane(
                        0,
                        ConstraintKind.GRADIENT_PENALTY,
                        curve(3000, i -> -3 * Math.exp(-i / 900.0) + noise.gaussian())),
                lane(0, ConstraintKind.WEIGHT_CLIPPING, curve(3000, i -> -i / 3000.0 + 0.5 * noise.gaussian())),
                lane(
                        0,
                        ConstraintKind.UNCONSTRAINED,
                        curve(2000, i -> 1 + i / 1000.0 + (1 + i / 1000.0) * noise.gaussian())));
    }

    private static List<LaneCurve> penaltiesOfOneMethod() {
        return Stream.of(0, 1, 2, 3)
                .map(index -> lane(
                        index,
                        ConstraintKind.GRADIENT_PENALTY,
                        curve(120, i -> (1 + index) * 0.2 * (1 - Math.exp(-i / (10.0 + 20 * index))))))
                .toList();
    }

    private static LaneSpectrum spectrum(ConstraintKind constraint, int length, double top, double fall) {
        double[] sigma = new double[length];
        Arrays.setAll(sigma, i -> top * Math.exp(-fall * i) * (1 - 0.9 * i / length));
        double squares = Arrays.stream(sigma).map(value -> value * value).sum();
        boolean estimates = constraint == ConstraintKind.SPECTRAL_NORM;
        return new LaneSpectrum(
                constraint.title(),
                Palette.of(0, constraint),
                new LayerSpectrum(
                        "2 dense",
                        sigma,
                        squares / (top * top),
                        estimates ? 3.1034 : top,
                        estimates ? OptionalDouble.of(3.1021) : OptionalDouble.empty(),
                        OptionalDouble.of(top)));
    }

    private static List<LaneSpectrum> spectra() {
        return List.of(
                spectrum(ConstraintKind.SPECTRAL_NORM, 128, 1, 0.012),
                spectrum(ConstraintKind.GRADIENT_PENALTY, 128, 3.4, 0.02),
                spectrum(ConstraintKind.WEIGHT_CLIPPING, 128, 9.5, 0.11),
                spectrum(ConstraintKind.UNCONSTRAINED, 128, 6, 0.03));
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void curvesAndSpectraCanBeReadInEveryTheme(ChartTheme theme) {
        CurveChart losses = new CurveChart(theme);
        losses.show(Metric.CRITIC_LOSS, XAxis.SECONDS, noisyLosses());
        CurveChart dashes = new CurveChart(theme);
        dashes.show(Metric.SLICED_WASSERSTEIN, XAxis.STEPS, penaltiesOfOneMethod());
        SpectrumChart focused = new SpectrumChart(theme);
        focused.show("2 dense", spectra(), 0);
        SpectrumChart all = new SpectrumChart(theme);
        all.show("2 dense", spectra(), -1);

        String name = theme.name().toLowerCase(Locale.ROOT);
        save("curves-" + name, Screenshots.draw(losses.chart(), 900, 380), theme);
        save("dashes-" + name, Screenshots.draw(dashes.chart(), 900, 380), theme);
        save("spectrum-focus-" + name, Screenshots.draw(focused.chart(), 380, 240), theme);
        save("spectrum-all-" + name, Screenshots.draw(all.chart(), 460, 360), theme);
    }

    private static void save(String name, BufferedImage picture, ChartTheme theme) {
        Screenshots.save(name, picture);
        assertThat(new Color(picture.getRGB(0, 0))).isEqualTo(theme.background());
        int[] colours = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        assertThat(Arrays.stream(colours).distinct().count()).isGreaterThan(50);
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void anyDataCanBeShown(Metric metric) {
        CurveChart chart = new CurveChart(ChartTheme.LIGHT);
        List<List<LaneCurve>> cases = new ArrayList<>(List.of(List.of(), noisyLosses()));
        List<Curve> curves = List.of(
                curve(0, i -> 0),
                curve(1, i -> 7),
                curve(1, i -> Double.NaN),
                curve(50, i -> Double.NaN),
                curve(50, i -> i % 2 == 0 ? Double.POSITIVE_INFINITY : i),
                curve(50, i -> Math.pow(10, i - 40)),
                curve(50, i -> -Double.MAX_VALUE * i / 50),
                curve(50, i -> 0));
        curves.forEach(curve -> cases.add(List.of(lane(0, ConstraintKind.UNCONSTRAINED, curve))));
        cases.add(curves.stream()
                .map(curve -> lane(0, ConstraintKind.UNCONSTRAINED, curve))
                .toList());
        for (List<LaneCurve> lanes : cases) {
            for (XAxis axis : XAxis.values()) {
                assertThatCode(() -> {
                            chart.show(metric, axis, lanes);
                            Screenshots.draw(chart.chart(), 300, 200);
                            Screenshots.draw(chart.chart(), 20, 10);
                        })
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void aTitleMayBeAnyTextAndALegendShowsWhatItHasRoomFor() {
        assertThat(LegendText.of("λ = 10 🎲")).isEqualTo("λ = 10 🎲");
        assertThat(LegendText.of("🎲".repeat(60))).isEqualTo("🎲".repeat(60));
        assertThat(LegendText.of("🎲".repeat(200))).isEqualTo("🎲".repeat(59) + "…");
    }

    @Test
    void anySpectrumCanBeShown() {
        SpectrumChart chart = new SpectrumChart(ChartTheme.DARK);
        LaneStyle style = Palette.of(0, ConstraintKind.WEIGHT_CLIPPING);
        for (double[] sigma : List.of(
                new double[0],
                new double[] {0},
                new double[] {0, 0},
                new double[] {2},
                new double[] {Double.NaN, Double.NaN},
                new double[] {Double.POSITIVE_INFINITY, 1},
                new double[] {1e12, 1, 0})) {
            LayerSpectrum layer = new LayerSpectrum(
                    "1 dense", sigma, Double.NaN, Double.NaN, OptionalDouble.of(1), OptionalDouble.empty());
            assertThatCode(() -> {
                        chart.show("1 dense", List.of(new LaneSpectrum("lane", style, layer)), 0);
                        Screenshots.draw(chart.chart(), 300, 200);
                        chart.show("1 dense", List.of(), -1);
                        Screenshots.draw(chart.chart(), 300, 200);
                    })
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aChartTellsItsListenersOnceWhenItIsShownAnew() {
        CurveChart chart = new CurveChart(ChartTheme.LIGHT);
        AtomicInteger events = new AtomicInteger();
        chart.chart().addChangeListener(event -> events.incrementAndGet());

        chart.show(Metric.GAP, XAxis.STEPS, noisyLosses());

        assertThat(events).hasValue(1);
    }

    @Test
    void aChartSaysWhatComparesAndHowMuchItSmooths() {
        CurveChart chart = new CurveChart(ChartTheme.LIGHT);

        chart.show(Metric.GAP, XAxis.STEPS, noisyLosses());
        assertThat(note(chart)).isEqualTo("compares only within a lane · smoothed over 50 steps");

        chart.show(Metric.SLICED_WASSERSTEIN, XAxis.STEPS, penaltiesOfOneMethod());
        assertThat(note(chart)).isEmpty();
    }

    private static String note(CurveChart chart) {
        return ((TextTitle) chart.chart().getSubtitle(0)).getText();
    }

    @Test
    void aFocusedSpectrumSaysItsNumbers() {
        SpectrumChart chart = new SpectrumChart(ChartTheme.LIGHT);

        chart.show("2 dense", spectra(), 0);

        assertThat(((TextTitle) chart.chart().getSubtitle(0)).getText())
                .startsWith("σ₁ = 1.000 · stable rank ")
                .endsWith("power iteration's σ 3.102, exact 3.103");
    }

    @Test
    void weightsGradientsAndGaugesCanBeReadWhateverTheyHold() {
        LaneStyle style = Palette.of(0, ConstraintKind.WEIGHT_CLIPPING);
        float[] clipped = new float[1000];
        for (int i = 0; i < clipped.length; i++) {
            clipped[i] = (float) Math.max(-0.1, Math.min(0.1, 0.2 * Math.sin(i)));
        }
        WeightChart weights = new WeightChart(ChartTheme.LIGHT);
        weights.show(
                "clipping",
                style,
                new WeightHistogram("2 dense", 0.1, Histogram.of(clipped, -0.1, 0.1, 41)),
                OptionalDouble.of(0.1));
        Screenshots.save("weights", Screenshots.draw(weights.chart(), 380, 240));

        GradientChart gradients = new GradientChart(ChartTheme.LIGHT);
        gradients.show(List.of(gradients(style, 0.4), gradients(Palette.of(0, ConstraintKind.R1), 1.01)), 0);
        Screenshots.save("gradients", Screenshots.draw(gradients.chart(), 380, 240));
        gradients.show(List.of(gradients(style, 0)), 0);
        Screenshots.draw(gradients.chart(), 380, 240);

        HandMadeHistory history = new HandMadeHistory();
        GaugeChart gauge = new GaugeChart(ChartTheme.LIGHT);
        gauge.show(history.history()::curve, style);
        Screenshots.draw(gauge.chart(), 380, 240);
        for (int step = 0; step < 1000; step += 100) {
            history.point(Metric.LIPSCHITZ_FOUND, step, step, 1 + step / 100.0);
            history.point(Metric.LIPSCHITZ_CERTIFIED, step, step, 600 + step);
            history.point(Metric.LIPSCHITZ_NOMINAL, step, step, 40);
        }
        gauge.show(history.history()::curve, style);
        Screenshots.save("gauge", Screenshots.draw(gauge.chart(), 380, 240));
        assertThat(gauge.chart().getXYPlot().getRangeAxis().getRange().getLowerBound())
                .isEqualTo(1);
        assertThat(gauge.chart().getXYPlot().getRangeAxis().getRange().getUpperBound())
                .isEqualTo(2000);
    }

    private static LaneGradients gradients(LaneStyle style, double ratio) {
        List<LayerGradient> layers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            layers.add(new LayerGradient(i + " dense", Math.pow(ratio, 12.0 - i), 1));
        }
        return new LaneGradients("lane", style, layers);
    }
}
