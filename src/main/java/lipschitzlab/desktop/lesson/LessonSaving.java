package lipschitzlab.desktop.lesson;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.Window;
import lipschitzlab.desktop.file.FileDialogs;
import lipschitzlab.desktop.file.Saving;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.desktop.model.LessonModel;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.lesson.Lesson;
import lipschitzlab.lesson.Lesson.Variant;
import lipschitzlab.lesson.Lesson.View;
import lipschitzlab.lesson.LessonWriter;
import lipschitzlab.preset.Preset;
import lipschitzlab.setting.Setting;

/** Saves the experiment on show, with everything that was changed in it, as a lesson that opens with what the window shows now. */
public final class LessonSaving {
    private final LabModel model;
    private final LessonModel lessons;
    private final Supplier<View> view;
    private final FileDialogs dialogs;
    private final Supplier<Window> owner;

    /** @param view what the window shows now */
    public LessonSaving(
            LabModel model, LessonModel lessons, Supplier<View> view, FileDialogs dialogs, Supplier<Window> owner) {
        this.model = model;
        this.lessons = lessons;
        this.view = view;
        this.dialogs = dialogs;
        this.owner = owner;
    }

    /** Asks for the words, then for a file. */
    public void ask() {
        model.experimentProperty().get().ifPresent(experiment -> {
            Preset preset = experiment.preset();
            new LessonForm(owner.get(), draft(preset), note(preset), words -> save(experiment, words)).show();
        });
    }

    /** The words of the lesson on show, or else what the preset says. */
    private LessonForm.Words draft(Preset preset) {
        View shown = view.get();
        return lessons.lessonProperty()
                .get()
                .map(lesson -> new LessonForm.Words(
                        lesson.title(),
                        lesson.claim(),
                        lesson.source(),
                        lesson.steps(),
                        lesson.lookFor(),
                        lesson.where(),
                        lesson.answer()))
                .orElseGet(() -> new LessonForm.Words(
                        preset.title(),
                        "",
                        "ours",
                        List.of("Press Play (Space)."),
                        preset.lookFor(),
                        "“" + shown.card().title() + "” on the cards; the curve “"
                                + shown.curve().title() + "” below them.",
                        ""));
    }

    private String note(Preset preset) {
        List<String> controls = controls(preset);
        return "The lesson opens with the chart, surface, layer and curve that the window shows now. Its panel "
                + (controls.isEmpty() ? "has no controls." : "has these controls: " + String.join(", ", controls) + ".")
                + " Every field above must say something.";
    }

    /** The lesson's own where one is on show, otherwise what the lanes' constraints have. */
    private List<String> controls(Preset preset) {
        return lessons.lessonProperty().get().map(Lesson::controls).orElseGet(() -> preset.lanes().stream()
                .flatMap(lane -> lane.constraint().settings().stream())
                .map(Setting::key)
                .distinct()
                .toList());
    }

    private boolean save(Experiment experiment, LessonForm.Words words) {
        Optional<Path> file =
                dialogs.save(owner.get(), "Save the lesson", fileName(words.title()), List.of(Saving.YAML));
        file.ifPresent(path -> {
            String yaml = LessonWriter.toYaml(lesson(experiment.resolved(), words));
            Saving.save(model, "The lesson could not be saved", path, () -> yaml);
        });
        return file.isPresent();
    }

    private Lesson lesson(Preset preset, LessonForm.Words words) {
        return new Lesson(
                preset.name(),
                words.title(),
                words.claim(),
                words.source(),
                words.steps(),
                words.lookFor(),
                words.where(),
                words.answer(),
                List.of(new Variant("", preset)),
                false,
                controls(preset),
                view.get(),
                Optional.empty());
    }

    private static String fileName(String title) {
        String words =
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return (words.isEmpty() ? "lesson" : words) + Saving.YAML.endings().get(0);
    }
}
