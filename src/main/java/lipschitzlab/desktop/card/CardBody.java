package lipschitzlab.desktop.card;

import javafx.scene.layout.Region;
import lipschitzlab.desktop.control.FontProbe;

/**
 * Samples above their chart; side by side where that lets the samples be larger. On a small card the numbers stand beside the
 * samples, so that the chart below keeps the whole width.
 */
final class CardBody extends Region {
    private static final double GAP = 8;
    private static final double SAMPLES_SHARE = 0.62;
    private static final double SMALL_SAMPLES_SHARE = 0.55;

    /** Of a chart with its numbers below samples that leave it the choice, in sizes of a letter. */
    private static final double CHART_HEIGHT = 13;

    /** Of a chart beside the samples; where it would be narrower it stands below them. */
    private static final double CHART_WIDTH = 13;

    private final Region samples;
    private final Region numbers;
    private final Region chart;
    private final FontProbe type = new FontProbe(this::requestLayout);
    private boolean small;

    CardBody(Region samples, Region numbers, Region chart) {
        this.samples = samples;
        this.numbers = numbers;
        this.chart = chart;
        numbers.setVisible(false);
        getChildren().setAll(samples, numbers, chart, type);
        setMinSize(0, 0);
    }

    /** Whether the card is small. */
    void setSmall(boolean now) {
        small = now;
        numbers.setVisible(now);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double list = small ? numbers.prefHeight(-1) : 0;
        if (small && width > 1.35 * height) {
            double side = Math.max(0, Math.min(height - list - GAP, width * SMALL_SAMPLES_SHARE));
            double column = Math.max(side, numbers.minWidth(-1));
            place(samples, 0, 0, column, side);
            place(numbers, 0, side + GAP, column, list);
            place(chart, column + 2 * GAP, 0, width - column - 2 * GAP, height);
        } else if (small) {
            double side = Math.max(0, Math.min(height * SMALL_SAMPLES_SHARE, width - numbers.minWidth(-1) - GAP));
            double top = Math.max(side, list);
            place(samples, 0, 0, side, side);
            place(numbers, side + GAP, 0, width - side - GAP, top);
            place(chart, 0, top + GAP / 2, width, height - top - GAP / 2);
        } else if (width > 1.35 * height && width - beside() - GAP > CHART_WIDTH * letter()) {
            double side = beside();
            place(samples, 0, 0, side, height);
            place(chart, side + GAP, 0, width - side - GAP, height);
        } else {
            double side = Math.min(width, Math.max(height * SAMPLES_SHARE, height - CHART_HEIGHT * letter()));
            place(samples, 0, 0, width, side);
            place(chart, 0, side + GAP, width, height - side - GAP);
        }
    }

    /** The width of samples with the chart at their side. */
    private double beside() {
        return Math.min(getHeight(), getWidth() * SAMPLES_SHARE);
    }

    private double letter() {
        return type.getFont().getSize();
    }

    private void place(Region child, double x, double y, double width, double height) {
        child.resizeRelocate(
                snapPositionX(x), snapPositionY(y), snapSizeX(Math.max(0, width)), snapSizeY(Math.max(0, height)));
    }
}
