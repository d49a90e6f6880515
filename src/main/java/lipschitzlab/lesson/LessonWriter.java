package lipschitzlab.lesson;

import java.util.LinkedHashMap;
import java.util.Map;
import lipschitzlab.lesson.Lesson.View;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetWriter;
import lipschitzlab.yaml.YamlText;

/** Writes lessons for showing, their experiment in full. */
public final class LessonWriter {
    private LessonWriter() {}

    /**
     * The lesson as YAML that {@link LessonReader} reads to an equal one.
     *
     * @param lesson one with a single experiment and without a check
     */
    public static String toYaml(Lesson lesson) {
        if (lesson.variants().size() != 1 || lesson.check().isPresent()) {
            throw new IllegalArgumentException("expected one experiment and no check, found "
                    + lesson.variants().size() + " and " + lesson.check());
        }
        Map<String, Object> top = new LinkedHashMap<>();
        top.put("title", lesson.title());
        top.put("claim", lesson.claim());
        top.put("source", lesson.source());
        top.put("do", lesson.steps());
        top.put("lookFor", lesson.lookFor());
        top.put("where", lesson.where());
        top.put("answer", lesson.answer());
        top.put(LessonViewReader.CONTROLS, lesson.controls());
        top.put(LessonViewReader.VIEW, view(lesson.view()));
        Preset preset = lesson.variants().get(0).preset();
        top.put("experiment", Map.of("preset", PresetWriter.keys(preset)));
        return YamlText.of(top);
    }

    static Map<String, Object> view(View view) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put(LessonViewReader.CARD, view.card().id());
        keys.put(LessonViewReader.GROUND, view.surfaceQuantity().id());
        keys.put(LessonViewReader.CURVE, view.curve().id());
        view.layer().ifPresent(layer -> keys.put(LessonViewReader.LAYER, layer));
        return keys;
    }
}
