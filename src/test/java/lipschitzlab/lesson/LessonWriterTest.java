package lipschitzlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lipschitzlab.constraint.GradientPenalty;
import lipschitzlab.experiment.TinyPresets;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.SurfaceQuantity;
import lipschitzlab.preset.Change;
import lipschitzlab.preset.Preset;
import lipschitzlab.setting.Assignment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonWriterTest {
    @TempDir
    private Path folder;

    private static Lesson lesson(Preset preset, List<String> steps, String lookFor, OptionalInt layer) {
        return new Lesson(
                "mine",
                "Mine: a title",
                "‖∇D‖ stays near 1, or does it?",
                "ours, #3",
                steps,
                lookFor,
                "On the cards",
                "It does, because 'it' must.",
                List.of(new Lesson.Variant("", preset)),
                false,
                List.of("lambda", "seed"),
                new Lesson.View(CardView.GAUGE, SurfaceQuantity.SLOPE, Metric.GENERATOR_SIGNAL, layer),
                Optional.empty());
    }

    @Test
    void aLessonIsReadBackAsItWasWritten() throws IOException {
        Preset preset = TinyPresets.toy()
                .withChanges(List.of(
                        new Change.Value(3, "gradient-penalty", new Assignment<>(GradientPenalty.LAMBDA, 10.0))));
        Lesson written = lesson(
                preset,
                List.of("Press Play (Space).", "- then, \"wait\": [a, b] # and look", "Stop"),
                "Two lines:\nthe first and a second that is so long that it does not fit into the hundred characters of"
                        + " one line of the file",
                OptionalInt.of(2));
        Path file = Files.writeString(folder.resolve("mine.yaml"), LessonWriter.toYaml(written));

        Lesson read = LessonReader.read(file);

        assertThat(read).usingRecursiveComparison().ignoringFields("variants").isEqualTo(written);
        assertThat(LessonWriter.toYaml(read)).isEqualTo(LessonWriter.toYaml(written));
        assertThat(read.variants().get(0).preset().changes()).isEqualTo(preset.changes());
        assertThat(LessonReader.recognises(file)).isTrue();
    }

    @Test
    void aLessonWithoutControlsAndLayerIsReadBackToo() throws IOException {
        Lesson written = lesson(TinyPresets.toy(), List.of("Stop"), "Nothing", OptionalInt.empty());
        Path file = Files.writeString(folder.resolve("mine.yaml"), LessonWriter.toYaml(written));

        assertThat(LessonReader.read(file).view()).isEqualTo(written.view());
        assertThat(LessonReader.read(file).steps()).containsExactly("Stop");
    }

    @Test
    void whatIsCheckedOrHasSeveralExperimentsIsNotWritten() {
        assertThatThrownBy(() -> LessonWriter.toYaml(LessonReader.of("many-modes")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
