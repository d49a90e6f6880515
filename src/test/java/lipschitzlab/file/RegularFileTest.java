package lipschitzlab.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lipschitzlab.setting.InputException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RegularFileTest {
    private static final String EXPECTED = "a note";

    @TempDir
    Path folder;

    private static AbstractThrowableAssert<?, ?> refusing(Path path) {
        return assertThatThrownBy(() -> new RegularFile(path, EXPECTED).bytes(10))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(path + ": expected a note");
    }

    @Test
    void aFileIsReadUpToTheBoundAndAByteMoreIsRefusedWithBothSizes() throws IOException {
        Path file = Files.writeString(folder.resolve("note"), "0123456789");
        assertThat(new RegularFile(file, EXPECTED).bytes(10)).hasSize(10);
        Files.writeString(file, "0123456789A");
        refusing(file).hasMessageContaining("at most 10 bytes, found 11 bytes");
    }

    @Test
    void aFolderAndAPlaceWithNothingAreNamedAsThat() {
        refusing(folder).hasMessageContaining("found a folder");
        refusing(folder.resolve("nowhere")).hasMessageContaining("found nothing there");
    }

    @Test
    void aLinkIsFollowedAndOneThatLeadsNowhereIsNamedAsThat() throws IOException {
        Path file = Files.writeString(folder.resolve("note"), "abc");
        assertThat(new RegularFile(Files.createSymbolicLink(folder.resolve("link"), file), EXPECTED).bytes(10))
                .hasSize(3);
        Files.delete(file);
        refusing(folder.resolve("link")).hasMessageContaining("a link that leads nowhere");
    }

    @Test
    @Timeout(20)
    void aDeviceWithoutAnEndIsRefusedAndNotRead() {
        Path zero = Path.of("/dev/zero");
        assumeThat(zero).as("a system with devices as files").exists();
        refusing(zero).hasMessageContaining("a device").hasMessageContaining("Save what it gives as a file");
    }

    @Test
    @Timeout(20)
    void aPipeThatNobodyWritesToIsRefusedAndNotWaitedFor() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assumeThat(Path.of("/usr/bin/mkfifo")).as("a system with named pipes").exists();
        assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString())
                        .start()
                        .waitFor())
                .isZero();
        refusing(pipe).hasMessageContaining("a pipe");
    }

    @Test
    void aFileThatTellsASizeOfNothingIsReadNoFurtherThanTheBound() {
        Path told = Path.of("/proc/self/environ");
        assumeThat(told).as("a system that shows processes as files").exists();
        refusing(told).hasMessageContaining("at most 10 bytes, found more");
    }

    @Test
    void sizesAreToldInTheUnitThatAPersonReads() {
        assertThat(RegularFile.inWords(1)).isEqualTo("1 byte");
        assertThat(RegularFile.inWords(1023)).isEqualTo("1023 bytes");
        assertThat(RegularFile.inWords(1 << 16)).isEqualTo("64 KiB");
        assertThat(RegularFile.inWords(1_572_864)).isEqualTo("1.5 MiB");
        assertThat(RegularFile.inWords(3L << 30)).isEqualTo("3 GiB");
    }
}
