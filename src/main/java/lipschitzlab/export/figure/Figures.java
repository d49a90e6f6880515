package lipschitzlab.export.figure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.LaneTitles;
import lipschitzlab.file.FileWrites;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.SpectrumRecord;
import lipschitzlab.plot.ChangeMark;
import lipschitzlab.plot.LaneSpectrum;
import lipschitzlab.plot.Page;
import lipschitzlab.plot.PictureFormat;
import lipschitzlab.plot.Sheet;
import lipschitzlab.plot.SigmaScale;
import lipschitzlab.plot.SpectrumChart;
import lipschitzlab.plot.SpectrumHeatmap;
import lipschitzlab.plot.SpectrumTrack;
import lipschitzlab.plot.XAxis;
import lipschitzlab.plot.curve.CurveChart;
import lipschitzlab.plot.curve.LaneCurve;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.LaneStyle;
import lipschitzlab.plot.style.Palette;
import lipschitzlab.preset.Provenance;
import org.jfree.chart.JFreeChart;

/** Figures for print. */
public final class Figures {
    private static final int CURVES_WIDTH = 840;
    private static final int CURVES_HEIGHT = 560;
    private static final int PANEL_WIDTH = 460;
    private static final int PANEL_HEIGHT = 360;

    private final List<Figure> all = new ArrayList<>();
    private final List<Lane> lanes;
    private final Function<Metric, Optional<Floor>> floors;
    private final List<String> titles;
    private final List<LaneStyle> styles;
    private final ChartTheme theme;
    private final String source;
    private final Map<String, String> texts;

    /**
     * One figure.
     *
     * @param name of its files, without an ending
     * @param page draws it
     * @param texts what a PNG file says of it
     */
    public record Figure(String name, Supplier<Page> page, Map<String, String> texts) {
        /** Writes it as PNG or SVG, as the file's name says. */
        public void write(Path file) {
            page.get().write(file, texts);
        }
    }

    private Figures(Experiment experiment, ChartTheme theme) {
        this.lanes = experiment.lanes();
        this.floors = metric -> metric.hasFloor()
                ? Optional.ofNullable(experiment.distanceFloors().get(metric))
                : Optional.empty();
        this.titles = LaneTitles.now(lanes);
        this.styles = Palette.styles(lanes.stream().map(Lane::spec).toList());
        this.theme = theme;
        this.texts = Provenance.of(experiment.preset());
        int step = lanes.stream().mapToInt(Lane::step).max().orElse(0);
        texts.put("step", Integer.toString(step));
        this.source = texts.get("preset") + " · seed " + texts.get("seed") + " · step " + step;
    }

    /**
     * Writes {@code curves-METRIC.png} and {@code .svg} for each metric that a lane has reported, {@code spectra.png} and
     * {@code .svg} of all layers in all lanes as they were measured last, and for each lane {@code strip-LANE.png} and
     * {@code .svg}, the spectra of its layers over the run; each layer has one colour scale for all lanes.
     *
     * @throws lipschitzlab.setting.InputException if a file cannot be written
     */
    public static void write(Path directory, Experiment experiment, ChartTheme theme) {
        write(directory, experiment, theme, FileWrites.strict(), () -> true);
    }

    /**
     * As the other, with a way to take a file that cannot be written.
     *
     * @param goOn asked before each figure
     * @return whether none was left out because of that
     */
    public static boolean write(
            Path directory, Experiment experiment, ChartTheme theme, FileWrites writes, BooleanSupplier goOn) {
        for (Figure figure : of(experiment, theme)) {
            if (!goOn.getAsBoolean()) {
                return false;
            }
            for (PictureFormat format : PictureFormat.values()) {
                Path file = directory.resolve(figure.name() + format.ending());
                writes.write(file, () -> figure.write(file));
            }
        }
        return true;
    }

