package lipschitzlab.desktop.picture;

import javafx.geometry.Point2D;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;

/** A point of the plane where a walk is now, over the data, and the way that it came since the last step of training. */
final class WalkTrail extends Pane {
    private static final double RADIUS = 5;

    /** Numbers of the line, two for each point. */
    private static final int LONGEST = 600;

    private final ImageView ground = new ImageView();
    private final Polyline trail = new Polyline();
    private final Circle now = new Circle(RADIUS);
    private final double side;
    private int step = -1;

    WalkTrail(double side) {
        this.side = side;
        getStyleClass().add("walk-trail");
        setMinSize(side, side);
        setMaxSize(side, side);
        setClip(new Rectangle(side, side));
        trail.getStyleClass().add("walk-line");
        now.getStyleClass().add("walk-point");
        getChildren().setAll(ground, trail, now);
    }

    /** Moves on to where the walk is now. */
    void show(WalkPictures.Drawn drawn, Point2D place) {
        ground.setImage(drawn.image());
        if (drawn.step() != step) {
            step = drawn.step();
            trail.getPoints().clear();
        }
        trail.getPoints().addAll(side * place.getX(), side * place.getY());
        if (trail.getPoints().size() > LONGEST) {
            trail.getPoints().remove(0, 2);
        }
        now.setCenterX(side * place.getX());
        now.setCenterY(side * place.getY());
    }
}
