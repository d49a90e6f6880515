package lipschitzlab.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.TinyPresets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingCurvesTest {
    private final Experiment experiment = Experiment.open(TinyPresets.toy(), EngineUnderTest.chosen());

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        experiment.close();
    }

    private void step() throws InterruptedException {
        experiment.step();
        experiment.awaitRest();
    }

    private List<String> rows() throws IOException {
        return Files.readAllLines(folder.resolve("curves.csv"));
    }

    @Test
    void whatIsThereStaysAndWhatCameSinceStandsBehindIt() throws IOException, InterruptedException {
        GrowingCurves curves = new GrowingCurves(folder);
        step();
        curves.grow(experiment.lanes());
        List<String> before = rows();
        step();

        curves.grow(experiment.lanes());

        assertThat(before.get(0)).isEqualTo("lane,step,seconds,metric,value");
        assertThat(rows().subList(0, before.size())).isEqualTo(before);
        assertThat(rows()).doesNotHaveDuplicates();
        assertThat(rows().subList(before.size(), rows().size()))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.split(",")[1]).isEqualTo("2"));
        List<String> grown = rows();
        CurveFile.write(
                folder.resolve("whole.csv"),
                experiment.lanes().stream().collect(Collectors.toMap(lane -> lane.id(), lane -> lane.history())));
        assertThat(grown).containsExactlyInAnyOrderElementsOf(Files.readAllLines(folder.resolve("whole.csv")));
    }

    @Test
    void aRowThatWasCutOffIsWrittenAgain() throws IOException, InterruptedException {
        GrowingCurves curves = new GrowingCurves(folder);
        step();
        curves.grow(experiment.lanes());
        Files.writeString(folder.resolve("curves.csv"), "spectral-norm,2,0.0", StandardOpenOption.APPEND);
        step();

        curves.grow(experiment.lanes());

        assertThat(rows()).allSatisfy(row -> assertThat(row.split(",")).hasSize(5));
        assertThat(rows()).doesNotHaveDuplicates();
    }

    @Test
    void aResetBeginsTheCurvesOfItsLanesAgain() throws IOException, InterruptedException {
        GrowingCurves curves = new GrowingCurves(folder);
        step();
        curves.grow(experiment.lanes());
        experiment.reset();
        experiment.awaitRest();
        step();

        curves.grow(experiment.lanes());

        assertThat(rows().stream().filter(row -> row.matches("unconstrained,1,[^,]*,gap,.*")))
                .hasSize(1);
    }
}
