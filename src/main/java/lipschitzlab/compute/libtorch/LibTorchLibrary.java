package lipschitzlab.compute.libtorch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import lipschitzlab.compute.device.EngineKind;
import lipschitzlab.compute.device.LibraryVersion;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/** Which of LibTorch's native libraries the class path holds, found without loading any of them. */
final class LibTorchLibrary {
    private static final String INTERFACE = "org.bytedeco.pytorch.global.torch";
    private static final String CARD_EXTENSION = "-gpu";
    private static final String VERSION = "META-INF/maven/org.bytedeco/pytorch/pom.properties";

    private LibTorchLibrary() {}

    /** LibTorch for the processor; the library for cards has that too. */
    static boolean forProcessor() {
        return holds("jnitorch", "") || forSomeCard();
    }

    /** LibTorch for NVIDIA cards, in the version of that engine. */
    static boolean forCard(EngineKind kind) {
        return forSomeCard() && ("LibTorch " + version()).startsWith(kind.library() + "-");
    }

    private static boolean forSomeCard() {
        return holds("jnitorch_cuda", CARD_EXTENSION);
    }

    /** The version of LibTorch and of JavaCPP on the class path, such as {@code 2.5.1-1.5.11}. */
    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = LibTorchLibrary.class.getClassLoader().getResourceAsStream(VERSION)) {
            if (in == null) {
                throw new IllegalStateException("expected " + VERSION + " beside LibTorch's classes, found nothing");
            }
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + VERSION, unreadable);
        }
        return properties.getProperty("version", "unknown");
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
