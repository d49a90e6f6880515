package lipschitzlab.desktop.weights;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.event.ActionEvent;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import lipschitzlab.desktop.card.ChartPane;
import lipschitzlab.desktop.control.BackgroundRunner;
import lipschitzlab.desktop.control.Buttons;
import lipschitzlab.desktop.file.FileDialogs;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.inspection.BoundWords;
import lipschitzlab.inspection.MeasuredWeight;
import lipschitzlab.inspection.SingularValueFile;
import lipschitzlab.inspection.WeightInspection;
import lipschitzlab.plot.RandomMatrixChart;
import lipschitzlab.plot.style.ChartTheme;

/** What was measured of a file: a table of its matrices, the chosen one's singular values, and what their product says. */
final class WeightsDialog {
    private static final ButtonType SAVE = new ButtonType("Save the table (CSV) …", ButtonData.LEFT);
    private static final FileDialogs.Kind CSV = new FileDialogs.Kind("Table (CSV)", List.of(".csv"));
    private static final double WIDTH = 900;
    private static final int NAMED = 3;
    private static final double TABLE_HEIGHT = 230;
    private static final double CHART_HEIGHT = 300;

    private final LabModel model;
    private final FileDialogs dialogs;
    private final WeightInspection inspection;
    private final BackgroundRunner runner;
    private final RandomMatrixChart chart;
    private final ChartPane pane;

    /** @param runner this dialog's from now on, which ends it when it is closed */
    WeightsDialog(
            LabModel model,
            FileDialogs dialogs,
            WeightInspection inspection,
            BackgroundRunner runner,
            ChartTheme theme) {
        this.model = model;
        this.dialogs = dialogs;
        this.inspection = inspection;
        this.runner = runner;
        this.chart = new RandomMatrixChart(theme);
        this.pane = new ChartPane(runner, failure -> model.report("The chart could not be drawn", failure));
    }

    /** Shows it until it is closed; returns at once. */
    void show(Window owner) {
        Alert dialog = new Alert(Alert.AlertType.NONE, "", SAVE, Buttons.CLOSE);
        dialog.initOwner(owner);
        dialog.setTitle("Lipschitz Lab");
        dialog.setHeaderText("Weights in " + inspection.file().getFileName());
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(content());
        Button save = (Button) dialog.getDialogPane().lookupButton(SAVE);
        save.setId("save-weights");
        save.addEventFilter(ActionEvent.ACTION, event -> {
            save(owner);
            event.consume();
        });
        dialog.setOnHidden(event -> runner.finish());
        dialog.show();
    }

    private VBox content() {
        TableView<MeasuredWeight> table = table();
        Label note = words("", "note");
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        pane.setId("weights-chart");
        pane.setPrefHeight(CHART_HEIGHT);
        VBox.setVgrow(pane, Priority.ALWAYS);
        table.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                pane.show(chart.chart(), () -> chart.show(chosen));
                note.setText(chosen.note());
            }
        });
        table.getSelectionModel().selectFirst();
        VBox content = new VBox(8, table, note, pane);
        content.setPrefWidth(WIDTH);
        content.setMinWidth(WIDTH);
        BoundWords.of(inspection).forEach(text -> content.getChildren().add(words(text, "bound")));
        content.getChildren().add(words(BoundWords.RANDOM, "note"));
        leftOut().forEach(text -> content.getChildren().add(words(text, "note")));
        return content;
    }

    private List<String> leftOut() {
        List<String> texts = new ArrayList<>();
        inspection.leftOut().stream()
                .limit(NAMED)
                .forEach(one -> texts.add("Left out: " + one.name() + " (" + one.why() + ")"));
        int more = inspection.leftOut().size() - NAMED;
        if (more > 0) {
            texts.add("and " + more + " more");
        }
        return texts;
    }

    private static Label words(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private TableView<MeasuredWeight> table() {
        TableView<MeasuredWeight> table = new TableView<>();
        table.setId("weights");
        table.setPrefHeight(TABLE_HEIGHT);
        table.getColumns()
                .setAll(List.of(
                        column("Array", 165, MeasuredWeight::name),
                        column("Shape", 120, weight -> WeightInspection.words(weight.shape())),
                        column("As a matrix", 110, weight -> weight.matrix().toString()),
                        column("σ₁", 65, weight -> number("%.4g", weight.largest())),
                        column("Random σ₁", 105, weight -> number("%.4g", weight.randomLargest())),
                        column("Stable rank", 120, weight -> number("%.2f", weight.stableRank())),
                        column("Note", 180, MeasuredWeight::note)));
        table.getItems().setAll(inspection.weights());
        return table;
    }

    private static TableColumn<MeasuredWeight, String> column(
            String title, double width, Function<MeasuredWeight, String> text) {
        TableColumn<MeasuredWeight, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        return column;
    }

    private static String number(String format, double number) {
        return Double.isNaN(number) ? "–" : String.format(Locale.ROOT, format, number);
    }

    private void save(Window owner) {
        String name = inspection.file().getFileName().toString().replaceFirst("\\.[^.]*$", "") + "-singular-values.csv";
        dialogs.save(owner, "Save the singular values", name, List.of(CSV)).ifPresent(this::write);
    }

    private void write(Path file) {
        runner.run(
                () -> {
                    SingularValueFile.write(file, inspection);
                    return file;
                },
                saved -> model.say("Saved to " + saved),
                failure -> model.report("The table could not be saved", failure));
    }
}
