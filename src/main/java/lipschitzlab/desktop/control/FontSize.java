package lipschitzlab.desktop.control;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.Parent;
import javafx.scene.Scene;

/**
 * How large the window's type is, charts included: it grows with the window, slower than the window does, and a person makes it
 * larger or smaller, as far as the window can carry it. Everything else takes its size from the type's.
 */
public final class FontSize {
    /** In pixels, in a window of {@link #WIDTH} × {@link #HEIGHT} and below where nobody chose another. */
    static final double USUAL = 13;

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    /** A window carries type that leaves it this much room, in pixels at the usual size. */
    private static final double MIN_WIDTH = 900;

    private static final double MIN_HEIGHT = 520;
    private static final double MAX_AUTOMATIC = 1.8;
    private static final int[] PER_CENT = {80, 90, 100, 110, 125, 150, 175, 200};
    private static final int WHOLE = 100;

    private final Scene scene;
    private final ReadOnlyIntegerWrapper perCent = new ReadOnlyIntegerWrapper(WHOLE);
    private final ReadOnlyDoubleWrapper pixels = new ReadOnlyDoubleWrapper(USUAL);

    public FontSize(Scene scene) {
        this.scene = scene;
        scene.widthProperty().subscribe(now -> apply());
        scene.heightProperty().subscribe(now -> apply());
        perCent.subscribe(now -> apply());
    }

    /** Makes it a step larger, if there is one. */
    public void larger() {
        for (int each : PER_CENT) {
            if (each > perCent.get()) {
                perCent.set(each);
                return;
            }
        }
    }

    /** Makes it a step smaller, if there is one. */
    public void smaller() {
        for (int i = PER_CENT.length - 1; i >= 0; i--) {
            if (PER_CENT[i] < perCent.get()) {
                perCent.set(PER_CENT[i]);
                return;
            }
        }
    }

    /** Goes back to the automatic size. */
    public void usual() {
        perCent.set(WHOLE);
    }

    /** Makes it so many per cent of the automatic size, if that is one of the steps. */
    public void choose(String text) {
        for (int each : PER_CENT) {
            if (Integer.toString(each).equals(text)) {
                perCent.set(each);
            }
        }
    }

    /** What a person chose, in per cent of the automatic size. */
    public ReadOnlyIntegerProperty perCentProperty() {
        return perCent.getReadOnlyProperty();
    }

    /** The size now. */
    public ReadOnlyDoubleProperty pixelsProperty() {
        return pixels.getReadOnlyProperty();
    }

    private void apply() {
        double window = Math.min(scene.getWidth() / WIDTH, scene.getHeight() / HEIGHT);
        // By the root, since a larger window is there to show more as well; whole pixels, so that it seldom changes.
        double byItself = Math.rint(USUAL * Math.max(1, Math.min(MAX_AUTOMATIC, Math.sqrt(window))));
        double carried = USUAL * Math.min(scene.getWidth() / MIN_WIDTH, scene.getHeight() / MIN_HEIGHT);
        double now = Math.min(byItself * perCent.get() / WHOLE, Math.max(USUAL, Math.floor(carried)));
        Parent root = scene.getRoot();
        if (now != pixels.get() || root.getStyle().isEmpty()) {
            root.setStyle("-fx-font-size: " + now + "px;");
            pixels.set(now);
        }
    }
}
