package lipschitzlab.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import lipschitzlab.plot.style.ChartTheme;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** The vertical lines of a chart over time: a step that is marked, and what a person changed while lanes trained. */
final class VerticalLines {
    private static final BasicStroke MARK =
            new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {4, 3}, 0);
    private static final BasicStroke THIN = new BasicStroke(1f);
    private static final BasicStroke HALO = new BasicStroke(2.5f);

    /** Labels of lines that stand close together are below one another. */
    private static final int ROWS = 4;

    private static final double BESIDE_LINE = 3;
    private static final double TOP = 2;
    private static final double BETWEEN_ROWS = 3;
    private static final int PAPER_ALPHA = 205;

    private final XYPlot plot;
    private final ChartTheme theme;
    private List<ValueMarker> marks = List.of();
    private List<ValueMarker> changes = List.of();

    VerticalLines(XYPlot plot, ChartTheme theme) {
        this.plot = plot;
        this.theme = theme;
    }

    void setMarks(double... places) {
        marks = new ArrayList<>();
        for (double place : places) {
            marks.add(new ValueMarker(place, theme.secondary(), MARK));
        }
        put();
    }

    void setMarksOnColours(double... places) {
        marks = new ArrayList<>();
        for (double place : places) {
            marks.add(new ValueMarker(place, Color.BLACK, new BasicStroke(1.5f)));
            marks.add(new ValueMarker(place, Color.WHITE, MARK));
        }
        put();
    }

    void setChanges(List<LanePlot.ChangeLine> lines) {
        changes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            LanePlot.ChangeLine line = lines.get(i);
            Color ink = line.style().ink(theme);
            changes.add(labelled(new ValueMarker(line.place(), ink, THIN), line.text(), ink, i));
        }
        put();
    }

    void setChangesOnColours(List<ChangeMark> made) {
        changes = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            int step = made.get(i).step();
            changes.add(new ValueMarker(step, theme.background(), HALO));
            ValueMarker line = new ValueMarker(step, theme.foreground(), THIN);
            changes.add(labelled(line, made.get(i).text(), theme.foreground(), i));
        }
        put();
    }

    private ValueMarker labelled(ValueMarker line, String text, Color ink, int row) {
        Color paper = theme.background();
        double height = theme.smallFont().getSize2D() + BETWEEN_ROWS;
        line.setLabel(text);
        line.setLabelFont(theme.smallFont());
        line.setLabelPaint(ink);
        line.setLabelBackgroundColor(new Color(paper.getRed(), paper.getGreen(), paper.getBlue(), PAPER_ALPHA));
        line.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        line.setLabelTextAnchor(TextAnchor.TOP_LEFT);
        line.setLabelOffset(new RectangleInsets(TOP + row % ROWS * height, BESIDE_LINE, 0, BESIDE_LINE));
        return line;
    }

    private void put() {
        plot.clearDomainMarkers();
        changes.forEach(plot::addDomainMarker);
        marks.forEach(plot::addDomainMarker);
    }
}
