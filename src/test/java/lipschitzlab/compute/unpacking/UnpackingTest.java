package lipschitzlab.compute.unpacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import lipschitzlab.compute.device.EngineUnavailableException;
import lipschitzlab.compute.device.UnpackingWatcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class UnpackingTest {
    private static final String INSIDE = "org/example/linux-x86_64/";
    private static final int SIZE = 700_000;

    @TempDir
    private Path folder;

    private final byte[] content = new byte[SIZE];
    private final List<String> told = new CopyOnWriteArrayList<>();
    private Path cache;
    private List<NativeFile> files;

    /** Writes down what it is told; of the progress only the last. */
    private final UnpackingWatcher watcher = new UnpackingWatcher() {
        private long done;

        @Override
        public void waits(Path where) {
            told.add("waits");
        }

        @Override
        public void begins(Path where, long bytes) {
            done = 0;
            told.add("begins " + bytes);
        }

        @Override
        public void advances(long bytes) {
            assertThat(bytes).isGreaterThan(done);
            done = bytes;
        }

        @Override
        public void ends() {
            told.add("ends " + done);
        }
    };

    @BeforeEach
    void makeAnArchive() throws IOException {
        new Random(1).nextBytes(content);
        cache = Files.createDirectory(folder.resolve("cache")).toRealPath();
        Path archive = folder.resolve("example-1.0-linux-x86_64.jar");
        try (OutputStream out = Files.newOutputStream(archive);
                JarOutputStream jar = new JarOutputStream(out)) {
            for (String name : List.of("libone.so.1", "libtwo.so")) {
                JarEntry entry = new JarEntry(INSIDE + name);
                entry.setTime(1_700_000_000_000L);
                jar.putNextEntry(entry);
                jar.write(content);
            }
        }
        files = new ArrayList<>();
        for (String name : List.of("libone.so.1", "libtwo.so")) {
            URL url = new URL("jar:" + archive.toUri() + "!/" + INSIDE + name);
            files.add(NativeFile.of(url, cache).orElseThrow());
        }
    }

    private void unpack() throws IOException {
        new Unpacking(cache, watcher).unpack(files);
    }

    private Path one() {
        return files.get(0).file();
    }

    private static Object identity(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey() + " " + Files.getLastModifiedTime(file);
    }

    @Test
    void whatIsUnpackedIsWholeAndStandsUnderTheArchivesName() throws IOException {
        unpack();

        assertThat(one()).isEqualTo(cache.resolve("example-1.0-linux-x86_64.jar/" + INSIDE + "libone.so.1"));
        assertThat(one()).hasBinaryContent(content);
        assertThat(told).containsExactly("begins " + 2 * SIZE, "ends " + 2 * SIZE);
    }

    @Test
    void whatIsThereIsLeftAloneAndNobodyIsTold() throws IOException {
        unpack();
        Object before = identity(one());
        told.clear();

        unpack();

        assertThat(identity(one())).isEqualTo(before);
        assertThat(told).isEmpty();
    }

    @Test
    void anInterruptedUnpackingIsFinishedAndNoHalfFileIsEverTakenForALibrary() throws IOException {
        unpack();
        told.clear();
        Files.write(one(), new byte[SIZE / 2]);
        Files.write(one().resolveSibling("libone.so.1.part"), new byte[SIZE / 3]);

        unpack();

        assertThat(one()).hasBinaryContent(content);
        assertThat(one().resolveSibling("libone.so.1.part")).doesNotExist();
        assertThat(told).containsExactly("begins " + SIZE, "ends " + SIZE);
    }

    @Test
    void aWholeFileThatNeverGotItsTimeIsRedone() throws IOException {
        unpack();
        Files.write(one(), new byte[SIZE]);

        unpack();

        assertThat(one()).hasBinaryContent(content);
    }

    @Test
    void tooLittleRoomIsToldBeforeAnythingIsWritten() {
        assertThatThrownBy(() -> new Unpacking(cache, watcher).unpack(files, () -> OptionalLong.of(2 * SIZE - 1)))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("take 0.00 GB in " + cache + ", where 0.00 GB are free")
                .hasMessageContaining("-Dorg.bytedeco.javacpp.cachedir=FOLDER");
        assertThat(one()).doesNotExist();
        assertThat(told).isEmpty();
    }

    @Test
    void whereTheSystemDoesNotSayHowMuchRoomThereIsItIsTried() throws IOException {
        new Unpacking(cache, watcher).unpack(files, OptionalLong::empty);
        assertThat(one()).hasBinaryContent(content);
    }

    @Test
    void oneProgramWaitsForAnotherThatUnpacksIntoTheSameFolder() throws IOException {
        waitingFor(() -> assertThat(one()).doesNotExist());

        assertThat(one()).hasBinaryContent(content);
        assertThat(told).containsExactly("waits", "ends 0", "begins " + 2 * SIZE, "ends " + 2 * SIZE);
    }

    @Test
    void waitingIsOverWhereTheOtherProgramHasLeftNothingToDo() throws IOException {
        waitingFor(() -> {
            for (NativeFile file : files) {
                file.unpack(bytes -> {});
            }
        });

        assertThat(told).containsExactly("waits", "ends 0");
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Unpacks while another program holds the lock, which does some work before it lets go of it. */
    private void waitingFor(Work meanwhile) throws IOException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        cache.resolve(Unpacking.LOCK).toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out = other.inputReader()) {
            assertThat(out.readLine()).isEqualTo("held");
            CompletableFuture<Void> mine = CompletableFuture.runAsync(() -> {
                try {
                    unpack();
                } catch (IOException failure) {
                    throw new IllegalStateException(failure);
                }
            });
            await().until(() -> told.contains("waits"));
            assertThat(mine).isNotDone();
            meanwhile.run();

            other.getOutputStream().close();
            mine.join();
        } finally {
            other.destroyForcibly();
        }
    }
}
