package lipschitzlab.compute.nd4j;

import java.security.CodeSource;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.factory.Nd4j;

/** The versions of ND4J and of what it stands on, for a run's record. */
final class Nd4jVersions {
    private Nd4jVersions() {}

    static Map<String, String> of(Backend backend) {
        Map<String, String> versions = new TreeMap<>();
        versions.put("nd4j", of(Nd4j.class));
        versions.put("javacpp", of(Loader.class));
        versions.put("openblas", of(openblas.class));
        if (backend == Backend.CUDA) {
            versions.put("cuda", of(CudaBackend.presets()));
        }
        return versions;
    }

    private static String of(Class<?> library) {
        String version = library.getPackage().getImplementationVersion();
        if (version != null) {
            return version;
        }
        CodeSource source = library.getProtectionDomain().getCodeSource();
        String file = source == null ? "unknown" : source.getLocation().getPath();
        return file.substring(file.lastIndexOf('/') + 1)
                .replaceAll("^[a-z0-9-]*?-(?=\\d)", "")
                .replaceAll("\\.jar$", "");
    }
}
