package lipschitzlab.desktop.control;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

/** Words or a number in a field that is as wide for every value, so that nothing beside it moves when digits change. */
public final class SteadyLabel extends Label {
    private final Text ruler = new Text();
    private String widest;

    /** As wide as this text, and wider only for one that needs it. */
    public SteadyLabel(String widest, Pos alignment) {
        this.widest = widest;
        setAlignment(alignment);
        setMinWidth(USE_PREF_SIZE);
    }

    /** A number at the right end of its field. */
    public static SteadyLabel number(String widest) {
        return new SteadyLabel(widest, Pos.CENTER_RIGHT);
    }

    /** Makes the field as wide as another text. */
    public void setWidest(String text) {
        if (!text.equals(widest)) {
            widest = text;
            requestLayout();
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        ruler.setFont(getFont());
        ruler.setText(widest);
        double field = Math.ceil(ruler.getLayoutBounds().getWidth()) + snappedLeftInset() + snappedRightInset();
        return Math.max(field, super.computePrefWidth(height));
    }
}
