package lipschitzlab.desktop.control;

import javafx.scene.control.Label;

/**
 * Tells how large the type is at its place in the scene, which style sheets decide. It is invisible and takes no room: a
 * parent that needs the size adds it.
 */
public final class FontProbe extends Label {
    /** Tells a parent whenever the type changes its size. */
    public FontProbe(Runnable changed) {
        setManaged(false);
        setVisible(false);
        fontProperty().subscribe((before, now) -> changed.run());
    }

    /** How many times the usual size. */
    public double scale() {
        return getFont().getSize() / FontSize.USUAL;
    }
}
