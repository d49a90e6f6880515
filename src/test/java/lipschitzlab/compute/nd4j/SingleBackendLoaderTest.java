package lipschitzlab.compute.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import lipschitzlab.compute.device.EngineUnavailableException;
import lipschitzlab.compute.nd4j.cpu.Nd4jCpuProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.factory.Nd4jBackend;

class SingleBackendLoaderTest {
    @TempDir
    private Path folder;

    /** The tests' class path, and ahead of it one that names a CUDA backend whose class cannot be loaded. */
    private ClassLoader withCudaBesides() throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(
                services.resolve(Nd4jBackend.class.getName()), "# a comment\n" + Nd4jPlatform.CUDA.className() + "\n");
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
    }

    @Test
    void nd4jSeesTheWantedBackendAlone() throws IOException {
        ClassLoader onlyCpu = new SingleBackendLoader(withCudaBesides(), Nd4jPlatform.CPU);

        assertThat(ServiceLoader.load(Nd4jBackend.class, onlyCpu).stream().map(ServiceLoader.Provider::get))
                .extracting(backend -> backend.getClass().getName())
                .containsExactly(Nd4jPlatform.CPU.className());
    }

    @Test
    void theOtherServicesAndClassesAreThoseOfTheClassPath() throws IOException, ClassNotFoundException {
        ClassLoader onlyCpu = new SingleBackendLoader(getClass().getClassLoader(), Nd4jPlatform.CPU);

        assertThat(onlyCpu.loadClass(Nd4j.class.getName())).isSameAs(Nd4j.class);
        assertThat(onlyCpu.getResources("META-INF/services/lipschitzlab.compute.device.EngineProvider")
                        .hasMoreElements())
                .isTrue();
    }

    @Test
    void theOtherBackendIsRefusedInWordsOnceOneIsLoaded() {
        Nd4jRuntime.load(Nd4jPlatform.CPU);

        assertThat(Nd4j.getBackend().getClass().getName()).isEqualTo(Nd4jPlatform.CPU.className());
        assertThat(new Nd4jCudaProvider().needsNewStart()).isTrue();
        assertThat(new Nd4jCpuProvider().needsNewStart()).isFalse();
        assertThatThrownBy(() -> Nd4jRuntime.load(Nd4jPlatform.CUDA))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessage("ND4J has loaded its CPU backend already, and a program can load only one. The CUDA backend"
                        + " needs a new start of the program.");
    }
}
