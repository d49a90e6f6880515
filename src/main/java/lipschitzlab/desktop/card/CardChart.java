package lipschitzlab.desktop.card;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.desktop.model.LaneModel;
import lipschitzlab.lesson.CardView;
import lipschitzlab.plot.style.ChartTheme;

/** A card's chart with its numbers above it: whichever view is chosen for all cards. */
public final class CardChart extends VBox {
    private static final String NOT_YET = "not measured yet";
    private static final String NOT_RECORDED = "not recorded: shown of the newest step only";
    private static final String NO_OPERATOR =
            "no such spectrum: this layer's stride is above 1; σ₁ and the operator's norm" + " stand with the matrix";

    private final LaneModel lane;
    private final Label numbers = new Label();
    private final ChartPane pane;
    private CardCharts charts;
    private List<?> shown = List.of();

    public CardChart(LaneModel lane, ChartPane pane, ChartTheme theme) {
        this.lane = lane;
        this.pane = pane;
        this.charts = new CardCharts(lane, theme);
        getStyleClass().add("card-chart");
        numbers.getStyleClass().add("numbers");
        numbers.setWrapText(true);
        numbers.setMinHeight(USE_PREF_SIZE);
        VBox.setVgrow(pane, Priority.ALWAYS);
        setMinSize(0, 0);
        getChildren().setAll(numbers, pane);
    }

    /** Shows again, even what is shown already. */
    void forget() {
        shown = List.of();
    }

    /** Draws anew in other colours. */
    void setTheme(ChartTheme theme) {
        charts = new CardCharts(lane, theme);
        forget();
    }

    /** Shows a view of one layer of all lanes if it differs from what is shown. */
    public void show(CardView view, int layer, List<LaneModel> lanes) {
        Optional<CardDrawing> next = charts.drawing(view, layer, lanes);
        pane.setVisible(next.isPresent());
        next.ifPresentOrElse(this::show, () -> {
            forget();
            numbers.setText(missing(view));
            Hint.set(numbers, "");
        });
    }

    /** Whether it shows that view of that layer as lanes stand now, drawn to its end. */
    public boolean upToDate(CardView view, int layer, List<LaneModel> lanes) {
        List<?> now = charts.drawing(view, layer, lanes)
                .<List<?>>map(CardDrawing::shown)
                .orElse(List.of());
        return pane.idle() && now.equals(shown);
    }

    private String missing(CardView view) {
        if (lane.recordedProperty().get().isPresent()) {
            return NOT_RECORDED;
        }
        boolean measured = lane.snapshotProperty()
                .get()
                .filter(snapshot -> !snapshot.details().operators().isEmpty())
                .isPresent();
        return view == CardView.OPERATOR && measured ? NO_OPERATOR : NOT_YET;
    }

    private void show(CardDrawing drawing) {
        if (!drawing.shown().equals(shown)) {
            shown = drawing.shown();
            pane.show(drawing.chart(), drawing.change());
            numbers.setText(drawing.words());
            Hint.set(numbers, drawing.help());
            Hint.set(pane, drawing.words() + "\n\n" + drawing.help());
        }
    }
}
