package lipschitzlab.desktop.control;

import java.awt.geom.PathIterator;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.StrokeLineCap;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.LaneStyle;

/**
 * A piece of a lane's line with its marker, in the colour that charts have on a light or a dark background: the style sheet
 * chooses.
 */
public final class LaneMark extends StackPane {
    private static final double LENGTH = 20;
    private static final double WIDTH = 2.5;

    public LaneMark(LaneStyle style) {
        Line line = new Line(0, 0, LENGTH, 0);
        line.getStyleClass().add("lane-mark-line");
        line.setStrokeWidth(WIDTH);
        line.setStrokeLineCap(StrokeLineCap.BUTT);
        for (float part : style.dash()) {
            line.getStrokeDashArray().add((double) part);
        }
        Path marker = marker(style);
        marker.getStyleClass().add("lane-mark-point");
        setStyle("-lab-ink: " + Colours.css(style.ink(ChartTheme.LIGHT)) + "; -lab-dark-ink: "
                + Colours.css(style.ink(ChartTheme.DARK)) + ";");
        getChildren().setAll(line, marker);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /** The marker's outline, which is made of straight lines and cubic curves. */
    private static Path marker(LaneStyle style) {
        Path path = new Path();
        double[] at = new double[6];
        for (PathIterator step = style.marker().getPathIterator(null); !step.isDone(); step.next()) {
            switch (step.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> path.getElements().add(new MoveTo(at[0], at[1]));
                case PathIterator.SEG_LINETO -> path.getElements().add(new LineTo(at[0], at[1]));
                case PathIterator.SEG_CUBICTO ->
                    path.getElements().add(new CubicCurveTo(at[0], at[1], at[2], at[3], at[4], at[5]));
                case PathIterator.SEG_CLOSE -> path.getElements().add(new ClosePath());
                default -> throw new IllegalStateException("expected lines and cubic curves, found another segment");
            }
        }
        return path;
    }
}
