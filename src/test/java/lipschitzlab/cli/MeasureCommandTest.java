package lipschitzlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.compute.device.EngineCatalog;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.MeasuredClasses;
import lipschitzlab.measurement.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The pictures of a run that is over are compared with real ones. */
class MeasureCommandTest {
    private static final int PICTURES = 500;
    private static final int PIXELS = 28 * 28;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        CommandLine line = LabCommand.commandLine(new NoWindow(), EngineCatalog::ofThisMachine);
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return LabCommand.execute(line, arguments);
    }

    /** Pictures without labels, so that no classifier is trained. */
    private Path pictures() throws IOException {
        ByteBuffer idx = ByteBuffer.allocate(16 + PICTURES * PIXELS);
        idx.putInt(0x00000803).putInt(PICTURES).putInt(28).putInt(28);
        float[] levels = TestStreams.of(1, "pictures").uniforms(PICTURES * PIXELS, 0, 255);
        for (float level : levels) {
            idx.put((byte) level);
        }
        return Files.write(folder.resolve("noise-idx3-ubyte"), idx.array());
    }

    private Path run(String preset, String... more) {
        return run(preset, folder.resolve("run-" + preset), more);
    }

    private Path run(String preset, Path run, String... more) {
        return run(preset, "spectral-norm,unconstrained", run, more);
    }

    private Path run(String preset, String lanes, Path run, String... more) {
        List<String> command =
                new ArrayList<>(List.of("run", preset, "--steps", "2", "--lanes", lanes, "--set", "batch=4"));
        command.addAll(List.of(more));
        command.addAll(List.of("--no-figures", "--out", run.toString()));
        assertThat(execute(command.toArray(String[]::new))).as(err.toString()).isZero();
        return run;
    }

    @Test
    void everyLaneAndRealPicturesAreComparedWithHeldOutOnes() throws IOException {
        Path run = run(
                "mnist",
                "--data",
                pictures().toString(),
                "--set",
                "generator.width=0.03",
                "--set",
                "generatorAverage=0.5",
                "--set",
                "critic.width=0.03");

        assertThat(execute("measure", run.toString())).as(err.toString()).isZero();

        assertThat(out.toString())
                .contains("512 features of a random convolutional network", "50 generated with 50 held-out ones")
                .containsPattern(
                        "spectral-norm +spectral-norm \\(average\\) +unconstrained +unconstrained \\(average\\) +real pictures")
                .containsPattern("coverage( +\\S+){5}");
        assertThat(execute("export", run.toString())).as(err.toString()).isZero();
        assertThat(run.resolve("networks/unconstrained/generator-average.safetensors"))
                .isRegularFile();
        assertThat(out.toString()).contains("Saved 8 files");
        List<String> rows = Files.readAllLines(run.resolve("measures.csv"));
        assertThat(rows).first().isEqualTo("lane,step,metric,value");
        // Seven measures of two generators and their averages, and of real pictures three numbers each.
        assertThat(rows).hasSize(1 + 4 * 7 + 3 * 7);
        assertThat(rows).anyMatch(row -> row.startsWith("unconstrained,2,kernel_distance,"));
        assertThat(rows).anyMatch(row -> row.startsWith("real (median),,kernel_distance,"));

        assertThat(execute("measure", run.toString(), "--by-class")).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(err.toString()).contains("expected a run whose networks read classes");
    }

    @Test
    void classesAreRowsWithTheEndOfRealPicturesInParentheses() {
        MeasuredClasses lane = new MeasuredClasses(
                "spectral-norm",
                2500,
                List.of(
                        Map.of(Metric.KERNEL_DISTANCE, 12.345, Metric.RECALL, 0.5),
                        Map.of(Metric.KERNEL_DISTANCE, 1.0, Metric.RECALL, 0.0)));
        Map<Metric, Floor> real = Map.of(
                Metric.KERNEL_DISTANCE, new Floor(-1, -0.25, 1.5, 80), Metric.RECALL, new Floor(0.8, 0.9, 1, 80));
        ClassMeasureTable.print(new PrintWriter(out), List.of("cat", "dog"), List.of(lane), List.of(real, real));
        assertThat(out.toString())
                .contains("spectral-norm after step 2,500")
                .containsPattern("class +kernel_distance +recall")
                .containsPattern("cat +12\\.3 \\(1\\.5\\) +0\\.50 \\(0\\.80\\)")
                .containsPattern("dog +1\\.0 \\(1\\.5\\) +0\\.00 \\(0\\.80\\)");
    }

    @Test
    void theRecordOfARunThatComparesPicturesSaysByWhichFeaturesAndThatOfAnotherSaysNothing() throws IOException {
        String[] small = {
            "--data", pictures().toString(), "--set", "generator.width=0.03", "--set", "critic.width=0.03", "--set",
        };
        String[] compared = Arrays.copyOf(small, small.length + 1);
        compared[small.length] = "schedule.measuresEvery=2";
        String[] plain = Arrays.copyOf(small, small.length + 1);
        plain[small.length] = "seed=2";
        Path run = run("mnist", "spectral-norm", folder.resolve("compared"), compared);
        assertThat(Files.readString(run.resolve("run.yaml")))
                .containsSubsequence(
                        "record:",
                        "pictureMeasures:",
                        "512 features of a random convolutional network of fixed seed",
                        "generated: 50",
                        "heldOut: 50");
        assertThat(execute(
                        "run",
                        run.resolve("run.yaml").toString(),
                        "--no-figures",
                        "--out",
                        folder.resolve("again").toString()))
                .as(err.toString())
                .isZero();
        assertThat(Files.readString(folder.resolve("again/run.yaml"))).contains("generated: 50");
        assertThat(Files.readString(run("mnist", "spectral-norm", folder.resolve("plain"), plain)
                        .resolve("run.yaml")))
                .doesNotContain("pictureMeasures");
    }

    @Test
    void pointsAreRefusedInWords() {
        Path run = run("eight-gaussians", "--set", "critic.hidden=[4]", "--set", "generator.hidden=[4]");

        assertThat(execute("measure", run.toString())).isEqualTo(LabCommand.BAD_INPUT);

        assertThat(err.toString()).contains("expected pictures to compare").doesNotContain("Exception");
    }

    @Test
    void aFolderWithoutCheckpointsIsRefusedInWords() {
        assertThat(execute("measure", folder.toString())).isEqualTo(LabCommand.BAD_INPUT);

        assertThat(err.toString()).contains("the folder of a run with checkpoints", "a folder without any");
    }
}
