package lipschitzlab.compute.unpacking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lipschitzlab.compute.device.NativeFolder;
import lipschitzlab.compute.device.UnpackingWatcher;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Of all the engines' libraries that are on the class path. */
@EnabledOnOs(OS.LINUX)
class BundledLibrariesTest {
    /** Of the GNU C library and of GCC's runtime, which every system has that runs Java. */
    private static final Set<String> SYSTEM = Set.of(
            "libc.so.6",
            "libm.so.6",
            "libdl.so.2",
            "libpthread.so.0",
            "librt.so.1",
            "libutil.so.1",
            "ld-linux-x86-64.so.2",
            "libstdc++.so.6",
            "libgcc_s.so.1");

    /** NVIDIA's driver, and zlib, which Linux's package managers themselves need. */
    private static final Set<String> BESIDE = Set.of("libcuda.so.1", "libz.so.1");

    private static List<NativeFile> files;

    @BeforeAll
    static void unpack() throws IOException {
        Path folder = NativeFolder.ofEngines().prepare();
        List<String> classes = List.of(
                "org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu",
                "org.bytedeco.openblas.global.openblas",
                "org.bytedeco.dnnl.global.dnnl",
                "org.bytedeco.pytorch.global.torch",
                "org.bytedeco.pytorch.global.torch_cuda");
        files = BundledLibraries.of(classes, folder);
        new Unpacking(folder, UnpackingWatcher.NONE).unpack(files);
    }

    private static ElfLibrary read(Path file) throws IOException {
        return ElfLibrary.read(file).orElseThrow();
    }

    private static Set<String> names() throws IOException {
        Set<String> names = new HashSet<>(SYSTEM);
        for (NativeFile file : files) {
            names.add(file.file().getFileName().toString());
            read(file.file()).name().ifPresent(names::add);
        }
        return names;
    }

    @Test
    void eachLibraryFindsAllThatItNeedsAmongTheOthersOrTheSystems() throws IOException {
        Set<String> names = names();
        for (NativeFile file : files) {
            List<String> missing = new ArrayList<>(read(file.file()).needed());
            missing.removeAll(names);
            missing.removeAll(BESIDE);

            assertThat(missing).as(file.file().toString()).isEmpty();
        }
    }

    @Test
    void eachLibraryIsLoadedBehindThoseThatItNeeds() throws IOException {
        List<Path> order = LoadOrder.of(files.stream().map(NativeFile::file).toList());
        Set<String> loaded = new HashSet<>(SYSTEM);
        loaded.addAll(BESIDE);

        assertThat(order).extracting(file -> file.getFileName().toString()).contains("libnd4jcpu.so", "libdnnl.so.3");
        for (Path file : order) {
            ElfLibrary library = read(file);
            assertThat(loaded).as(file.toString()).containsAll(library.needed());
            loaded.add(file.getFileName().toString());
            library.name().ifPresent(loaded::add);
        }
    }

    @Test
    void javaCppFindsAllOfThemUnpackedWhereItLooks() throws IOException {
        for (NativeFile file : files) {
            Object before = Files.getAttribute(file.file(), "unix:ino");

            assertThat(Loader.cacheResource(file.resource()).toPath()).isEqualTo(file.file());
            assertThat(Files.getAttribute(file.file(), "unix:ino")).isEqualTo(before);
        }
    }

    @Test
    void aFileThatIsNoLibraryOfLinuxIsNoneInTheOrder() throws IOException {
        Path text = Files.createTempFile("no", ".library");
        Files.writeString(text, "This is no library, though it has more than the sixty-four bytes of a header.");

        assertThat(ElfLibrary.read(text)).isEmpty();
        assertThat(LoadOrder.of(List.of(text))).isEmpty();
        Files.delete(text);
    }
}
