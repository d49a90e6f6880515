package lipschitzlab.export.figure;

import java.awt.Color;
import java.awt.Paint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lipschitzlab.figure.PaperFigure.FigureForm.Times;
import lipschitzlab.figure.PaperFigure.Result;
import lipschitzlab.figure.PaperFigure.Seconds;
import lipschitzlab.lesson.LaneRecord;
import lipschitzlab.plot.BarPlot;
import lipschitzlab.plot.FigureSheet;
import lipschitzlab.plot.FigureSheet.Anchor;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.Palette;
import lipschitzlab.plot.style.Pixels;
import lipschitzlab.setting.NumberSetting;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * The time of some generator updates, a bar for each lane, and beside it the same by one lane's time, with the paper's (Miyato et
 * al. 2018, figure 10): seconds compare within a machine only, ratios across machines.
 */
public final class TimesFigure {
    private static final int LEFT = 450;
    private static final int RIGHT = 510;
    private static final int BODY = 400;
    private static final double PAPER_TINT = 0.62;

    private final Times form;
    private final List<Bar> bars = new ArrayList<>();
    private final ChartTheme theme;

    /** One lane's time, in seconds for one generator update. */
    private record Bar(String reference, LaneRecord lane, double seconds) {}

    private TimesFigure(Times form, List<Result> results, ChartTheme theme) {
        this.form = form;
        this.theme = theme;
        for (Result result : results) {
            for (LaneRecord lane : result.lanes()) {
                bars.add(new Bar(result.variant().reference(lane.spec()), lane, lane.secondsPerStep()));
            }
        }
    }

    public static FigureSheet of(Times form, List<Result> results, ChartTheme theme) {
        return new TimesFigure(form, results, theme).sheet();
    }

    private FigureSheet sheet() {
        FigureSheet sheet = new FigureSheet(theme, LEFT + RIGHT, BODY);
        int steps = bars.stream().mapToInt(bar -> bar.lane().horizon()).min().orElse(0);
        sheet.note("lanes took turns; median of " + steps + " updates, times " + form.updates());
        sheet.add(seconds().chart(), 0, FigureSheet.HEAD, LEFT, BODY);
        sheet.add(ratios().chart(), LEFT, FigureSheet.HEAD, RIGHT, BODY);
        if (!form.published().isEmpty()) {
            sheet.text(
                    "full: here · pale: in the paper, with its seconds",
                    theme.smallFont(),
                    theme.secondary(),
                    Anchor.END,
                    LEFT + RIGHT - FigureSheet.MARGIN,
                    FigureSheet.HEAD - 2.0);
        }
        return sheet;
    }

    private BarPlot seconds() {
        DefaultCategoryDataset dataset = new DefaultCategoryDataset();
        List<String> labels = new ArrayList<>();
        for (Bar bar : bars) {
            double time = form.updates() * bar.seconds();
            dataset.addValue(time, "here", bar.lane().title());
            labels.add(String.format(Locale.ROOT, "%.3g s", time));
        }
        return new BarPlot(
                theme,
                "seconds for " + form.updates() + " generator updates",
                dataset,
                List.of(labels),
                List.of(hues()));
    }

    private BarPlot ratios() {
        DefaultCategoryDataset dataset = new DefaultCategoryDataset();
        double base = bars.stream()
                .filter(bar -> bar.reference().equals(form.baseline()))
                .mapToDouble(Bar::seconds)
                .findFirst()
                .orElse(Double.NaN);
        List<String> here = new ArrayList<>();
        for (Bar bar : bars) {
            dataset.addValue(bar.seconds() / base, "here", bar.lane().title());
            here.add(String.format(Locale.ROOT, "%.2f", bar.seconds() / base));
        }
        String label = "time ÷ that of "
                + bars.stream()
                        .filter(bar -> bar.reference().equals(form.baseline()))
                        .map(bar -> bar.lane().title())
                        .findFirst()
                        .orElse(form.baseline());
        if (form.published().isEmpty()) {
            return new BarPlot(theme, label, dataset, List.of(here), List.of(hues()));
        }
        List<String> paper = addPublished(dataset);
        List<Paint> tints = hues().stream().map(this::tint).toList();
        return new BarPlot(theme, label, dataset, List.of(here, paper), List.of(hues(), tints));
    }

    private List<String> addPublished(DefaultCategoryDataset dataset) {
        Map<String, Seconds> published = form.published();
        double base = published.get(form.baseline()).middle();
        List<String> labels = new ArrayList<>();
        for (Bar bar : bars) {
            Seconds seconds = published.get(bar.reference());
            if (seconds != null) {
                dataset.addValue(
                        seconds.middle() / base, "in the paper", bar.lane().title());
            }
            labels.add(seconds == null ? "" : words(seconds));
        }
        return labels;
    }

    private static String words(Seconds seconds) {
        String least = NumberSetting.format(seconds.least());
        return (seconds.most() > seconds.least() ? least + "–" + NumberSetting.format(seconds.most()) : least) + " s";
    }

    private List<Paint> hues() {
        return Palette.styles(bars.stream().map(bar -> bar.lane().spec()).toList()).stream()
                .map(style -> (Paint) style.ink(theme))
                .toList();
    }

    private Paint tint(Paint hue) {
        int ground = theme.background().getRGB();
        return new Color(Pixels.over(((Color) hue).getRGB(), ground, PAPER_TINT));
    }
}
