package lipschitzlab.desktop.card;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import lipschitzlab.desktop.control.LaneMark;
import lipschitzlab.desktop.control.Texts;
import lipschitzlab.plot.curve.CurveReadout;

/** The values of all curves at one place, each with its lane's mark. */
final class ReadoutBox extends VBox {
    private static final int COLUMNS = 3;
    private static final int ROWS = 6;

    private final Label head = new Label();
    private final GridPane rows = new GridPane();
    private List<CurveReadout.Reading> shown = List.of();

    ReadoutBox() {
        getStyleClass().add("readout");
        setMouseTransparent(true);
        head.getStyleClass().add("readout-place");
        rows.setHgap(6);
        getChildren().setAll(head, rows);
    }

    /** Shows these values. */
    void show(String place, List<CurveReadout.Reading> readings) {
        head.setText(place);
        boolean same = shown.size() == readings.size();
        for (int i = 0; same && i < readings.size(); i++) {
            same = shown.get(i).title().equals(readings.get(i).title())
                    && shown.get(i).style().equals(readings.get(i).style());
        }
        if (!same) {
            rows.getChildren().clear();
            for (int i = 0; i < readings.size(); i++) {
                CurveReadout.Reading reading = readings.get(i);
                Label title = new Label(reading.title());
                title.getStyleClass().add("readout-title");
                Label value = new Label();
                value.getStyleClass().add("readout-value");
                GridPane.setHalignment(value, HPos.RIGHT);
                int column = i / ROWS * COLUMNS;
                rows.add(new LaneMark(reading.style()), column, i % ROWS);
                rows.add(title, column + 1, i % ROWS);
                rows.add(value, column + 2, i % ROWS);
            }
        }
        shown = List.copyOf(readings);
        for (int i = 0; i < readings.size(); i++) {
            Node value = rows.getChildren().get(COLUMNS * i + 2);
            ((Label) value).setText(inWords(readings.get(i)));
        }
    }

    private static String inWords(CurveReadout.Reading reading) {
        return Texts.number(reading.value()).replace('-', '−');
    }

    /** The same in words, for a screen reader. */
    String words() {
        StringBuilder words = new StringBuilder(head.getText());
        shown.forEach(reading ->
                words.append("; ").append(reading.title()).append(": ").append(inWords(reading)));
        return words.toString();
    }
}
