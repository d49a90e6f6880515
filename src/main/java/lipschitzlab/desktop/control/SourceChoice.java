package lipschitzlab.desktop.control;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.InputException;
import lipschitzlab.training.SampleSource;

/** Controls that choose what makes the pictures of a grid or of a walk: the averaged generator or the newest one, and a truncation. */
public final class SourceChoice {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private static final String NONE = "none";
    private static final double NARROW = 72;

    private final CheckBox average = new CheckBox("Averaged generator");
    private final Label need = new Label("Needs " + SharedSettings.GENERATOR_AVERAGE.key());
    private final TextField truncation = new TextField();
    private SampleSource last = SampleSource.USUAL;

    /** @param preset whose lanes make the pictures */
    public SourceChoice(Preset preset) {
        boolean kept = SampleSource.hasAverage(preset);
        average.setId("source-average");
        average.setDisable(!kept);
        Hint.set(average, SharedSettings.GENERATOR_AVERAGE.help());
        // Of a disabled control no hint appears.
        need.setId("source-average-need");
        need.getStyleClass().add("note");
        need.setVisible(!kept);
        need.setManaged(!kept);
        truncation.setId("source-truncation");
        truncation.setPromptText(NONE);
        Hint.set(
                truncation,
                SampleSource.TRUNCATION.help() + " It is " + SampleSource.TRUNCATION.range() + ", or empty for none.");
        truncation.textProperty().subscribe(now -> truncation.pseudoClassStateChanged(INVALID, !isRight()));
    }

    /** The switch, with what it needs where no average is kept. */
    public VBox average() {
        return new VBox(2, average, need);
    }

    /** The field for the threshold. */
    public TextField truncation() {
        return truncation;
    }

    /** All controls one below the other, the field with its name. */
    public List<Node> controls() {
        truncation.setPrefWidth(NARROW);
        truncation.setMaxWidth(NARROW);
        HBox name = new HBox(LaneForm.label(SampleSource.TRUNCATION.label(), truncation));
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox line = new HBox(8, name, truncation);
        line.setAlignment(Pos.CENTER_LEFT);
        name.setAlignment(Pos.CENTER_LEFT);
        return List.of(new VBox(8, average(), line));
    }

    /**
     * What is chosen.
     *
     * @throws InputException if the threshold is none
     */
    public SampleSource asked() {
        return SampleSource.of(average.isSelected(), truncation.getText());
    }

    /** What is chosen; while a threshold is being typed that is none yet, the last one that was. */
    public SampleSource newest() {
        if (isRight()) {
            last = asked();
        }
        return last;
    }

    private boolean isRight() {
        String text = truncation.getText();
        if (text.isBlank()) {
            return true;
        }
        try {
            asked();
            return true;
        } catch (InputException wrong) {
            return false;
        }
    }
}
