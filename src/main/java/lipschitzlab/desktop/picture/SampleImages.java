package lipschitzlab.desktop.picture;

import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import lipschitzlab.compute.Shape;
import lipschitzlab.desktop.control.FxImages;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.plot.SamplePicture;

/** Pictures of a data set for the window. */
final class SampleImages {
    private SampleImages() {}

    /** One picture, pixel for pixel. */
    static Image of(float[] sample, Shape shape) {
        Snapshot alone = new Snapshot(0, shape, sample, Optional.empty(), List.of());
        return FxImages.of(SamplePicture.grid(alone, 1, 1, 0).toImage());
    }

    /** A picture whose pixels are squares of this many of the window's. */
    static ImageView view(Image image, double scale) {
        ImageView view = new ImageView(image);
        view.setSmooth(false);
        view.setFitWidth(scale * image.getWidth());
        view.setFitHeight(scale * image.getHeight());
        return view;
    }
}
