package lipschitzlab.desktop.card;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import lipschitzlab.desktop.control.Colours;
import lipschitzlab.desktop.control.MovedByArrows;
import lipschitzlab.plot.XAxis;
import lipschitzlab.plot.curve.ChartArea;
import lipschitzlab.plot.curve.CurveReadout;
import lipschitzlab.plot.curve.CurveZoom;
import lipschitzlab.plot.style.ChartTheme;

/**
 * What lies over the curves and takes the mouse and the arrow keys: a line with the values of all lanes, the part that is being chosen, and the
 * names of the legend.
 */
final class CurveTouch extends Pane implements MovedByArrows {
    private static final double DOT = 3.5;
    private static final double BESIDE = 12;

    /** A shorter way of the mouse is a click. */
    private static final double LEAST_DRAG = 5;

    /** A part that is chosen along the curves alone takes all values. */
    private static final double LEAST_HEIGHT = 14;

    /** What is shown below. */
    private record Ground(ChartArea area, CurveReadout readout, XAxis axis, ChartTheme theme) {}

    private final Consumer<CurveZoom> zoomed;
    private final Runnable whole;
    private final IntConsumer named;
    private final Line line = new Line();
    private final Pane dots = new Pane();
    private final Rectangle part = new Rectangle();
    private final ReadoutBox box = new ReadoutBox();
    private Optional<Ground> ground = Optional.empty();
    private OptionalDouble place = OptionalDouble.empty();
    private double pressedX = Double.NaN;
    private double pressedY;

    /**
     * @param zoomed a part was chosen
     * @param whole the whole is wanted again
     * @param named the name of the curve with this number was clicked
     */
    CurveTouch(Consumer<CurveZoom> zoomed, Runnable whole, IntConsumer named) {
        this.zoomed = zoomed;
        this.whole = whole;
        this.named = named;
        setId("curve-touch");
        getStyleClass().add("curve-touch");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Curves of all lanes");
        setAccessibleHelp("Arrows read the values of all lanes at a step");
        line.getStyleClass().add("crosshair");
        part.getStyleClass().add("chosen-part");
        for (var each : List.of(line, dots, part, box)) {
            each.setManaged(false);
            each.setMouseTransparent(true);
            each.setVisible(false);
        }
        getChildren().setAll(part, line, dots, box);
        setOnMouseMoved(this::moved);
        setOnMouseExited(event -> hide());
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(this::released);
        setOnMouseClicked(this::clicked);
        setOnKeyPressed(this::key);
        focusedProperty().subscribe(now -> {
            if (!now) {
                hide();
            }
        });
    }

    /** Lies over a chart that has been drawn anew. */
    void setGround(ChartArea area, CurveReadout readout, XAxis axis, ChartTheme theme) {
        ground = Optional.of(new Ground(area, readout, axis, theme));
        place.ifPresent(this::show);
    }

    /** Where the name of a curve stands. */
    Optional<Point2D> placeOfName(int curve) {
        return ground.filter(below -> curve < below.area().names().size())
                .map(below -> below.area().names().get(curve))
                .map(name -> new Point2D(name.getCenterX(), name.getCenterY()));
    }

    private void moved(MouseEvent event) {
        ground.ifPresent(below -> {
            boolean onName = nameAt(below.area(), event).isPresent();
            boolean within = below.area().contains(event.getX(), event.getY());
            setCursor(onName ? Cursor.HAND : within ? Cursor.CROSSHAIR : Cursor.DEFAULT);
            if (within) {
                show(below.area().placeAt(event.getX()));
            } else {
                hide();
            }
        });
    }

