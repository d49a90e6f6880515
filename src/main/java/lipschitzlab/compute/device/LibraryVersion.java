package lipschitzlab.compute.device;

import java.security.CodeSource;

/** The versions of the libraries on the class path, for a run's record. */
public final class LibraryVersion {
    private LibraryVersion() {}

    /** The version that a library states in its manifest, or else in its file's name, such as {@code 1.5.13}. */
    public static String of(Class<?> ofTheLibrary) {
        String stated = ofTheLibrary.getPackage().getImplementationVersion();
        if (stated != null) {
            return stated;
        }
        CodeSource source = ofTheLibrary.getProtectionDomain().getCodeSource();
        String file = source == null ? "unknown" : source.getLocation().getPath();
        return file.substring(file.lastIndexOf('/') + 1)
                .replaceAll("^[a-z0-9-]*?-(?=\\d)", "")
                .replaceAll("\\.jar$", "");
    }
}
