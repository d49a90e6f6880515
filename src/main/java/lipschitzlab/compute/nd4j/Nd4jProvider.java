package lipschitzlab.compute.nd4j;

import java.util.Map;
import java.util.TreeMap;
import lipschitzlab.compute.Device;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.EngineProvider;
import lipschitzlab.compute.EngineUnavailableException;
import lipschitzlab.compute.Machine;
import lipschitzlab.compute.Shape;
import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J on the processor. */
public final class Nd4jProvider implements EngineProvider {
    @Override
    public String id() {
        return "nd4j-cpu";
    }

    @Override
    public boolean present() {
        return true;
    }

    @Override
    public Device probe(Machine machine) {
        try {
            Nd4jRuntime.load();
            checkOneProduct();
        } catch (LinkageError | RuntimeException failure) {
            throw new EngineUnavailableException(
                    "ND4J's native library does not load here (" + failure
                            + "). It needs a 64-bit x86 processor with AVX2, or an Apple one, and the libraries of this"
                            + " platform: build the program on the machine that runs it.",
                    failure);
        }
        return Device.processor(id(), machine, versions());
    }

    @Override
    public Engine create(int threads) {
        Nd4jRuntime.load();
        return new Nd4jEngine(threads);
    }

    private void checkOneProduct() {
        try (Engine engine = create(1)) {
            float[] product = engine.read(engine.matmul(
                    engine.of(new float[] {1, 2, 3, 4}, Shape.of(2, 2)),
                    false,
                    engine.of(new float[] {5, 6, 7, 8}, Shape.of(2, 2)),
                    false));
            if (product[0] != 19 || product[1] != 22 || product[2] != 43 || product[3] != 50) {
                throw new IllegalStateException(
                        "expected the product [19, 22, 43, 50], found " + java.util.Arrays.toString(product));
            }
        }
    }

    private static Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        versions.put("nd4j", versionOf(Nd4j.class));
        versions.put("javacpp", versionOf(Loader.class));
        versions.put("openblas", versionOf(org.bytedeco.openblas.global.openblas.class));
        return versions;
    }

    private static String versionOf(Class<?> library) {
        String version = library.getPackage().getImplementationVersion();
        if (version != null) {
            return version;
        }
        java.security.CodeSource source = library.getProtectionDomain().getCodeSource();
        String file = source == null ? "unknown" : source.getLocation().getPath();
        return file.substring(file.lastIndexOf('/') + 1)
                .replaceAll("^[a-z0-9-]*?-(?=\\d)", "")
                .replaceAll("\\.jar$", "");
    }
}
