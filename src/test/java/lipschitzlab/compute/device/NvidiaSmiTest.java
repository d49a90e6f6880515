package lipschitzlab.compute.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NvidiaSmiTest {
    @TempDir
    private Path folder;

    private Path program(String... lines) throws IOException {
        Path script = folder.resolve("nvidia-smi");
        Files.writeString(script, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aLineACardIsReadWithNameGenerationMemoryAndDriver() {
        assertThat(NvidiaSmi.read("NVIDIA H100 80GB HBM3, 9.0, 81559, 570.86.15\nTesla T4, 7.5, 15360, 570.86.15\n")
                        .cards())
                .containsExactly(
                        new NvidiaCard("NVIDIA H100 80GB HBM3", new ComputeCapability(9, 0), 81_559, "570.86.15"),
                        new NvidiaCard("Tesla T4", new ComputeCapability(7, 5), 15_360, "570.86.15"));
    }

    @Test
    void memoryThatTheDriverDoesNotTellIsZero() {
        assertThat(NvidiaSmi.read("NVIDIA GB10, 12.1, [N/A], 580.65.06").cards())
                .extracting(NvidiaCard::memoryMiB)
                .containsExactly(0L);
    }

    @Test
    void anAnswerThatCannotBeReadIsNoCardWithTheLineThatWasFound() {
        NvidiaSmi.Answer answer = NvidiaSmi.read("Tesla T4, [N/A], 15360, 570.86.15");

        assertThat(answer.cards()).isEmpty();
        assertThat(answer.sentence()).contains("'Tesla T4, [N/A], 15360, 570.86.15'");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void memoryInUseIsThatOfTheFirstCardAndNothingWhereTheDriverDoesNotTell() throws IOException {
        String asked = "test \"$1\" = --query-gpu=memory.used || exit 3";
        assertThat(NvidiaSmi.usedMebibytes(program(asked, "echo 1234", "echo 7").toString(), Map.of()))
                .hasValue(1234);
        assertThat(NvidiaSmi.usedMebibytes(program("echo '[N/A]'").toString(), Map.of()))
                .isEmpty();
        assertThat(NvidiaSmi.usedMebibytes(program("echo 1234", "exit 9").toString(), Map.of()))
                .isEmpty();
        assertThat(NvidiaSmi.usedMebibytes(folder.resolve("not-here").toString(), Map.of()))
                .isEmpty();
    }

    @Test
    void withoutADriverThereIsNoCard() {
        NvidiaSmi.Answer answer =
                NvidiaSmi.ask(folder.resolve("nvidia-smi-is-not-here").toString(), Map.of());

        assertThat(answer.cards()).isEmpty();
        assertThat(answer.sentence()).startsWith("No NVIDIA driver was found");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDriverThatFailsIsQuoted() throws IOException {
        Path failing = program("echo 'NVIDIA-SMI has failed because it could not reach the NVIDIA driver.'", "exit 9");

        assertThat(NvidiaSmi.ask(failing.toString(), Map.of()).sentence())
                .contains("'NVIDIA-SMI has failed because it could not reach the NVIDIA driver.'");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void cardsThatTheEnvironmentHidesAreNotAskedFor() throws IOException {
        Path echo = program("echo \"$3, 7.5, 1, 2\"");

        assertThat(NvidiaSmi.ask(echo.toString(), Map.of("CUDA_VISIBLE_DEVICES", "1"))
                        .cards())
                .extracting(NvidiaCard::name)
                .containsExactly("--id=1");
        assertThat(NvidiaSmi.ask(echo.toString(), Map.of("CUDA_VISIBLE_DEVICES", ""))
                        .sentence())
                .contains("CUDA_VISIBLE_DEVICES");
    }

    @Test
    void generationsCompareAsNumbers() {
        assertThat(ComputeCapability.of("12.0")).isGreaterThan(ComputeCapability.of("9.0"));
        assertThat(ComputeCapability.of("8.10")).isGreaterThan(ComputeCapability.of("8.9"));
        assertThatThrownBy(() -> ComputeCapability.of("sm_90")).hasMessageContaining("'sm_90'");
    }
}
