package lipschitzlab.compute.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lipschitzlab.compute.nd4j.cpu.Nd4jCpuProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where native code is unpacked, and what is said where it does not load. */
class NativeCodeTest {
    private static final String PROPERTY = "lipschitzlab.test.cachedir";

    @TempDir
    private Path folder;

    @AfterEach
    void forget() {
        System.clearProperty(PROPERTY);
    }

    private NativeFolder usual(Object... folders) {
        return new NativeFolder(
                PROPERTY, List.of(folders).stream().map(Object::toString).toList());
    }

    @Test
    void theFirstUsualFolderIsLeftToTheLibrary() {
        assertThat(usual(folder.resolve("home"), folder.resolve("tmp")).prepare())
                .isEqualTo(folder.resolve("home"));
        assertThat(System.getProperty(PROPERTY)).isNull();
    }

    @Test
    void whereTheHomeFolderCannotBeWrittenTheNextOneServes() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        assertThat(usual(file.resolve("home"), folder.resolve("tmp")).prepare()).isEqualTo(folder.resolve("tmp"));
        assertThat(System.getProperty(PROPERTY)).isEqualTo(folder.resolve("tmp").toString());
    }

    @Test
    void whereNoFolderServesEachIsNamedWithWhatKeepsIt() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        assertThatThrownBy(() -> usual(file.resolve("home"), "/home/j\uFFFD\uFFFDrg/cache")
                        .prepare())
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining(file.resolve("home") + " cannot be written (")
                .hasMessageContaining("rg/cache has letters that this program's locale has not")
                .hasMessageContaining("-D" + PROPERTY + "=FOLDER")
                .hasMessageNotContaining("AVX2");
    }

    @Test
    void aFileSystemFromWhichNoProgramMayRunIsSeenBeforeAnythingIsUnpacked() throws IOException {
        String real = folder.toRealPath().toString();
        List<String> mounts = List.of(
                "/dev/root / ext4 rw,relatime 0 0",
                "tmpfs " + real.replace(" ", "\\040") + " tmpfs rw,nosuid,noexec 0 0",
                "tmpfs " + real.replace(" ", "\\040") + "/deeper tmpfs rw 0 0");

        assertThat(NativeFolder.trouble(real + "/cache", mounts))
                .hasValueSatisfying(trouble -> assertThat(trouble).contains(real + "/cache", "noexec"));
        assertThat(NativeFolder.trouble(real + "/deeper/cache", mounts)).isEmpty();
        assertThat(NativeFolder.trouble(real + "/cache", List.of())).isEqualTo(Optional.empty());
    }

    /** As ND4J throws it: the true reason is the last of four. */
    private static Throwable chain(String last) {
        UnsatisfiedLinkError innermost = new UnsatisfiedLinkError(last);
        Throwable missing =
                new UnsatisfiedLinkError("no jniopenblas in java.library.path: /usr/lib").initCause(innermost);
        return new ExceptionInInitializerError(new RuntimeException("ND4J is probably missing dependencies.", missing));
    }

    private String said(long freeMiB, String last) {
        return new NativeFailure(Path.of("/cache"), freeMiB).inWords(chain(last));
    }

    @Test
    void whatTheSystemSaidAtLastIsWhatIsTold() {
        assertThat(said(9000, "/cache/a.so: /cache/a.so: failed to map segment from shared object"))
                .startsWith("The system does not let code be loaded from /cache (/cache/a.so: failed to map segment")
                .contains("-Dorg.bytedeco.javacpp.cachedir=FOLDER");
        assertThat(said(46, "/cache/a.so: libnd4jcpu.so: cannot open shared object file: No such file or directory"))
                .startsWith("There was no room to unpack it into /cache: 46 MiB are free there (");
        assertThat(said(9000, "/cache/a.so: libgomp.so.1: cannot open shared object file: No such file or directory"))
                .startsWith("A library that it needs is missing on this system (")
                .contains("libgomp.so.1");
        assertThat(said(9000, "/lib/libc.so.6: version `GLIBC_2.34' not found (required by /cache/a.so)"))
                .startsWith("It needs GLIBC_2.34, which is newer than this system's");
        assertThat(new NativeFailure(Path.of("/cache"), 9000)
                        .inWords(new UnsatisfiedLinkError("no jnind4jcpu in java.library.path: /usr/lib:/lib")))
                .startsWith("The class path holds no native library for this platform (")
                .contains("Build the program on the machine that runs it");
        assertThat(said(9000, "something else")).isEqualTo("something else.");
    }

    @Test
    void aProcessorWithoutAvx2IsRecognisedBeforeAnythingIsLoaded() {
        assertThat(Processor.withoutAvx2("fpu sse2 avx f16c")).isTrue();
        assertThat(Processor.withoutAvx2("fpu sse2 avx avx2 f16c")).isFalse();
        Machine old = new Machine("an old processor, 2 cores", 0, true, List.of(), "No card.");

        assertThatThrownBy(() -> new Nd4jCpuProvider().probe(old))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("AVX2")
                .hasMessageContaining("this one has none (an old processor, 2 cores)")
                .hasMessageContaining("-Plibtorch");
    }
}
