package lipschitzlab.desktop.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/**
 * Controls in a line, as wide as they want to be: some from the left, the others at the right end. Where the line is too short
 * they go on in the next one, so that none is ever cut.
 */
public final class FlowRow extends Pane {
    private static final double LINES_APART = 4;

    private final double gap;
    private final List<Node> right;
    private Optional<Label> filler = Optional.empty();
    private double least;

    public FlowRow(double gap, List<? extends Node> left, List<? extends Node> right) {
        this.gap = gap;
        this.right = List.copyOf(right);
        getChildren().addAll(left);
        getChildren().addAll(right);
        setMinHeight(USE_PREF_SIZE);
    }

    /**
     * Lets one child wrap its words: it then takes the width that the others of its line leave, if that is at least this.
     */
    public FlowRow filledBy(Label label, double minWidth) {
        label.setWrapText(true);
        filler = Optional.of(label);
        least = minWidth;
        return this;
    }

    private boolean fills(Node child) {
        return filler.filter(child::equals).isPresent();
    }

    private double wide(Node child) {
        return fills(child) ? Math.min(least, child.prefWidth(-1)) : child.prefWidth(-1);
    }

    /** A child's width in a line that has so much to spare. */
    private double wide(Node child, double spare) {
        return fills(child) ? Math.min(wide(child) + Math.max(0, spare), child.prefWidth(-1)) : wide(child);
    }

    private Line line(List<Node> nodes, double width) {
        double used = nodes.stream().mapToDouble(this::wide).sum() + (nodes.size() - 1) * gap;
        double spare = width - used;
        double high = nodes.stream()
                .mapToDouble(child -> child.prefHeight(fills(child) ? wide(child, spare) : -1))
                .max()
                .orElse(0);
        double together =
                nodes.stream().mapToDouble(child -> wide(child, spare)).sum() + (nodes.size() - 1) * gap;
        return new Line(List.copyOf(nodes), together, spare, high);
    }

    /** Children that stand beside one another, and how high the highest is. */
    private record Line(List<Node> nodes, double width, double spare, double height) {}

    private List<Line> lines(double width) {
        List<Line> lines = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        double used = 0;
        for (Node child : getManagedChildren()) {
            double more = (nodes.isEmpty() ? 0 : gap) + wide(child);
            if (!nodes.isEmpty() && used + more > width + 0.5) {
                lines.add(line(nodes, width));
                nodes.clear();
                used = 0;
                more = wide(child);
            }
            used += more;
            nodes.add(child);
        }
        if (!nodes.isEmpty()) {
            lines.add(line(nodes, width));
        }
        return lines;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        double widest =
                getManagedChildren().stream().mapToDouble(this::wide).max().orElse(0);
        return snappedLeftInset() + widest + snappedRightInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        double all = lines(Double.MAX_VALUE).stream().mapToDouble(Line::width).sum();
        return snappedLeftInset() + all + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        double inside = width < 0 ? Double.MAX_VALUE : width - snappedLeftInset() - snappedRightInset();
        List<Line> lines = lines(inside);
        double all = lines.stream().mapToDouble(Line::height).sum() + Math.max(0, lines.size() - 1) * LINES_APART;
        return snappedTopInset() + all + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double inside = getWidth() - snappedLeftInset() - snappedRightInset();
        double y = snappedTopInset();
        for (Line line : lines(inside)) {
            double x = snappedLeftInset();
            boolean pushed = false;
            for (Node child : line.nodes()) {
                if (!pushed && right.contains(child)) {
                    x += Math.max(0, inside - line.width());
                    pushed = true;
                }
                double wide = Math.min(inside, wide(child, line.spare()));
                double high = child.prefHeight(fills(child) ? wide : -1);
                child.resizeRelocate(
                        snapPositionX(x),
                        snapPositionY(y + (line.height() - high) / 2),
                        snapSizeX(wide),
                        snapSizeY(high));
                x += wide + gap;
            }
            y += line.height() + LINES_APART;
        }
    }
}
