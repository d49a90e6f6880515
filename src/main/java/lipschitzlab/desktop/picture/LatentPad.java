package lipschitzlab.desktop.picture;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import lipschitzlab.desktop.control.MovedByArrows;

/** A square with a point in it that the mouse drags and arrow keys move. */
final class LatentPad extends Region implements MovedByArrows {
    private static final double SIDE = 240;
    private static final double RADIUS = 8;
    private static final double STEP = 0.05;

    private final Circle dot = new Circle(RADIUS);
    private final ReadOnlyObjectWrapper<Point2D> point = new ReadOnlyObjectWrapper<>(new Point2D(0.5, 0.5));
    private Runnable taken = () -> {};

    LatentPad() {
        setId("latent-pad");
        getStyleClass().add("latent-pad");
        dot.getStyleClass().add("latent-point");
        dot.setManaged(false);
        dot.setMouseTransparent(true);
        getChildren().add(dot);
        setMinSize(SIDE, SIDE);
        setPrefSize(SIDE, SIDE);
        setMaxSize(SIDE, SIDE);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText("Latent point");
        setAccessibleHelp("Arrow keys move it");
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::drag);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        point.subscribe(now -> requestLayout());
    }

    /** Where the point is: (0, 0) at the upper left, (1, 1) at the lower right. */
    ReadOnlyObjectProperty<Point2D> pointProperty() {
        return point.getReadOnlyProperty();
    }

    /** Runs when a person moves the point. */
    void whenTaken(Runnable next) {
        taken = next;
    }

    /** Moves the point; outside of the square it stays at the edge. */
    void move(double x, double y) {
        point.set(new Point2D(Math.max(0, Math.min(1, x)), Math.max(0, Math.min(1, y))));
    }

    private void drag(MouseEvent event) {
        requestFocus();
        take((event.getX() - RADIUS) / room(getWidth()), (event.getY() - RADIUS) / room(getHeight()));
        event.consume();
    }

    private void pressed(KeyEvent event) {
        double x = point.get().getX();
        double y = point.get().getY();
        switch (event.getCode()) {
            case LEFT -> take(x - STEP, y);
            case RIGHT -> take(x + STEP, y);
            case UP -> take(x, y - STEP);
            case DOWN -> take(x, y + STEP);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void take(double x, double y) {
        taken.run();
        move(x, y);
    }

    private static double room(double side) {
        return Math.max(1, side - 2 * RADIUS);
    }

    @Override
    protected void layoutChildren() {
        dot.setCenterX(RADIUS + point.get().getX() * room(getWidth()));
        dot.setCenterY(RADIUS + point.get().getY() * room(getHeight()));
    }
}
