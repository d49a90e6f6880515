package lipschitzlab.desktop.card;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import lipschitzlab.desktop.control.MovedByArrows;
import lipschitzlab.plot.Raster;

/**
 * A lane's samples as a picture, as large as its place allows. Of a grid of pictures one can be chosen: with the mouse, or with
 * arrows and Enter.
 */
public final class SampleView extends Region implements MovedByArrows {
    private static final double OUTSIDE = 4;
    private static final double INSIDE = 2;
    private static final double HALF = 0.5;

    /** Names of rows take no more of the width than this. */
    private static final double NAMES_SHARE = 0.3;

    private final ImageView view = new ImageView();
    private final Rectangle dark = new Rectangle();
    private final Rectangle light = new Rectangle();
    private final RowNames names = new RowNames();
    private WritableImage image;
    private boolean sharp;
    private int columns;
    private int chosen;
    private IntConsumer choice = place -> {};
    private final Label reading = new Label();
    private BiFunction<Double, Double, Optional<String>> reader = (right, up) -> Optional.empty();

    SampleView() {
        getStyleClass().add("sample-view");
        view.setPreserveRatio(true);
        getChildren().addAll(view, names, dark, light, reading);
        frame(dark, Color.BLACK, OUTSIDE);
        frame(light, Color.WHITE, INSIDE);
        setMinSize(0, 0);
        focusedProperty().subscribe(now -> requestLayout());
        reading.getStyleClass().add("point-reading");
        reading.setMouseTransparent(true);
        reading.setManaged(false);
        reading.setVisible(false);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> reading.setVisible(false));
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void frame(Rectangle frame, Color colour, double width) {
        frame.setFill(Color.TRANSPARENT);
        frame.setStroke(colour);
        frame.setStrokeWidth(width);
        frame.setMouseTransparent(true);
        frame.setManaged(false);
        frame.visibleProperty().bind(focusedProperty());
    }

    /**
     * Lets a person choose one of the pictures of a grid.
     *
     * @param nextColumns pictures side by side; 0 for what is no grid
     * @param rowNames what stands on the left of each row; may be empty
     * @param next takes the place of one that was chosen, from 0, row by row
     */
    public void setGrid(int nextColumns, List<String> rowNames, IntConsumer next) {
        columns = nextColumns;
        choice = next;
        chosen = 0;
        names.setAll(rowNames);
        setFocusTraversable(columns > 0);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleHelp(
                columns > 0
                        ? "Arrows choose a picture, Enter shows the real pictures nearest to it and what the critic would change"
                        : "");
    }

    /**
     * Lets a person read what a picture of the plane says at a point.
     *
     * @param next words for shares of the picture's width and height, from the left and from below; none where nothing is to be said
     */
    void setReader(BiFunction<Double, Double, Optional<String>> next) {
        reader = next;
    }

    private void moved(MouseEvent event) {
        double right = (event.getX() - view.getLayoutX()) / view.getFitWidth();
        double up = 1 - (event.getY() - view.getLayoutY()) / view.getFitHeight();
        boolean within = right >= 0 && right <= 1 && up >= 0 && up <= 1;
        Optional<String> words = within && columns == 0 ? reader.apply(right, up) : Optional.empty();
        reading.setVisible(words.isPresent());
        words.ifPresent(text -> {
            reading.setText(text);
            reading.autosize();
            // In the upper corner that the mouse is not in.
            double x = right < HALF ? view.getLayoutX() + view.getFitWidth() - reading.getWidth() : view.getLayoutX();
            reading.relocate(snapPositionX(Math.max(0, x)), snapPositionY(view.getLayoutY()));
        });
    }

    private void clicked(MouseEvent event) {
        if (columns > 0 && event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 1) {
            int column = (int) Math.floor((event.getX() - view.getLayoutX()) / cell());
            int row = (int) Math.floor((event.getY() - view.getLayoutY()) / cell());
            if (column >= 0 && column < columns && row >= 0 && row < rows()) {
                requestFocus();
                choose(row * columns + column);
                choice.accept(chosen);
            }
        }
    }

    private void pressed(KeyEvent event) {
        if (columns == 0) {
            return;
        }
        int row = chosen / columns;
        int column = chosen % columns;
        switch (event.getCode()) {
            case LEFT -> choose(row * columns + Math.max(0, column - 1));
            case RIGHT -> choose(row * columns + Math.min(columns - 1, column + 1));
            case UP -> choose(Math.max(0, row - 1) * columns + column);
            case DOWN -> choose(Math.min(rows() - 1, row + 1) * columns + column);
            case ENTER -> choice.accept(chosen);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(int place) {
        chosen = place;
        requestLayout();
    }

    /** The side of one picture of the grid, with the gap behind it. */
    private double cell() {
        return view.getFitWidth() / Math.max(1, columns);
    }

    /** The pictures are squares. */
    private int rows() {
        return Math.max(1, (int) Math.round(view.getFitHeight() / cell()));
    }

    /** Where the chosen picture lies, in the coordinates of the screen. */
    public Bounds chosenOnScreen() {
        return localToScreen(light.getBoundsInParent());
    }

    /** The side of the square that a picture would fill now, in pixels of the screen. */
    public int side() {
        double scale = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
        return (int) Math.max(64, Math.round(Math.min(getWidth(), getHeight()) * scale));
    }

    /** Shows a picture. */
    public void show(Raster raster) {
        if (image == null || image.getWidth() != raster.width() || image.getHeight() != raster.height()) {
            image = new WritableImage(raster.width(), raster.height());
            view.setImage(image);
            requestLayout();
        }
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        raster.width(),
                        raster.height(),
                        PixelFormat.getIntArgbInstance(),
                        raster.argb(),
                        0,
                        raster.width());
    }

    /** Whether pixels stay squares when they are enlarged; what is made smaller is always averaged. */
    public void setSharp(boolean now) {
        sharp = now;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double wide = image == null ? 1 : image.getWidth();
        double high = image == null ? 1 : image.getHeight();
        double left = Math.min(names.width(), NAMES_SHARE * getWidth());
        double scale = Math.max(0, Math.min((getWidth() - left) / wide, getHeight() / high));
        view.setFitWidth(scale * wide);
        view.setFitHeight(scale * high);
        view.setSmooth(!sharp || scale < 1);
        double x = snapPositionX((getWidth() - left - scale * wide) / 2 + left);
        double y = snapPositionY((getHeight() - scale * high) / 2);
        view.relocate(x, y);
        names.place(x - left, y, left, scale * high);
        for (Rectangle frame : List.of(dark, light)) {
            frame.setX(x + chosen % Math.max(1, columns) * cell());
            frame.setY(y + chosen / Math.max(1, columns) * cell());
            frame.setWidth(cell());
            frame.setHeight(cell());
        }
    }
}
