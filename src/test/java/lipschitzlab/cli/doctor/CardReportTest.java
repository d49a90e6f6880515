package lipschitzlab.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lipschitzlab.benchmark.Workload;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.compute.device.EngineCatalog;
import lipschitzlab.compute.device.EngineKind;
import lipschitzlab.setting.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardReportTest {
    private static final ReportEffort SHORT =
            new ReportEffort(4, 1, 2, 3, List.of(Workload.TOY), 0.01, 2, 1, 0.01, 0.0625);

    @TempDir
    private Path folder;

    @Test
    void withoutACardTheRestRunsOnTheProcessorAndWhatCouldNotRunIsSaid() throws IOException, InterruptedException {
        EngineCatalog catalog = EngineCatalog.ofThisMachine();
        Backend backend = catalog.choose(EngineKind.ND4J_CPU.id());
        StringWriter terminal = new StringWriter();
        Path file = folder.resolve("report.txt");

        boolean well = new CardReport(new PrintWriter(terminal), catalog, backend, SHORT).write(file);

        String report = Files.readString(file);
        assertThat(report).isEqualTo(terminal.toString());
        assertThat(report)
                .startsWith("Report of nd4j-cpu, ")
                .contains("operations, ", " calls, 0 wrong")
                .contains("gradient-penalty", "spectral-norm", "layer-norm")
                .contains("-- not run: nd4j-cpu computes on the processor")
                .contains("Lanes together")
                .contains("Colour pictures of 32×32")
                .contains("Not run here: A card that one lane fills while another goes on; Times of the updates on the"
                        + " processor.");
        assertThat(report).as(report).endsWith("No part failed." + System.lineSeparator());
        assertThat(well).isTrue();
        assertThat(report).doesNotContain(System.getProperty("user.home") + "/");
    }

    @Test
    void aFileThatCannotBeWrittenIsRefusedInWords() {
        EngineCatalog catalog = EngineCatalog.ofThisMachine();
        Backend backend = catalog.choose(EngineKind.ND4J_CPU.id());
        CardReport report = new CardReport(new PrintWriter(new StringWriter()), catalog, backend, SHORT);

        assertThatThrownBy(() -> report.write(folder.resolve("nowhere/report.txt")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("Choose a file");
    }

    @Test
    void theHomeFolderIsNotInAReport() throws IOException {
        Path file = folder.resolve("report.txt");
        String home = System.getProperty("user.home");
        StringWriter terminal = new StringWriter();
        try (PrintWriter out = new PrintWriter(new ReportWriter(terminal, file))) {
            out.print("unpacked into " + home);
            out.println("/.javacpp/cache");
            out.print("end");
        }

        assertThat(Files.readString(file)).isEqualTo("unpacked into ~/.javacpp/cache\nend\n");
        assertThat(terminal).hasToString("unpacked into ~/.javacpp/cache\nend\n");
    }
}
