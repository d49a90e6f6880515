package lipschitzlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lipschitzlab.Launcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A program of its own on a system that has libraries of the engines' names, with nothing unpacked yet. */
@EnabledOnOs(OS.LINUX)
@Timeout(300)
class FirstStartTest {
    private static final List<String> NAMES = List.of(
            "libopenblas.so.0",
            "libgomp.so.1",
            "libgfortran.so.5",
            "libquadmath.so.0",
            "libdnnl.so.3",
            "libnd4jcpu.so",
            "libOpenCL.so.1",
            "libc10.so",
            "libtorch.so",
            "libtorch_cpu.so",
            "libtorch_cpu.so.2");

    @TempDir
    private Path folder;

    @Test
    void aSystemsOwnLibrariesOfTheSameNamesAreNotTaken() throws IOException, InterruptedException {
        Path planted = plant();

        assertThat(start(planted))
                .contains("Unpacking native libraries, once: ", " GB into " + folder.resolve("cache"))
                .containsPattern("nd4j-cpu +Present, can run")
                .doesNotContain("does not load")
                .doesNotContainPattern("libtorch-cpu +Present, cannot run");
        assertThat(unpacked()).isNotEmpty().noneMatch(file -> file.toString().endsWith(".part"));
        assertThat(start(planted))
                .containsPattern("nd4j-cpu +Present, can run")
                .as("the second start has nothing to tell of")
                .doesNotContain("Unpacking");
    }

    /** What the program says that starts there. */
    private String start(Path planted) throws IOException, InterruptedException {
        ProcessBuilder doctor = doctor(planted);
        doctor.environment().put("LD_LIBRARY_PATH", planted.toString());
        Process process = doctor.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(LabCommand.DONE);
        return said;
    }

    private ProcessBuilder doctor(Path planted) {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.library.path=" + planted,
                        "-Dorg.bytedeco.javacpp.cachedir=" + folder.resolve("cache"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        "doctor")
                .directory(folder.toFile())
                .redirectErrorStream(true);
    }

    private List<Path> unpacked() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Libraries that load and hold nothing where there is a C compiler, else files that are no libraries. */
    private Path plant() throws IOException, InterruptedException {
        Path planted = Files.createDirectory(folder.resolve("planted"));
        Path source = Files.writeString(folder.resolve("nothing.c"), "int nothing(void) { return 0; }\n");
        for (String name : NAMES) {
            Path file = Files.writeString(planted.resolve(name), "This is no library.");
            if (Files.isExecutable(Path.of("/usr/bin/gcc"))) {
                Process gcc = new ProcessBuilder(
                                "/usr/bin/gcc", "-shared", "-fPIC", "-Wl,-soname," + name, "-o", file + "", source + "")
                        .inheritIO()
                        .start();
                assertThat(gcc.waitFor(1, TimeUnit.MINUTES)).isTrue();
                assertThat(gcc.exitValue()).isZero();
            }
        }
        return planted;
    }
}
