package lipschitzlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import lipschitzlab.Launcher;
import lipschitzlab.compute.device.EngineKind;
import lipschitzlab.compute.device.EngineProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * All that LibTorch loads for a card, on a machine that may have none: in the place of NVIDIA's driver stands a library with the
 * driver's functions, each of which says that there is no device. Only where the profile brings LibTorch with its CUDA, and where
 * there is a C compiler to make it with.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(600)
class StubDriverTest {
    private static final String GCC = "/usr/bin/gcc";
    private static final String NM = "/usr/bin/nm";

    /** Of JavaCPP's, and calls all of the driver's functions. */
    private static final String CALLER = "org/bytedeco/cuda/linux-x86_64/libjnicudart.so";

    /** CUDA_ERROR_NO_DEVICE in NVIDIA's cuda.h. */
    private static final int NO_DEVICE = 100;

    @TempDir
    private Path folder;

    @BeforeEach
    void needACompilerAndTheLibrary() {
        boolean installed = ServiceLoader.load(EngineProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .anyMatch(provider -> provider.id().equals(EngineKind.LIBTORCH_CUDA.id()) && provider.isInstalled());
        assumeTrue(installed, "LibTorch with its CUDA is not on the class path: -Pgpu brings it");
        assumeTrue(
                Files.isExecutable(Path.of(GCC)) && Files.isExecutable(Path.of(NM)),
                "there is no gcc to make a driver's stub with");
    }

    @Test
    void everyLibraryLoadsAndWithoutACardTheLabSaysSoAndTrainsOnTheProcessor()
            throws IOException, InterruptedException {
        Path driver = makeDriver();

        assertThat(said(driver, "doctor"))
                .containsPattern("libtorch-cuda +Present, cannot run. There is a driver, but no card")
                .containsPattern("libtorch-cpu +Present, can run");
        assertThat(said(driver, "run", "eight-gaussians", "--steps=1", "--lanes=unconstrained", "--out=run"))
                .contains("Computes with libtorch-cpu", "There is a driver, but no card");
        assertThat(folder.resolve("run/run.yaml")).content().contains("engine: libtorch-cpu");
    }

    private String said(Path driver, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder lab = new ProcessBuilder(command).directory(folder.toFile());
        lab.environment().put("LD_LIBRARY_PATH", driver.toString());
        lab.environment().put("PATH", driver + ":" + System.getenv("PATH"));
        return output(lab);
    }

    private static String output(ProcessBuilder program) throws IOException, InterruptedException {
        Process process = program.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /** A folder with libcuda.so.1, and with an nvidia-smi that lists a card. */
    private Path makeDriver() throws IOException, InterruptedException {
        Path driver = Files.createDirectory(folder.resolve("driver"));
        Path caller = folder.resolve("caller.so");
        try (InputStream in = StubDriverTest.class.getClassLoader().getResourceAsStream(CALLER)) {
            Files.copy(in, caller);
        }
        String functions = output(new ProcessBuilder(NM, "--dynamic", "--undefined-only", caller.toString()))
                .lines()
                .map(line -> line.strip().replaceFirst("^U ", ""))
                .filter(name -> name.matches("cu[A-Z]\\w+"))
                .map(name -> "int " + name + "(void) { return " + NO_DEVICE + "; }")
                .collect(Collectors.joining("\n"));
        assertThat(functions).contains("cuInit(");
        Path source = Files.writeString(folder.resolve("driver.c"), functions + "\n");
        output(new ProcessBuilder(
                GCC,
                "-shared",
                "-fPIC",
                "-Wl,-soname,libcuda.so.1",
                "-o",
                driver.resolve("libcuda.so.1").toString(),
                source.toString()));
        Path smi =
                Files.writeString(driver.resolve("nvidia-smi"), "#!/bin/sh\necho 'Tesla T4, 7.5, 15360, 560.35.05'\n");
        Files.setPosixFilePermissions(smi, PosixFilePermissions.fromString("rwx------"));
        return driver;
    }
}
