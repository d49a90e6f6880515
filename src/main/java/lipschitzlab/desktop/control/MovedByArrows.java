package lipschitzlab.desktop.control;

/** A control that takes the arrow keys while it has the focus: no command gets them then. */
public interface MovedByArrows {}
