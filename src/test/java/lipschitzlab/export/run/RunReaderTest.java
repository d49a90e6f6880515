package lipschitzlab.export.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.LaneState;
import lipschitzlab.export.RunDirectory;
import lipschitzlab.export.RunRecord;
import lipschitzlab.export.RunTexts;
import lipschitzlab.export.checkpoint.RunCheckpoints;
import lipschitzlab.file.FileWrites;
import lipschitzlab.measurement.Curve;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.measurement.SpectrumRecord;
import lipschitzlab.measurement.Surface;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.setting.Assignment;
import lipschitzlab.setting.InputException;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReaderTest {
    private static final List<String> LANES = List.of("spectral-norm", "weight-clipping");

    @TempDir
    private Path folder;

    private static Map<String, String> small() {
        return new HashMap<>(Map.of(
                "schedule.steps", "7",
                "schedule.diagnosticsEvery", "2",
                "generator.hidden", "[8]",
                "critic.hidden", "[8]"));
    }

    private static Preset gaussians() {
        return PresetReader.readBundled("eight-gaussians", small()).withOnly(LANES, "test");
    }

    /** Everything that a run leaves, but for its figures. */
    private Path saved(Experiment experiment) {
        RunDirectory run = RunDirectory.create(folder.resolve("my run"), false);
        run.writeRecord(RunRecord.yaml(experiment));
        run.writeCurves(experiment.lanes());
        run.writeSpectra(experiment.lanes());
        run.writeHistory(experiment.lanes());
        return run.path();
    }

    private Path trained(Preset preset) throws InterruptedException {
        try (Experiment experiment = Experiment.open(preset, EngineUnderTest.chosen())) {
            experiment.play();
            experiment.awaitRest();
            return saved(experiment);
        }
    }

    private static RecursiveComparisonConfiguration exactly() {
        return RecursiveComparisonConfiguration.builder()
                .withStrictTypeChecking(true)
                .build();
    }

    private static void assertSame(Lane opened, Lane trained) {
        assertThat(opened.step()).isEqualTo(trained.step());
        assertThat(opened.horizon()).isEqualTo(trained.horizon());
        assertThat(opened.values()).isEqualTo(trained.values());
        assertThat(opened.changes()).isEqualTo(trained.changes());
        assertThat(opened.history().metrics()).isEqualTo(trained.history().metrics());
        for (Metric metric : trained.history().metrics()) {
            Curve now = opened.history().curve(metric);
            Curve then = trained.history().curve(metric);
            assertThat(now.steps()).isEqualTo(then.steps());
            assertThat(now.values()).as(metric.id()).isEqualTo(then.values());
            assertThat(now.seconds()).containsExactly(then.seconds(), within(0.000_51));
        }
        assertThat(opened.history().frames())
                .usingRecursiveFieldByFieldElementComparator(exactly())
                .isEqualTo(trained.history().frames());
        assertThat(opened.history().spectra())
                .extracting(SpectrumRecord::step)
                .isEqualTo(trained.history().spectra().stream()
                        .map(SpectrumRecord::step)
                        .toList());
        for (int i = 0; i < opened.history().spectra().size(); i++) {
            SpectrumRecord now = opened.history().spectra().get(i);
            SpectrumRecord then = trained.history().spectra().get(i);
            for (int layer = 0; layer < then.layers().size(); layer++) {
                assertThat(now.layers().get(layer).layer())
                        .isEqualTo(then.layers().get(layer).layer());
                assertThat(now.layers().get(layer).sigma())
                        .isEqualTo(then.layers().get(layer).sigma());
                assertThat(now.layers().get(layer).stableRank())
                        .isEqualTo(then.layers().get(layer).stableRank());
            }
        }
    }

    @Test
    void aFinishedRunOpensAsItWasAndTrainsNothing() throws InterruptedException {
        try (Experiment trained = Experiment.open(gaussians(), EngineUnderTest.chosen())) {
            trained.play();
            trained.awaitRest();
            OpenedRun run = RunReader.open(saved(trained));
            assertThat(run.notes()).isEmpty();
            assertThat(run.preset().name()).isEqualTo("my run");
            try (Experiment opened = run.experiment(EngineUnderTest.chosen())) {
                opened.awaitRest();
                assertThat(opened.lanes()).extracting(Lane::id).isEqualTo(LANES);
                for (Lane lane : opened.lanes()) {
                    assertSame(lane, trained.lane(lane.id()));
                    assertThat(lane.state()).isEqualTo(LaneState.FINISHED);
                    assertThat(lane.canContinue()).isFalse();
                    assertThat(lane.snapshot().map(Snapshot::step)).contains(7);
                }
                opened.play();
                opened.awaitRest();
                assertThat(opened.lanes()).extracting(Lane::step).containsOnly(7);
            }
        }
    }

    @Test
    void whatWasChangedInARunIsInItsLanesWithTheHorizonThatWasMoved() throws InterruptedException {
        try (Experiment trained = Experiment.open(gaussians(), EngineUnderTest.chosen())) {
            trained.change("weight-clipping", new Assignment<>(LaneSettings.LEARNING_RATE, 1e-5));
            trained.play();
            trained.awaitRest();
            trained.extend(4);
            trained.play();
            trained.awaitRest();
            try (Experiment opened = RunReader.open(saved(trained)).experiment(EngineUnderTest.chosen())) {
                opened.awaitRest();
                for (Lane lane : opened.lanes()) {
                    assertSame(lane, trained.lane(lane.id()));
                    assertThat(lane.step()).isEqualTo(11);
                }
                assertThat(opened.lane("weight-clipping").values().get(LaneSettings.LEARNING_RATE))
                        .isEqualTo(1e-5);
                opened.reset();
                opened.awaitRest();
                assertThat(opened.lanes()).extracting(Lane::step).containsOnly(0);
            }
        }
    }

    @Test
    void aRunWithCheckpointsOpensExactlyAndTrainsOn() throws Exception {
        try (Experiment trained = Experiment.open(gaussians(), EngineUnderTest.chosen())) {
            trained.play();
            trained.awaitRest();
            Path path = saved(trained);
            try (RunCheckpoints checkpoints =
                    new RunCheckpoints(path, trained, FileWrites.strict(), new RunTexts(trained))) {
                checkpoints.writeAtRest();
            }
            assertThat(RunReader.isRun(path)).isTrue();
            OpenedRun run = RunReader.open(path);
            assertThat(run.notes()).isEmpty();
            try (Experiment opened = run.experiment(EngineUnderTest.chosen())) {
                opened.awaitRest();
                for (Lane lane : opened.lanes()) {
                    assertSame(lane, trained.lane(lane.id()));
                    assertThat(lane.state()).isEqualTo(LaneState.FINISHED);
                    assertThat(lane.canContinue()).isTrue();
                }
                opened.extend(3);
                opened.play();
                opened.awaitRest();
                assertThat(opened.lanes()).extracting(Lane::step).containsOnly(10);
            }
        }
    }

    @Test
    void aLaneWhoseCheckpointsAreDamagedIsShownByTheRunsTables() throws Exception {
        try (Experiment trained = Experiment.open(gaussians(), EngineUnderTest.chosen())) {
            trained.play();
            trained.awaitRest();
            Path path = saved(trained);
            try (RunCheckpoints checkpoints =
                    new RunCheckpoints(path, trained, FileWrites.strict(), new RunTexts(trained))) {
                checkpoints.writeAtRest();
            }
            try (Stream<Path> files = Files.walk(path.resolve("checkpoints"))) {
                for (Path file : files.filter(each ->
                                each.getFileName().toString().contains("spectral-norm") && Files.isRegularFile(each))
                        .toList()) {
                    Files.write(file, new byte[] {1, 2, 3});
                }
            }
            OpenedRun run = RunReader.open(path);
            assertThat(String.join(" ", run.notes())).contains("spectral-norm is shown as the run's tables have it");
            try (Experiment opened = run.experiment(EngineUnderTest.chosen())) {
                opened.awaitRest();
                assertThat(opened.lane("spectral-norm").canContinue()).isFalse();
                assertThat(opened.lane("weight-clipping").canContinue()).isTrue();
                assertThat(opened.lanes()).extracting(Lane::step).containsOnly(7);
            }
        }
    }

    @Test
    void samplesOfATableThatWasScaledAreInTheUnitsOfTrainingAgain() throws Exception {
        StringBuilder table = new StringBuilder("lon,lat\n");
        for (int i = 0; i < 200; i++) {
            table.append(13 + i % 20 * 0.01)
                    .append(',')
                    .append(5_400_000 + i / 20 * 7)
                    .append('\n');
        }
        Path data = Files.writeString(folder.resolve("points.csv"), table);
        Preset preset = PresetReader.of(data.toString(), small());
        preset = preset.withOnly(List.of(preset.lanes().get(0).id()), "test");
        try (Experiment trained = Experiment.open(preset, EngineUnderTest.chosen())) {
            trained.play();
            trained.awaitRest();
            OpenedRun run = RunReader.open(saved(trained));
            List<Snapshot> frames =
                    run.records().values().iterator().next().history().frames();
            List<Snapshot> before = trained.lanes().get(0).history().frames();
            assertThat(frames).hasSameSizeAs(before);
            for (int i = 0; i < frames.size(); i++) {
                assertThat(frames.get(i).samples())
                        .containsExactly(before.get(i).samples(), within(1e-5f));
            }
        }
    }

    @Test
    void picturesKeepTheirShape() throws Exception {
        Map<String, String> tiny = new HashMap<>(small());
        tiny.keySet().removeIf(key -> key.endsWith("hidden"));
        tiny.put("schedule.steps", "2");
        tiny.put("generator.width", "0.03");
        tiny.put("critic.width", "0.03");
        tiny.put("batch", "4");
        Preset preset = PresetReader.readBundled("shapes", tiny).withOnly(List.of("spectral-norm"), "test");
        try (Experiment trained = Experiment.open(preset, EngineUnderTest.chosen())) {
            trained.play();
            trained.awaitRest();
            try (Experiment opened = RunReader.open(saved(trained)).experiment(EngineUnderTest.chosen())) {
                opened.awaitRest();
                assertSame(opened.lanes().get(0), trained.lanes().get(0));
            }
        }
    }

    @Test
    void theCriticOfALineComesBackAsACurve() throws Exception {
        Map<String, String> tiny = new HashMap<>(small());
        tiny.put("schedule.steps", "2");
        Preset preset = PresetReader.readBundled("line", tiny).withOnly(List.of("spectral-norm"), "test");
        try (Experiment trained = Experiment.open(preset, EngineUnderTest.chosen())) {
            trained.play();
            trained.awaitRest();
            try (Experiment opened = RunReader.open(saved(trained)).experiment(EngineUnderTest.chosen())) {
                opened.awaitRest();
                Surface curve =
                        opened.lanes().get(0).snapshot().orElseThrow().surface().orElseThrow();
                assertThat(curve.line()).isTrue();
                assertThat(curve.values())
                        .isEqualTo(trained.lanes()
                                .get(0)
                                .snapshot()
                                .orElseThrow()
                                .surface()
                                .orElseThrow()
                                .values());
            }
        }
    }

    @Test
    void aPartThatIsDamagedIsLeftOutAndTold() throws Exception {
        Path run = trained(gaussians());
        Files.writeString(run.resolve("history/spectral-norm.npz"), "no archive");
        Files.writeString(run.resolve("spectra.csv"), "lane,step\n");
        OpenedRun read = RunReader.open(run);
        assertThat(read.notes()).hasSize(2);
        assertThat(read.notes().get(0)).contains("spectra.csv").contains("lane,step");
        assertThat(read.notes().get(1)).contains("spectral-norm.npz");
        try (Experiment opened = read.experiment(EngineUnderTest.chosen())) {
            opened.awaitRest();
            assertThat(opened.lane("spectral-norm").history().frames()).isEmpty();
            assertThat(opened.lane("spectral-norm").step()).isEqualTo(7);
            assertThat(opened.lane("weight-clipping").history().frames()).isNotEmpty();
        }
    }

    @Test
    void aRunWithoutCurvesOpensForItsFramesAndOneWithNothingIsRefused() throws Exception {
        Path run = trained(gaussians());
        Files.delete(run.resolve("curves.csv"));
        Files.delete(run.resolve("spectra.csv"));
        assertThat(RunReader.isRun(run)).isTrue();
        assertThat(RunReader.open(run).records().get("spectral-norm").position().step())
                .isEqualTo(7);
        try (Stream<Path> histories = Files.list(run.resolve("history"))) {
            for (Path history : histories.toList()) {
                Files.move(history, folder.resolve("elsewhere"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        assertThatThrownBy(() -> RunReader.open(run))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("expected curves or histories of the lanes that run.yaml names, found none")
                .hasMessageContaining("open its run.yaml instead");
    }

    @Test
    void whatIsNoRunIsRefusedInWords() throws IOException {
        assertThat(RunReader.isRun(folder)).isFalse();
        assertThatThrownBy(() -> RunReader.open(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("expected the folder of a run (with run.yaml in it), found a folder without it");
        assertThatThrownBy(() -> RunReader.open(folder.resolve("nowhere")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("found nothing there");
        Files.writeString(folder.resolve("run.yaml"), "title: a preset of that name\n");
        assertThat(RunReader.isRun(folder)).isFalse();
    }
}
