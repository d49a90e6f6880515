package lipschitzlab.desktop.control;

import javafx.scene.control.Label;

/** Knows how large the type is at its place, which styles decide. Never seen, takes no room: its parent adds it and asks. */
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
