package lipschitzlab.compute.nd4j;

import java.util.Map;
import java.util.TreeMap;
import lipschitzlab.compute.device.LibraryVersion;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.factory.Nd4j;

/** The versions of ND4J and of what it stands on, for a run's record. */
public final class Nd4jVersions {
    private Nd4jVersions() {}

    public static Map<String, String> of(Nd4jPlatform backend) {
        Map<String, String> versions = new TreeMap<>();
        versions.put("nd4j", LibraryVersion.of(Nd4j.class));
        versions.put("javacpp", LibraryVersion.of(Loader.class));
        versions.put("openblas", LibraryVersion.of(openblas.class));
        if (backend == Nd4jPlatform.CUDA) {
            versions.put("cuda", LibraryVersion.of(CudaBackend.presets()));
        } else {
            versions.put("onednn", LibraryVersion.of(org.bytedeco.dnnl.presets.dnnl.class));
        }
        return versions;
    }
}
