package lipschitzlab.desktop;

import javafx.scene.layout.Region;

/** Samples above their spectrum; side by side where that lets the samples be larger. */
final class CardBody extends Region {
    private static final double GAP = 6;
    private static final double SAMPLES_SHARE = 0.62;

    private static final double SPECTRUM_HEIGHT = 170;

    private final Region samples;
    private final Region spectrum;

    CardBody(Region samples, Region spectrum) {
        this.samples = samples;
        this.spectrum = spectrum;
        getChildren().setAll(samples, spectrum);
        setMinSize(0, 0);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (width > 1.35 * height) {
            double side = Math.min(height, width * SAMPLES_SHARE);
            place(samples, 0, 0, side, height);
            place(spectrum, side + GAP, 0, width - side - GAP, height);
        } else {
            double side = Math.min(width, Math.max(height * SAMPLES_SHARE, height - SPECTRUM_HEIGHT));
            place(samples, 0, 0, width, side);
            place(spectrum, 0, side + GAP, width, height - side - GAP);
        }
    }

    private void place(Region child, double x, double y, double width, double height) {
        child.resizeRelocate(
                snapPositionX(x), snapPositionY(y), snapSizeX(Math.max(0, width)), snapSizeY(Math.max(0, height)));
    }
}
