package lipschitzlab.desktop;

import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;

/** A ring around the mouse's pointer, so that an audience finds it. */
final class PointerRing {
    private static final double RADIUS = 26;

    private final Circle ring = new Circle(RADIUS);

    /** Hidden at first. */
    PointerRing(Scene scene, Pane frame) {
        ring.setId("pointer-ring");
        ring.getStyleClass().add("pointer-ring");
        ring.setManaged(false);
        ring.setMouseTransparent(true);
        ring.setVisible(false);
        frame.getChildren().add(ring);
        scene.addEventFilter(MouseEvent.ANY, event -> {
            if (ring.isVisible()) {
                Point2D place = frame.sceneToLocal(event.getSceneX(), event.getSceneY());
                ring.setCenterX(place.getX());
                ring.setCenterY(place.getY());
            }
        });
    }

    /** Shows it, or hides it again. */
    void toggle() {
        ring.toFront();
        ring.setVisible(!ring.isVisible());
    }
}
