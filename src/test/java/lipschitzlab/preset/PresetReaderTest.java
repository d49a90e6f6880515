package lipschitzlab.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.constraint.ConstraintSet;
import lipschitzlab.constraint.GradientPenalty;
import lipschitzlab.dataset.DatasetKind;
import lipschitzlab.experiment.PresetText;
import lipschitzlab.network.Architecture.Mlp;
import lipschitzlab.network.Architecture.StandardCnn;
import lipschitzlab.objective.Objective;
import lipschitzlab.optimizer.OptimizerKind;
import lipschitzlab.setting.Assignment;
import lipschitzlab.setting.ByKey;
import lipschitzlab.setting.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresetReaderTest {
    @TempDir
    Path folder;

    private Preset read(Object text) throws IOException {
        return PresetReader.read(Files.writeString(folder.resolve("small.yaml"), text.toString()), Map.of());
    }

    @Test
    void everythingWrittenIsReadAndTheRestIsAtItsDefault() throws IOException {
        Preset preset = read(PresetText.small());
        assertThat(preset.name()).isEqualTo("small");
        assertThat(preset.title()).isEqualTo("A small one");
        assertThat(preset.lookFor()).isEqualTo("Nothing much");
        assertThat(preset.shared().get(SharedSettings.SEED)).isEqualTo(7);
        assertThat(preset.shared().get(SharedSettings.STEPS)).isEqualTo(40);
        assertThat(preset.shared().get(SharedSettings.DIAGNOSTICS_EVERY)).isEqualTo(50);
        assertThat(preset.data().kind()).isEqualTo(DatasetKind.DISJOINT);
        assertThat(ByKey.value(preset.data().values(), "distance")).isEqualTo(2.5);
        assertThat(preset.generator()).isEqualTo(new GeneratorSpec.Trained(new Mlp(List.of(16, 8), 0), 1));
        assertThat(preset.critic()).isEqualTo(new Mlp(List.of(32), 0.1));
        assertThat(preset.tuning()).isEmpty();
        assertThat(preset.changes())
                .containsExactly(
                        new Change.Value(10, "gradient-penalty", new Assignment<>(GradientPenalty.LAMBDA, 1e1)));
    }

    @Test
    void lanesTakeTheirConstraintFromTheirIdUnlessTheyStateIt() throws IOException {
        List<LaneSpec> lanes = read(PresetText.small()).lanes();
        assertThat(lanes).extracting(LaneSpec::id).containsExactly("gradient-penalty", "slow-clipping");
        assertThat(lanes)
                .extracting(LaneSpec::constraint)
                .containsExactly(
                        ConstraintSet.of(ConstraintKind.GRADIENT_PENALTY),
                        ConstraintSet.of(ConstraintKind.WEIGHT_CLIPPING));
        assertThat(lanes).extracting(LaneSpec::optimizer).containsExactly(OptimizerKind.ADAM, OptimizerKind.RMS_PROP);
        assertThat(lanes).extracting(LaneSpec::objective).containsExactly(Objective.WASSERSTEIN, Objective.HINGE);
        assertThat(ByKey.value(lanes.get(0).values(), "constraint"))
                .isEqualTo(ConstraintSet.of(ConstraintKind.GRADIENT_PENALTY));
    }

    @Test
    void oneLearningRateIsForBothNetworks() throws IOException {
        LaneSpec shared = read(PresetText.small()).lanes().get(0);
        assertThat(shared.values().get(LaneSettings.GENERATOR_LEARNING_RATE)).isEqualTo(1e-4);
        LaneSpec apart = read(PresetText.small().line(19, "    generatorLearningRate: 5e-5"))
                .lanes()
                .get(0);
        assertThat(apart.values().get(LaneSettings.LEARNING_RATE)).isEqualTo(1e-4);
        assertThat(apart.values().get(LaneSettings.GENERATOR_LEARNING_RATE)).isEqualTo(5e-5);
    }

    @Test
    void unwiseValuesAreAllowed() throws IOException {
        LaneSpec lane = read(PresetText.small().line(20, "    learningRate: 1000"))
                .lanes()
                .get(0);
        assertThat(lane.values().get(LaneSettings.LEARNING_RATE)).isEqualTo(1000);
    }

    @Test
    void lanesAndScheduleMayBeLeftEmpty() throws IOException {
        Preset preset = read(PresetText.small().line(16, "  # steps: 40").without(19, 26));
        assertThat(preset.shared().get(SharedSettings.STEPS)).isEqualTo(3000);
        assertThat(preset.lanes()).hasSize(1);
    }

    @Test
    void aByteOrderMarkWindowsLineEndsAndARecordAreNoTrouble() throws IOException {
        String text = "\uFEFF" + PresetText.small().toString().replace("\n", "\r\n")
                + "record:\r\n  engine: any\r\n  deep: {list: [1, {x: y}]}\r\n";
        assertThat(read(text).title()).isEqualTo("A small one");
    }

    @Test
    void picturesTakeTheConvolutionalNetworkAndDenseLayers() throws IOException {
        Preset preset = read(PresetText.small()
                .line(7, "  kind: shapes")
                .line(8, "")
                .line(13, "  kind: standard-cnn")
                .line(14, "  width: 0.25"));
        assertThat(preset.critic()).isEqualTo(new StandardCnn(0.25));
        assertThat(((GeneratorSpec.Trained) preset.generator()).architecture()).isInstanceOf(Mlp.class);
    }

    @Test
    void aGeneratorsFirstSamplesCanStartCloserTogether() throws IOException {
        PresetText text = PresetText.small().line(11, "  hidden: [16, 8]\n  outputScale: 0.3");
        assertThat(read(text).generator()).isEqualTo(new GeneratorSpec.Trained(new Mlp(List.of(16, 8), 0), 0.3));
        assertThatThrownBy(() -> read(PresetText.small().line(11, "  hidden: [16, 8]\n  outputScale: 0")))
                .hasMessageContaining("greater than 0");
        assertThatThrownBy(() -> read(PresetText.small().line(14, "  hidden: [16, 8]\n  outputScale: 0.3")))
                .hasMessageContaining("a key of critic");
        assertThatThrownBy(
                        () -> read(PresetText.small().line(10, "  kind: frozen").line(11, "  outputScale: 0.3")))
                .hasMessageContaining("outputScale belongs to a generator that is a network");
    }

    @Test
    void aFrozenGeneratorIsRealDataWithUnitNoiseUnlessThePresetSaysHowMuch() throws IOException {
        PresetText text = PresetText.small().line(10, "  kind: frozen").line(11, "");
        assertThat(read(text).generator()).isEqualTo(new GeneratorSpec.Frozen(1));
        assertThat(read(text.line(11, "  noise: 0.5")).generator()).isEqualTo(new GeneratorSpec.Frozen(0.5));
        assertThatThrownBy(() -> read(text.line(11, "  noise: 0")))
                .hasMessageContaining("greater than 0")
                .hasMessageContaining("11");
        assertThatThrownBy(() -> read(text.line(11, "  hidden: [16]")))
                .hasMessageContaining("hidden belongs to a generator that is a network");
        assertThatThrownBy(() -> read(PresetText.small().line(13, "  kind: frozen")))
                .hasMessageContaining("mlp, standard-cnn");
    }

    @Test
    void aDataFileIsLookedUpBesideThePresetAndThenInTheWorkingFolder() throws IOException {
        PresetText text = PresetText.small().line(7, "  kind: csv").line(8, "  file: points.csv");
        assertThat(read(text).data().file())
                .contains(Path.of("points.csv").toAbsolutePath().normalize());
        Path beside = Files.writeString(folder.resolve("points.csv"), "0,0\n");
        assertThat(read(text).data().file()).contains(beside);
        assertThat(read(text.line(8, "  file:")).data().missesFile()).isTrue();
    }

    /** What is wrong, the line that says so, and parts of the message. */
    record Wrong(String name, Object text, int line, List<String> parts) {
        static Wrong of(String name, Object text, int line, String... parts) {
            return new Wrong(name, text, line, List.of(parts));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Wrong> misspeltAndMisplacedKeys() {
        return List.of(
                Wrong.of("top key", PresetText.small().line(3, "sead: 7"), 3, "'sead'", "Did you mean seed? Allowed"),
                Wrong.of("key of the schedule at the top", PresetText.small().line(3, "steps: 7"), 3, "under schedule"),
                Wrong.of("data key", PresetText.small().line(8, "  distanse: 2"), 8, "Did you mean distance?"),
                Wrong.of("data kind's key missing", PresetText.small().line(7, "  knd: csv"), 7, "Did you mean kind?"),
                Wrong.of(
                        "setting of other data",
                        PresetText.small().line(7, "  kind: swiss-roll"),
                        8,
                        "distance belongs to the data kind disjoint; this one is swiss-roll."),
                Wrong.of("file of made data", PresetText.small().line(8, "  file: x"), 8, "csv or idx"),
                Wrong.of("network key", PresetText.small().line(11, "  hiden: [1]"), 11, "Did you mean hidden?"),
                Wrong.of(
                        "other network's key",
                        PresetText.small().line(14, "  width: 1"),
                        14,
                        "the kinds standard-cnn and resnet"),
                Wrong.of("schedule key", PresetText.small().line(16, "  step: 40"), 16, "Did you mean steps?"),
                Wrong.of(
                        "lane key",
                        PresetText.small().line(20, "    lerningRate: 1e-4"),
                        20,
                        "lane gradient-penalty",
                        "Did you mean learningRate? Allowed here: constraint, objective"),
                Wrong.of(
                        "other constraint's setting",
                        PresetText.small().line(21, "    c: 0.1"),
                        21,
                        "c belongs to the constraint weight-clipping; this lane's is gradient-penalty."),
                Wrong.of(
                        "other optimizer's setting",
                        PresetText.small().line(24, "    decay: 0.9"),
                        24,
                        "decay belongs to the optimizer rmsprop; this lane's is adam."));
    }

    @ParameterizedTest
    @MethodSource("misspeltAndMisplacedKeys")
    void keysThatAreNotAllowedAreRefusedWithTheNearest(Wrong wrong) throws IOException {
        assertRefused(wrong);
    }

    private void assertRefused(Wrong wrong) throws IOException {
        Path file = folder.resolve("small.yaml");
        assertThatThrownBy(() -> read(wrong.text()))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file + ":" + wrong.line() + ": expected ")
                .hasMessageContainingAll(wrong.parts().toArray(new String[0]))
                .hasMessageNotContaining("Exception");
    }

    static List<Wrong> values() {
        return List.of(
                Wrong.of("word for a number", PresetText.small().line(3, "seed: many"), 3, "whole number", "'many'"),
                Wrong.of("negative rate", PresetText.small().line(20, "    learningRate: -1e-4"), 20, "'-1e-4'"),
                Wrong.of("no whole number", PresetText.small().line(4, "batch: 2.5"), 4, "for batch", "'2.5'"),
                Wrong.of("not a number", PresetText.small().line(8, "  distance: .nan"), 8, "from 0.1 to 10"),
                Wrong.of("list for a number", PresetText.small().line(4, "batch: [64]"), 4, "for batch", "a list"),
                Wrong.of("mapping for a number", PresetText.small().line(21, "    lambda: {a: 1}"), 21, "a mapping"),
                Wrong.of("nothing for a number", PresetText.small().line(4, "batch:"), 4, "for batch", "nothing"),
                Wrong.of("list for a title", PresetText.small().line(1, "title: [a]"), 1, "expected text", "a list"),
                Wrong.of("empty title", PresetText.small().line(1, "title: ''"), 1, "found nothing"),
                Wrong.of("list for a mapping", PresetText.small().line(16, "  - 40"), 15, "a mapping for schedule"),
                Wrong.of(
                        "text for a lane",
                        PresetText.small()
                                .line(18, "  unconstrained: yes")
                                .line(19, "")
                                .line(20, "")
                                .line(21, ""),
                        18,
                        "a mapping for lane unconstrained",
                        "'yes'"),
                Wrong.of("data kind", PresetText.small().line(7, "  kind: ring"), 7, "eight-gaussians", "'ring'"),
                Wrong.of("network kind", PresetText.small().line(13, "  kind: rnn"), 13, "mlp, standard-cnn", "'rnn'"),
                Wrong.of(
                        "network for pictures",
                        PresetText.small().line(10, "  kind: standard-cnn").line(11, ""),
                        10,
                        "mlp for data of points (disjoint)"),
                Wrong.of("number for a list", PresetText.small().line(11, "  hidden: 16"), 11, "a list of 1 to 64"),
                Wrong.of("empty list", PresetText.small().line(11, "  hidden: []"), 11, "a list of 0"),
                Wrong.of(
                        "wide layer", PresetText.small().line(11, "  hidden:\n  - 16\n  - 5000"), 13, "from 1 to 4096"),
                Wrong.of("list in a list", PresetText.small().line(11, "  hidden: [[1]]"), 11, "found a list"),
                Wrong.of("objective", PresetText.small().line(19, "    objective: hing"), 19, "hinge", "'hing'"),
                Wrong.of("constraint", PresetText.small().line(23, "    constraint: spectral"), 23, "spectral-norm"),
                Wrong.of("lane's name", PresetText.small().line(22, "  Slow/clipping:"), 22, "lower-case", "'Slow/c"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void impossibleValuesAndTypesAreRefusedWithTheirRange(Wrong wrong) throws IOException {
        assertRefused(wrong);
    }

    static List<Wrong> missingKeys() {
        return List.of(
                Wrong.of("title", PresetText.small().without(1, 1), 1, "the key title"),
                Wrong.of("data", PresetText.small().without(6, 8), 1, "the key data"),
                Wrong.of("data kind", PresetText.small().without(7, 7), 6, "the key kind in data"),
                Wrong.of("generator", PresetText.small().without(9, 11), 1, "the key generator"),
                Wrong.of("critic", PresetText.small().without(12, 14), 1, "the key critic"),
                Wrong.of("network kind", PresetText.small().without(13, 13), 12, "the key kind in critic"),
                Wrong.of("layers", PresetText.small().without(14, 14), 12, "the key hidden in critic"),
                Wrong.of("lanes", PresetText.small().without(17, 26), 1, "the key lanes"),
                Wrong.of("every lane", PresetText.small().without(18, 26), 17, "1 to 8 lanes, found none"),
                Wrong.of("constraint", PresetText.small().without(23, 23), 22, "the key constraint in lane slow-clip"),
                Wrong.of(
                        "misspelt constraint as a name",
                        PresetText.small().line(22, "  weight-cliping:").without(23, 26),
                        22,
                        "Did you mean weight-clipping?"),
                Wrong.of(
                        "misspelt constraint",
                        PresetText.small().line(23, "    constrant: unconstrained"),
                        23,
                        "Did you mean constraint?"));
    }

    @ParameterizedTest
    @MethodSource("missingKeys")
    void missingKeysAreNamedWithTheLineTheyBelongUnder(Wrong wrong) throws IOException {
        assertRefused(wrong);
    }

    static List<Wrong> wrongChanges() {
        return List.of(
                change("step", "{step: -1, lane: gradient-penalty, key: lambda, value: 1}", "from 0", "'-1'"),
                change("lane", "{step: 1, lane: gradient, key: lambda, value: 1}", "Did you mean gradient-penalty?"),
                change("key", "{step: 1, lane: gradient-penalty, key: lamda, value: 1}", "Did you mean lambda?"),
                change("fixed setting", "{step: 1, lane: gradient-penalty, key: beta1, value: 0}", "that can change"),
                change("other lane's", "{step: 1, lane: slow-clipping, key: lambda, value: 1}", "slow-clipping"),
                change("value", "{step: 1, lane: slow-clipping, key: c, value: 0}", "greater than 0", "'0'"),
                change("extension", "{step: 1, lane: slow-clipping, key: extend, value: 0}", "from 1", "'0'"),
                change("missing value", "{step: 1, lane: slow-clipping, key: c}", "the key value in change 1"),
                change("unknown", "{stop: 1, lane: slow-clipping, key: c, value: 1}", "Did you mean step?"),
                change("text", "later", "a mapping for change 1"),
                Wrong.of("a mapping", PresetText.small().line(26, "  step: 1"), 25, "a list of changes"));
    }

    private static Wrong change(String name, String text, String... parts) {
        return Wrong.of(name, PresetText.small().line(26, "  - " + text), 26, parts);
    }

    @ParameterizedTest
    @MethodSource("wrongChanges")
    void changesThatNoLaneCouldMakeAreRefused(Wrong wrong) throws IOException {
        assertRefused(wrong);
    }

    @Test
    void anExtensionIsAChange() throws IOException {
        PresetText text = PresetText.small().line(26, "  - {step: 40, lane: slow-clipping, key: extend, value: 20}");
        assertThat(read(text).changes()).containsExactly(new Change.Extension(40, "slow-clipping", 20));
    }

    static List<Wrong> wrongYaml() {
        return List.of(
                Wrong.of("key twice", PresetText.small().line(4, "seed: 8"), 4, "'seed' a second time", ":3)"),
                Wrong.of("lane's key twice", PresetText.small().line(20, "    lambda: 1"), 21, "'lambda' a second"),
                Wrong.of("tab", PresetText.small().line(7, "\tkind: disjoint"), 7, "a tab", "column 1", "spaces"),
                Wrong.of("colon in text", PresetText.small().line(2, "lookFor: a: b"), 2, "a colon", "column 11"),
                Wrong.of("no colon", PresetText.small().line(3, "seed 7"), 3, "a key without a colon"),
                Wrong.of("open quote", PresetText.small().line(1, "title: 'A small one"), 1, "never closed"),
                Wrong.of("open list", PresetText.small().line(11, "  hidden: [16, 8"), 11, "a list that is not closed"),
                Wrong.of("outdented", PresetText.small().line(20, "   lambda: 1"), 20, "does not line up"),
                Wrong.of("strange start", PresetText.small().line(2, "lookFor: @home"), 2, "begins with", "quotes"),
                Wrong.of("unknown escape", PresetText.small().line(2, "lookFor: \"\\q\""), 2, "found unknown escape"),
                Wrong.of("block text", PresetText.small().line(2, "lookFor: > a"), 2, "expected a comment or a line"),
                Wrong.of("alias", PresetText.small().line(3, "seed: &s 7").line(4, "batch: *s"), 4, "alias '*s'"),
                Wrong.of("unknown alias", PresetText.small().line(4, "batch: *s"), 4, "alias '*s'"),
                Wrong.of("list as key", PresetText.small().line(4, "? [a, b]\n: 1"), 4, "a word before the colon"),
                Wrong.of("two documents", PresetText.small() + "---\ntitle: b\n", 27, "one document"),
                Wrong.of("control character", PresetText.small().line(2, "lookFor: \u0007"), 2, "U+0007"),
                Wrong.of("deep", "title: " + "[".repeat(100_000) + "\n", 1, "levels of nesting"),
                Wrong.of("empty", "", 1, "found an empty file"),
                Wrong.of("comments only", "# nothing yet\n", 1, "found an empty file"),
                Wrong.of("only a word", "hello\n", 1, "found 'hello'"),
                Wrong.of("a list", "\n- title: x\n", 2, "found a list"));
    }

    @ParameterizedTest
    @MethodSource("wrongYaml")
    void wrongYamlIsExplainedInWords(Wrong wrong) throws IOException {
        assertRefused(wrong);
    }

    private static PresetText constrained(String value) {
        return PresetText.small()
                .line(23, "    constraint: " + value)
                .line(24, "")
                .without(25, 26);
    }

    @Test
    void aLaneMayHaveSeveralConstraintsWithTheSettingsOfEach() throws IOException {
        String list = "[spectral-norm, gradient-penalty]\n    lambda: 3\n    powerIterations: 2";
        LaneSpec lane = read(constrained(list)).lanes().get(1);

        assertThat(lane.constraint())
                .isEqualTo(ConstraintSet.of(ConstraintKind.SPECTRAL_NORM, ConstraintKind.GRADIENT_PENALTY));
        assertThat(lane.title()).isEqualTo("slow-clipping");
        assertThat(ByKey.value(lane.values(), "lambda")).isEqualTo(3.0);
        assertThat(ByKey.value(lane.values(), "powerIterations")).isEqualTo(2);
        assertThat(read(constrained("[r1]")).lanes().get(1).constraint())
                .isEqualTo(ConstraintSet.of(ConstraintKind.R1));
        assertThat(read(constrained("dragan + layer-norm")).lanes().get(1).constraint())
                .isEqualTo(ConstraintSet.of(ConstraintKind.DRAGAN, ConstraintKind.LAYER_NORM));
    }

    static List<Wrong> wrongConstraints() {
        return List.of(
                wrongConstraint("unknown", "[spectral-norm, gradient]", "one or several of", "'gradient'"),
                wrongConstraint("twice", "[r1, r1]", "values of constraint that go together", "Name r1 once."),
                wrongConstraint("none", "[]", "one or several of", "an empty list"),
                wrongConstraint("not names", "[{a: b}]", "found a mapping", "[a, b]"),
                wrongConstraint(
                        "two weights",
                        "[spectral-norm, weight-norm]",
                        "found spectral-norm with weight-norm",
                        "keep one"),
                wrongConstraint("two penalties", "[r1, wgan-div]", "found r1 with wgan-div", "keep one of them"),
                wrongConstraint("nothing with something", "[unconstrained, r1]", "nothing is held"),
                Wrong.of(
                        "setting of neither",
                        constrained("[spectral-norm, r1]\n    lambda: 1"),
                        24,
                        "lambda belongs to the constraint gradient-penalty or wgan-lp or dragan;"
                                + " this lane's is spectral-norm + r1."));
    }

    private static Wrong wrongConstraint(String name, String value, String... parts) {
        return Wrong.of(name, constrained(value), 23, parts);
    }

    @ParameterizedTest
    @MethodSource("wrongConstraints")
    void constraintsThatDoNotGoTogetherAreRefusedInWords(Wrong wrong) throws IOException {
        assertRefused(wrong);
    }

    @Test
    void aListOfConstraintsCanBeSetFromOutside() {
        Preset preset = PresetReader.of(
                "eight-gaussians", Map.of("lanes.spectral-norm.constraint", "[spectral-norm, gradient-penalty]"));
        assertThat(preset.lanes().get(0).constraint().title()).isEqualTo("spectral norm + gradient penalty");
        assertThat(preset.lanes().get(0).title()).isEqualTo("spectral-norm");
    }

    @Test
    void moreThanEightLanesAreRefused() throws IOException {
        StringBuilder text =
                new StringBuilder(PresetText.small().without(18, 26).toString());
        for (int i = 1; i <= 9; i++) {
            text.append("  lane-").append(i).append(": {constraint: unconstrained}\n");
        }
        assertRefused(Wrong.of("nine lanes", text, 17, "1 to 8 lanes, found 9"));
    }

    @Test
    void textInAnotherEncodingIsRefusedWithItsLine() throws IOException {
        Path file = folder.resolve("latin.yaml");
        Files.write(file, "title: x\nlookFor: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> PresetReader.read(file, Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file + ":2: ")
                .hasMessageContaining("0xE9");
    }

    @Test
    void missingFilesFoldersAndHugeFilesAreRefused() throws IOException {
        assertThatThrownBy(() -> PresetReader.read(folder.resolve("none.yaml"), Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("nothing there");
        assertThatThrownBy(() -> PresetReader.of(folder.toString(), Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a folder");
        Path huge = Files.write(folder.resolve("huge.yaml"), new byte[(1 << 20) + 1]);
        assertThatThrownBy(() -> PresetReader.read(huge, Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("1 MiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ring", "eight_gaussians", "../presets", "x.yml", "mnist.yaml"})
    void whatIsNoPresetIsRefused(String name) {
        assertThatThrownBy(() -> PresetReader.of(name, Map.of())).isInstanceOf(InputException.class);
    }

    @Test
    void anUnknownNameIsAnsweredWithAllNamesAndTheNearest() {
        assertThatThrownBy(() -> PresetReader.of("swissroll", Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("eight-gaussians, eight-gaussians-controlled, twenty-five-gaussians, swiss-roll")
                .hasMessageContaining("Did you mean swiss-roll?");
    }

    @Test
    void aFileIsReadByItsName() throws IOException {
        Path file =
                Files.writeString(folder.resolve("mine.yml"), PresetText.small().toString());
        assertThat(PresetReader.of(file.toString(), Map.of()).name()).isEqualTo("mine");
    }
}
