package lipschitzlab.desktop;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import javafx.stage.Window;
import lipschitzlab.experiment.Lesson;
import lipschitzlab.experiment.LessonReader;
import lipschitzlab.experiment.Preset;
import lipschitzlab.experiment.PresetReader;

/** Opens files: presets, records of runs and lessons, told apart by their keys. */
final class FileOpener {
    private final LabModel model;
    private final PresetOpener presets;
    private final LessonModel lessons;
    private final FileDialogs dialogs;
    private final Supplier<Window> owner;

    FileOpener(LabModel model, PresetOpener presets, LessonModel lessons, FileDialogs dialogs, Supplier<Window> owner) {
        this.model = model;
        this.presets = presets;
        this.lessons = lessons;
        this.dialogs = dialogs;
        this.owner = owner;
    }

    /** Asks for a file of any kind and opens it. */
    void ask() {
        ask("Open a preset or a lesson", "Presets, run records and lessons");
    }

    /** As {@link #ask()}, in words for somebody who looks for a lesson. */
    void askForLesson() {
        ask("Open a lesson", "Lessons");
    }

    private void ask(String title, String kind) {
        dialogs.open(owner.get(), title, kind, "*.yaml", "*.yml").ifPresent(this::open);
    }

    /** Reads in the background; what was found is opened on the window's thread. */
    private void open(Path file) {
        model.inBackground("The file " + file + " could not be read", () -> opening(file), Runnable::run);
    }

    private Runnable opening(Path file) {
        if (LessonReader.recognises(file)) {
            Lesson lesson = LessonReader.read(file);
            return () -> lessons.open(lesson);
        }
        Preset preset = PresetReader.read(file, Map.of());
        return () -> presets.open(preset);
    }
}
