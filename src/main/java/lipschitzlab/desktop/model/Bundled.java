package lipschitzlab.desktop.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;
import lipschitzlab.lesson.Lesson;
import lipschitzlab.lesson.LessonReader;
import lipschitzlab.lesson.Lessons;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.preset.Presets;

/** The presets and lessons that the program brings along; empty until they are read, in the background. */
public final class Bundled {
    /** They are read this long after the window is open, so that nothing that moves in it is held up. */
    private static final Duration SETTLED = Duration.seconds(2);

    private final LabModel model;
    private final ObservableList<Preset> presets = FXCollections.observableArrayList();
    private final ObservableList<Lesson> lessons = FXCollections.observableArrayList();
    private boolean asked;

    public Bundled(LabModel model) {
        this.model = model;
    }

    /** All bundled presets, in the order of their list. */
    public ObservableList<Preset> presets() {
        return presets;
    }

    /** All bundled lessons, in the order of their list. */
    public ObservableList<Lesson> lessons() {
        return lessons;
    }

    /** The bundled lesson of a name; empty if there is none, or it is not read yet. */
    public Optional<Lesson> lesson(String name) {
        return lessons.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** Reads them when the window has settled. */
    public void readSoon() {
        PauseTransition pause = new PauseTransition(SETTLED);
        pause.setOnFinished(event -> read());
        pause.play();
    }

    /** Reads them now, for somebody who looks for one; the first time only. */
    public void read() {
        if (!asked) {
            asked = true;
            model.inBackground("The bundled presets could not be read", Bundled::readPresets, presets::setAll);
            model.inBackground("The bundled lessons could not be read", Bundled::readLessons, lessons::setAll);
        }
    }

    private static List<Preset> readPresets() {
        return Presets.names().stream()
                .map(name -> PresetReader.of(name, Map.of()))
                .toList();
    }

    private static List<Lesson> readLessons() {
        return Lessons.names().stream().map(LessonReader::of).toList();
    }
}
