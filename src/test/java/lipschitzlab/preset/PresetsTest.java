package lipschitzlab.preset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.objective.Objective;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PresetsTest {
    private static final List<String> MORE = List.of("more-methods", "combinations");

    static List<String> names() {
        return Presets.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyOneShowsItsConstraintsAndSaysWhatToLookForAndHowItWasTuned(String name) {
        Preset preset = PresetReader.of(name, Map.of());
        assertThat(preset.name()).isEqualTo(name);
        if (!MORE.contains(name)) {
            assertThat(preset.lanes())
                    .extracting(lane -> lane.constraint().primary())
                    .containsExactly(
                            ConstraintKind.SPECTRAL_NORM,
                            ConstraintKind.GRADIENT_PENALTY,
                            ConstraintKind.WEIGHT_CLIPPING,
                            ConstraintKind.UNCONSTRAINED);
        }
        String[] sentences = preset.lookFor().split("(?<=[.?]) ");
        assertThat(sentences).hasSizeBetween(3, 8);
        assertThat(sentences[0].length() + sentences[1].length())
                .as("the two sentences that are not folded")
                .isLessThan(200);
        assertThat(preset.tuning()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void onlyDigitsAndPhotographsWaitForAFile(String name) {
        assertThat(PresetReader.of(name, Map.of()).data().missesFile()).isEqualTo(name.matches("mnist.*|cifar10.*"));
    }

    @Test
    void everyConstraintIsInSomePreset() {
        assertThat(Presets.names().stream()
                        .flatMap(name -> PresetReader.of(name, Map.of()).lanes().stream())
                        .flatMap(lane -> lane.constraint().kinds().stream()))
                .contains(ConstraintKind.values());
    }

    @Test
    void theDefaultComesFirst() {
        assertThat(Presets.names()).startsWith(Presets.DEFAULT).doesNotHaveDuplicates();
    }

    @Test
    void noPresetFileIsForgotten() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("presets"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString().replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(Presets.names());
        }
    }

    @Test
    void controlledPresetsDifferInTheConstraintAlone() {
        assertThat(PresetReader.of("eight-gaussians-controlled", Map.of()).differences())
                .isEmpty();
        Preset disjoint = PresetReader.of("disjoint", Map.of());
        assertThat(disjoint.differences()).isEmpty();
        assertThat(disjoint.lanes()).extracting(LaneSpec::objective).containsOnly(Objective.SATURATING);
    }
}
