package lipschitzlab.compute.nd4j;

/** The two ways in which ND4J computes. Their classes are known by name, since that for CUDA may not be there. */
public enum Nd4jPlatform {
    /** On the processor. */
    CPU("org.nd4j.linalg.cpu.nativecpu.CpuBackend", "CPU backend", "this machine"),
    /** On an NVIDIA card. */
    CUDA("org.nd4j.linalg.jcublas.JCublasBackend", "CUDA backend", "the NVIDIA card");

    private final String className;
    private final String title;
    private final String memoryOwner;

    Nd4jPlatform(String className, String title, String memoryOwner) {
        this.className = className;
        this.title = title;
        this.memoryOwner = memoryOwner;
    }

    /** The name of ND4J's class for it. */
    String className() {
        return className;
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
