package lipschitzlab.desktop.card;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import lipschitzlab.desktop.control.BackgroundRunner;
import lipschitzlab.desktop.control.FontProbe;
import lipschitzlab.plot.curve.ChartArea;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;

/**
 * A chart that fills its place. It is changed and drawn in the background; here only the finished picture is displayed, so
 * that the window never waits for a chart. While one picture is drawn, only the newest request is kept.
 */
public final class ChartPane extends Region {
    /**
     * A chart, what to show in it, and the picture's size.
     *
     * @param type how many times the usual size letters and lines have
     * @param scale pixels of the screen in one of the window
     * @param touched whether it is asked where things lie on it
     */
    private record DrawRequest(
            JFreeChart chart, Runnable change, int width, int height, double type, double scale, boolean touched) {}

    private record Drawing(BufferedImage image, String note, Optional<ChartArea> area) {}

    private final BackgroundRunner painter;
    private final Consumer<? super Throwable> failed;
    private final ImageView view = new ImageView();
    private final FontProbe type = new FontProbe(this::draw);
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private Optional<Consumer<ChartArea>> touched = Optional.empty();
    private Optional<JFreeChart> chart = Optional.empty();
    private Runnable change = () -> {};
    private boolean busy;
    private boolean wanted;

    public ChartPane(BackgroundRunner painter, Consumer<? super Throwable> failed) {
        this.painter = painter;
        this.failed = failed;
        setMinSize(0, 0);
        getChildren().setAll(view, type);
    }

    /** What the chart says below its title; empty if nothing. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** Tells, each time that a chart is displayed, where things lie on it, in the pane's coordinates. */
    void onDisplay(Consumer<ChartArea> told) {
        touched = Optional.of(told);
    }

    /** Shows a chart after a change to it, which is made in the background and may be left out if a newer one comes soon. */
    public void show(JFreeChart next, Runnable nextChange) {
        chart = Optional.of(next);
        change = nextChange;
        draw();
    }

    /** Whether nothing is being drawn: the newest chart is displayed, if there is room for it. */
    public boolean idle() {
        return !busy;
    }

    private void draw() {
        wanted = true;
        if (!busy && chart.isPresent() && getWidth() >= 1 && getHeight() >= 1) {
            wanted = false;
            busy = true;
            DrawRequest request = request(chart.get());
            painter.run(() -> drawn(request), this::display, failure -> {
                busy = false;
                failed.accept(failure);
            });
        }
    }

    private DrawRequest request(JFreeChart shown) {
        double scale = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
        return new DrawRequest(
                shown, change, (int) getWidth(), (int) getHeight(), type.scale(), scale, touched.isPresent());
    }

    private static Drawing drawn(DrawRequest request) {
        request.change().run();
        // A chart knows nothing of the type's size: it is drawn on a smaller sheet, which is then enlarged.
        double sheetWidth = request.width() / request.type();
        double sheetHeight = request.height() / request.type();
        String said = ChartStyle.shorten(request.chart(), sheetWidth, sheetHeight);
        int width = (int) Math.ceil(request.width() * request.scale());
        int height = (int) Math.ceil(request.height() * request.scale());
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D pen = image.createGraphics();
        pen.scale(request.scale() * request.type(), request.scale() * request.type());
        Rectangle2D sheet = new Rectangle2D.Double(0, 0, sheetWidth, sheetHeight);
        Optional<ChartRenderingInfo> info =
                request.touched() ? Optional.of(new ChartRenderingInfo()) : Optional.empty();
        request.chart().draw(pen, sheet, info.orElse(null));
        pen.dispose();
        return new Drawing(image, said, info.map(told -> ChartArea.of(request.chart(), told, request.type())));
    }

    private void display(Drawing drawing) {
        busy = false;
        BufferedImage image = drawing.image();
        WritableImage picture = new WritableImage(image.getWidth(), image.getHeight());
        int[] argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        picture.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        image.getWidth(),
                        image.getHeight(),
                        PixelFormat.getIntArgbPreInstance(),
                        argb,
                        0,
                        image.getWidth());
        view.setImage(picture);
        note.set(drawing.note());
        drawing.area().ifPresent(area -> touched.ifPresent(told -> told.accept(area)));
        if (wanted) {
            draw();
        }
    }

    @Override
    protected void layoutChildren() {
        boolean resized = view.getFitWidth() != getWidth() || view.getFitHeight() != getHeight();
        view.setFitWidth(getWidth());
        view.setFitHeight(getHeight());
        if (resized) {
            draw();
        }
    }
}
