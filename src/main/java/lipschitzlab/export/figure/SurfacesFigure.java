package lipschitzlab.export.figure;

import java.util.List;
import java.util.Optional;
import lipschitzlab.diagnostic.PlaneMap;
import lipschitzlab.figure.PaperFigure.FigureForm.Surfaces;
import lipschitzlab.figure.PaperFigure.Result;
import lipschitzlab.lesson.LaneRecord;
import lipschitzlab.plot.FigureSheet;
import lipschitzlab.plot.FigureSheet.Anchor;
import lipschitzlab.plot.SurfacePanel;
import lipschitzlab.plot.style.ChartTheme;

/** The critics' values over the plane: a row for each lane, a column for each variant (Gulrajani et al. 2017, figure 1a). */
public final class SurfacesFigure {
    private static final int SIDE = 236;
    private static final int ROW_TITLE = 30;
    private static final int COLUMN = SurfacePanel.AXIS + SIDE + 10;
    private static final int COLUMN_TITLE = 20;
    private static final int BETWEEN = 24;
    private static final int ROW = SIDE + BETWEEN;

    /** From the baseline of words above a panel to the panel. */
    private static final double ABOVE = 7;

    private static final int RIGHT = 14;

    private final Surfaces form;
    private final List<Result> columns;
    private final int rows;
    private final FigureSheet sheet;

    private SurfacesFigure(Surfaces form, List<Result> columns, ChartTheme theme) {
        this.form = form;
        this.columns = columns;
        this.rows = columns.get(0).lanes().size();
        this.sheet = new FigureSheet(
                theme,
                ROW_TITLE + columns.size() * COLUMN + RIGHT,
                COLUMN_TITLE + rows * ROW - BETWEEN + SurfacePanel.AXIS);
    }

    public static FigureSheet of(Surfaces form, List<Result> columns, ChartTheme theme) {
        SurfacesFigure figure = new SurfacesFigure(form, columns, theme);
        for (int column = 0; column < columns.size(); column++) {
            figure.column(column);
        }
        for (int row = 0; row < figure.rows; row++) {
            String title = columns.get(0).lanes().get(row).title();
            figure.sheet.upright(title, theme.labelFont(), theme.foreground(), ROW_TITLE - 6.0, top(row) + SIDE / 2.0);
        }
        return figure.sheet;
    }

    private static int top(int row) {
        return FigureSheet.HEAD + COLUMN_TITLE + row * ROW;
    }

    private void column(int column) {
        ChartTheme theme = sheet.theme();
        Result result = columns.get(column);
        String title = result.variant().preset().data().kind().title();
        double left = ROW_TITLE + (double) column * COLUMN;
        sheet.text(
                title, theme.titleFont(), theme.foreground(), Anchor.START, left + SurfacePanel.AXIS, top(0) - ABOVE);
        for (int row = 0; row < rows; row++) {
            panel(result, row, column, left);
        }
    }

    private void panel(Result result, int row, int column, double left) {
        LaneRecord lane = result.lanes().get(row);
        Optional<PlaneMap> map = lane.end().flatMap(end -> end.plane());
        boolean last = row == rows - 1;
        SurfacePanel panel = new SurfacePanel(sheet.theme());
        sheet.add(
                map.map(known -> panel.show(known, form.contours(), result.real(), last, column == 0))
                        .orElseGet(panel::missing),
                left,
                top(row),
                SurfacePanel.AXIS + SIDE,
                SIDE + (last && map.isPresent() ? SurfacePanel.AXIS : 0));
        panel.distance()
                .ifPresent(distance -> sheet.text(
                        distance,
                        sheet.theme().smallFont(),
                        sheet.theme().secondary(),
                        Anchor.END,
                        left + SurfacePanel.AXIS + SIDE,
                        top(row) - ABOVE));
    }
}
