package lipschitzlab.compute.libtorch;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lipschitzlab.compute.device.LibraryVersion;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/** Which of LibTorch's native libraries the class path holds, found without loading any of them. */
final class LibTorchLibrary {
    private static final String INTERFACE = "org.bytedeco.pytorch.global.torch";
    private static final String CARD_EXTENSION = "-gpu";

    private LibTorchLibrary() {}

    /** LibTorch for the processor; the library for cards has that too. */
    static boolean forProcessor() {
        return holds("jnitorch", "") || forCard();
    }

    /** LibTorch for NVIDIA cards. */
    static boolean forCard() {
        return holds("jnitorch_cuda", CARD_EXTENSION);
    }

    private static boolean holds(String name, String extension) {
        ClassLoader loader = LibTorchLibrary.class.getClassLoader();
        return loader.getResource(INTERFACE.replace('.', '/') + ".class") != null
                && loader.getResource("org/bytedeco/pytorch/" + platform() + extension + "/" + file(name)) != null;
    }

    /** As JavaCPP names it, whose own class may be asked only where the library is there. */
    private static String platform() {
        String architecture = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
        return system() + "-" + architecture;
    }

    private static String file(String name) {
        return switch (system()) {
            case "windows" -> name + ".dll";
            case "macosx" -> "lib" + name + ".dylib";
            default -> "lib" + name + ".so";
        };
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "windows";
        }
        return name.startsWith("mac") ? "macosx" : "linux";
    }

    static Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        versions.put("libtorch", LibraryVersion.of(torch.class));
        versions.put("javacpp", LibraryVersion.of(Loader.class));
        versions.put("openblas", LibraryVersion.of(openblas_nolapack.class));
        versions.put("libtorch-onednn", OneDnnCheck.inWords());
        return versions;
    }
}
