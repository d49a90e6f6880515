package lipschitzlab.compute.nd4j;

import java.util.List;

/** The two ways in which ND4J computes. Their classes are known by name, since that for CUDA may not be there. */
public enum Nd4jPlatform {
    /** On the processor. */
    CPU(
            "org.nd4j.linalg.cpu.nativecpu.CpuBackend",
            List.of(
                    "org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu",
                    "org.bytedeco.openblas.global.openblas",
                    "org.bytedeco.dnnl.global.dnnl"),
            "CPU backend",
            "this machine"),
    /** On an NVIDIA card. */
    CUDA(
            "org.nd4j.linalg.jcublas.JCublasBackend",
            List.of("org.nd4j.linalg.jcublas.bindings.Nd4jCuda", "org.bytedeco.openblas.global.openblas"),
            "CUDA backend",
            "the NVIDIA card");

    private final String className;
    private final List<String> bindings;
    private final String title;
    private final String memoryOwner;

    Nd4jPlatform(String className, List<String> bindings, String title, String memoryOwner) {
        this.className = className;
        this.bindings = bindings;
        this.title = title;
        this.memoryOwner = memoryOwner;
    }

    /** The name of ND4J's class for it. */
    String className() {
        return className;
    }

    /** The names of the classes that load its native code. */
    List<String> bindings() {
        return bindings;
    }

    /** Its name in a sentence. */
    String title() {
        return title;
    }

    /** Whose memory its arrays live in. */
    public String memoryOwner() {
        return memoryOwner;
    }

    /** Whether its class is on the class path. Loads nothing. */
    public boolean isInstalled() {
        return Nd4jPlatform.class.getClassLoader().getResource(className.replace('.', '/') + ".class") != null;
    }
}