    /** All figures that there are of an experiment now; each is drawn only when it is written. */
    public static List<Figure> of(Experiment experiment, ChartTheme theme) {
        Figures figures = new Figures(experiment, theme);
        for (Metric metric : Metric.values()) {
            figures.addCurves(metric);
        }
        figures.addSpectra();
        figures.addHeatmaps();
        return figures.all;
    }

    private void addCurves(Metric metric) {
        if (lanes.stream().anyMatch(lane -> lane.history().length(metric) > 0)) {
            add("curves-" + metric.id(), () -> curves(metric));
        }
    }

    private Sheet curves(Metric metric) {
        List<LaneCurve> curves = new ArrayList<>();
        for (int i = 0; i < lanes.size(); i++) {
            if (lanes.get(i).history().length(metric) > 0) {
                Lane lane = lanes.get(i);
                curves.add(new LaneCurve(
                        titles.get(i), styles.get(i), lane.history().curve(metric), ChangeMark.of(lane)));
            }
        }
        CurveChart chart = new CurveChart(theme);
        chart.show(metric, XAxis.STEPS, curves, floors.apply(metric));
        return new Sheet(List.of(chart.chart()), CURVES_WIDTH, CURVES_HEIGHT);
    }

    private void addSpectra() {
        int layers =
                lanes.stream().mapToInt(lane -> lastSpectra(lane).size()).max().orElse(0);
        if (layers > 0) {
            add(
                    "spectra",
                    () -> new Sheet(
                            IntStream.range(0, layers).mapToObj(this::panel).toList(), PANEL_WIDTH, PANEL_HEIGHT));
        }
    }

    private JFreeChart panel(int layer) {
        List<LaneSpectrum> spectra = new ArrayList<>();
        for (int i = 0; i < lanes.size(); i++) {
            List<LayerSpectrum> measured = lastSpectra(lanes.get(i));
            if (layer < measured.size()) {
                spectra.add(new LaneSpectrum(titles.get(i), styles.get(i), measured.get(layer)));
            }
        }
        SpectrumChart chart = new SpectrumChart(theme);
        chart.show(spectra.get(0).spectrum().layer(), spectra, -1);
        return chart.chart();
    }

    private void addHeatmaps() {
        for (int lane = 0; lane < lanes.size(); lane++) {
            int each = lane;
            if (!lastSpectra(lanes.get(lane)).isEmpty()) {
                add("strip-" + lanes.get(lane).id(), () -> new Sheet(heatmaps(each), PANEL_WIDTH, PANEL_HEIGHT));
            }
        }
    }

    private List<JFreeChart> heatmaps(int lane) {
        List<List<SpectrumRecord>> records =
                lanes.stream().map(each -> each.history().spectra()).toList();
        List<SpectrumRecord> own = records.get(lane);
        List<JFreeChart> panels = new ArrayList<>();
        for (int layer = 0; !own.isEmpty() && layer < own.get(0).layers().size(); layer++) {
            int each = layer;
            List<SpectrumTrack> tracks =
                    records.stream().map(all -> SpectrumTrack.of(all, each)).toList();
            int end = tracks.stream().mapToInt(SpectrumTrack::end).max().orElse(0);
            String title =
                    titles.get(lane) + ", " + own.get(0).layers().get(layer).layer();
            SpectrumHeatmap heatmap = new SpectrumHeatmap(theme);
            heatmap.show(
                    title,
                    tracks.get(lane),
                    SigmaScale.of(tracks),
                    end,
                    OptionalInt.empty(),
                    ChangeMark.of(lanes.get(lane)));
            panels.add(heatmap.chart());
        }
        return panels;
    }

    private static List<LayerSpectrum> lastSpectra(Lane lane) {
        List<SpectrumRecord> spectra = lane.history().spectra();
        return spectra.isEmpty() ? List.of() : spectra.get(spectra.size() - 1).layers();
    }

    private void add(String name, Supplier<Sheet> sheet) {
        all.add(new Figure(name, () -> sheet.get().page(theme, source), texts));
    }
}