    private static OptionalInt nameAt(ChartArea area, MouseEvent event) {
        for (int i = 0; i < area.names().size(); i++) {
            if (area.names().get(i).contains(event.getX(), event.getY())) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Shows the values at the place with values that is nearest. */
    private void show(double wanted) {
        ground.ifPresent(below -> {
            OptionalDouble nearest = below.readout().nearest(wanted);
            if (nearest.isEmpty()) {
                hide();
            } else {
                showAt(below, nearest.getAsDouble());
            }
        });
    }

    private void showAt(Ground below, double at) {
        Rectangle2D plot = below.area().plot();
        double x = below.area().xOf(at);
        if (!(x >= plot.getX() - 1 && x <= plot.getMaxX() + 1)) {
            hide();
            return;
        }
        place = OptionalDouble.of(at);
        List<CurveReadout.Reading> readings = below.readout().at(at);
        line.setStartX(x);
        line.setEndX(x);
        line.setStartY(plot.getY());
        line.setEndY(plot.getMaxY());
        List<Circle> made = new ArrayList<>();
        for (CurveReadout.Reading reading : readings) {
            double y = below.area().yOf(reading.value());
            if (y >= plot.getY() && y <= plot.getMaxY()) {
                made.add(new Circle(x, y, DOT, Colours.of(reading.style().ink(below.theme()))));
            }
        }
        dots.getChildren().setAll(made);
        box.show(words(below.axis(), at), readings);
        setAccessibleText(box.words());
        box.applyCss();
        box.autosize();
        box.layout();
        double wide = box.getWidth();
        boolean left = x + BESIDE + wide > getWidth();
        double boxX = left ? Math.max(0, x - BESIDE - wide) : x + BESIDE;
        double boxY = Math.max(0, Math.min(plot.getY() + 4, getHeight() - box.getHeight()));
        box.relocate(snapPositionX(boxX), snapPositionY(boxY));
        line.setVisible(true);
        dots.setVisible(true);
        box.setVisible(true);
    }

    private static String words(XAxis axis, double at) {
        return axis == XAxis.STEPS
                ? String.format(Locale.ROOT, "step %,d", Math.round(at))
                : String.format(Locale.ROOT, "%,.1f s of training", at);
    }

    private void hide() {
        place = OptionalDouble.empty();
        line.setVisible(false);
        dots.setVisible(false);
        box.setVisible(false);
    }

    private void pressed(MouseEvent event) {
        boolean within = ground.filter(below -> below.area().contains(event.getX(), event.getY()))
                .isPresent();
        pressedX = within && event.getButton() == MouseButton.PRIMARY ? event.getX() : Double.NaN;
        pressedY = event.getY();
        requestFocus();
    }

    private void dragged(MouseEvent event) {
        if (!Double.isNaN(pressedX)) {
            ground.ifPresent(below -> {
                Rectangle2D chosen = chosen(below.area().plot(), event);
                part.setX(chosen.getX());
                part.setY(chosen.getY());
                part.setWidth(chosen.getWidth());
                part.setHeight(chosen.getHeight());
                part.setVisible(chosen.getWidth() >= LEAST_DRAG);
            });
        }
    }

    /** Between where the mouse was pressed and where it is; of the whole height if it has hardly gone up or down. */
    private Rectangle2D chosen(Rectangle2D plot, MouseEvent event) {
        double x = Math.max(plot.getX(), Math.min(plot.getMaxX(), event.getX()));
        double y = Math.max(plot.getY(), Math.min(plot.getMaxY(), event.getY()));
        Rectangle2D chosen = new Rectangle2D.Double(pressedX, plot.getY(), 0, plot.getHeight());
        if (Math.abs(y - pressedY) >= LEAST_HEIGHT) {
            chosen.setFrameFromDiagonal(pressedX, pressedY, x, y);
        } else {
            chosen.setFrameFromDiagonal(pressedX, plot.getY(), x, plot.getMaxY());
        }
        return chosen;
    }

    private void released(MouseEvent event) {
        if (!Double.isNaN(pressedX) && part.isVisible()) {
            ground.ifPresent(below -> {
                ChartArea area = below.area();
                Rectangle2D chosen = chosen(area.plot(), event);
                Optional<CurveZoom.Values> values =
                        chosen.getHeight() >= area.plot().getHeight()
                                ? Optional.empty()
                                : Optional.of(new CurveZoom.Values(
                                        area.valueAt(chosen.getMaxY()), area.valueAt(chosen.getY())));
                zoomed.accept(new CurveZoom(area.placeAt(chosen.getX()), area.placeAt(chosen.getMaxX()), values));
            });
        }
        part.setVisible(false);
        pressedX = Double.NaN;
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        ground.ifPresent(below -> {
            OptionalInt name = nameAt(below.area(), event);
            if (name.isPresent()) {
                named.accept(name.getAsInt());
            } else if (event.getClickCount() == 2) {
                whole.run();
            }
        });
    }

    private void key(KeyEvent event) {
        if (ground.isEmpty()) {
            return;
        }
        Ground below = ground.get();
        double low = Math.nextDown(below.area().horizontal().low());
        double high = Math.nextUp(below.area().horizontal().high());
        switch (event.getCode()) {
            case LEFT -> read(below, place.orElse(high), false);
            case RIGHT -> read(below, place.orElse(low), true);
            case HOME -> read(below, low, true);
            case END -> read(below, high, false);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Shows the values at the next place on one side, if that is in view. */
    private void read(Ground below, double from, boolean right) {
        ChartArea.Span span = below.area().horizontal();
        below.readout().next(from, right).stream()
                .filter(at -> at >= span.low() && at <= span.high())
                .forEach(at -> showAt(below, at));
    }
}
