package lipschitzlab.desktop.panel;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.desktop.model.Differences;
import lipschitzlab.preset.Preset;

/**
 * Names in what lanes differ, in a place of a fixed height: what is below it does not move while a person edits, however much
 * is to be named. What does not fit is counted, and named by the tooltip.
 */
final class DifferencesLine extends Label {
    private static final int LINES = 3;

    /** What a label rounds up its lines by. */
    private static final double SLACK = 4;

    private Optional<Preset> shown = Optional.empty();

    DifferencesLine() {
        setId("differences");
        // Drawn by itself: what fits is found here, and a label would still cut words by the height that it had before.
        Text words = new Text();
        words.getStyleClass().add("words");
        words.textProperty().bind(textProperty());
        words.fontProperty().bind(fontProperty());
        words.wrappingWidthProperty().bind(widthProperty());
        setGraphic(words);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAlignment(Pos.TOP_LEFT);
        setMinWidth(0);
        widthProperty().subscribe(now -> fit());
        fontProperty().subscribe(this::reserve);
    }

    /** Shows in what the lanes of an experiment as it stands differ. */
    void show(Preset preset) {
        shown = Optional.of(preset);
        Hint.set(this, Differences.inWords(preset));
        fit();
    }

    private void reserve(Font font) {
        double height = Math.ceil(height("x" + "\nx".repeat(LINES - 1), 0)) + SLACK;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        fit();
    }

    private void fit() {
        shown.ifPresent(preset -> {
            int named = Differences.count(preset);
            while (named > 1 && getWidth() > 0 && !fits(Differences.inWords(preset, named))) {
                named--;
            }
            setText(Differences.inWords(preset, named));
        });
    }

    private boolean fits(String text) {
        return height(text, getWidth()) <= getMinHeight() - SLACK + 1;
    }

    /** At a width, or without wrapping at 0. */
    private double height(String text, double width) {
        Text measured = new Text(text);
        measured.setFont(getFont());
        measured.setWrappingWidth(width);
        return measured.getLayoutBounds().getHeight();
    }
}
