package lipschitzlab.desktop.card;

import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import lipschitzlab.plot.Raster;

/** A lane's samples as a square picture, as large as its place allows. */
public final class SampleView extends Region {
    private final ImageView view = new ImageView();
    private WritableImage image;

    SampleView() {
        getStyleClass().add("sample-view");
        view.setPreserveRatio(true);
        getChildren().add(view);
        setMinSize(0, 0);
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

    /** Whether pixels stay squares when they are enlarged. */
    public void setSharp(boolean sharp) {
        view.setSmooth(!sharp);
    }

    @Override
    protected void layoutChildren() {
        double side = Math.min(getWidth(), getHeight());
        view.setFitWidth(side);
        view.setFitHeight(side);
        view.relocate(snapPositionX((getWidth() - side) / 2), snapPositionY((getHeight() - side) / 2));
    }
}
