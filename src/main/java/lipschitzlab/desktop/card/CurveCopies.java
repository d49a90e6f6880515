package lipschitzlab.desktop.card;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import lipschitzlab.desktop.control.FxImages;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.Metric;
import lipschitzlab.plot.Page;
import lipschitzlab.plot.curve.CurveChart;
import lipschitzlab.plot.curve.CurveTable;
import lipschitzlab.plot.curve.CurveView;
import lipschitzlab.plot.curve.LaneCurve;
import lipschitzlab.plot.style.ChartTheme;

/** Copies curves as they are on show, as a picture or as numbers. Both are made in the background. */
final class CurveCopies {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;
    private static final int PIXELS_PER_POINT = 2;

    private final LabModel model;

    CurveCopies(LabModel model) {
        this.model = model;
    }

    /** A picture for a slide, with title, axes and legend. */
    void picture(
            Metric metric, CurveView view, Supplier<List<LaneCurve>> curves, Optional<Floor> floor, ChartTheme theme) {
        Callable<BufferedImage> work = () -> {
            CurveChart chart = new CurveChart(theme);
            chart.show(metric, view, curves.get(), floor);
            Rectangle2D sheet = new Rectangle2D.Double(0, 0, WIDTH, HEIGHT);
            return new Page(WIDTH, HEIGHT, pen -> chart.chart().draw(pen, sheet)).toImage(PIXELS_PER_POINT);
        };
        copy(
                work,
                (content, image) -> content.putImage(FxImages.of(image)),
                "The curves are copied as a picture: paste it into a slide or a text");
    }

    /** A table for a spreadsheet. */
    void numbers(Metric metric, CurveView view, Supplier<List<LaneCurve>> curves) {
        copy(
                () -> CurveTable.of(metric, view, curves.get()),
                ClipboardContent::putString,
                "The curves are copied as numbers, as they were recorded: paste them into a spreadsheet");
    }

    private <T> void copy(Callable<T> work, java.util.function.BiConsumer<ClipboardContent, T> put, String afterwards) {
        model.inBackground("Nothing was copied", work, made -> {
            ClipboardContent content = new ClipboardContent();
            put.accept(content, made);
            boolean taken = Clipboard.getSystemClipboard().setContent(content);
            model.say(taken ? afterwards : "The system's clipboard took nothing: save a figure or the run instead");
        });
    }
}
