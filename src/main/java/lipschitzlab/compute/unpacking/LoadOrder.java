package lipschitzlab.compute.unpacking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Libraries in the order in which they need one another. Loaded by its full path before any that needs it, a library is found by its
 * name in memory, and the linker looks in no folder: neither in LD_LIBRARY_PATH nor in the system's. On Windows and macOS, whose
 * libraries are not read here, JavaCPP's own order stands.
 */
final class LoadOrder {
    private static final Logger LOG = LoggerFactory.getLogger(LoadOrder.class);

    /** JavaCPP's own, which look for their Java classes when they are loaded. */
    private static final String OF_JAVA = "libjni";

    /** The names of the files that this process has loaded: of two of one name the first serves all, as with JavaCPP. */
    private static final Set<String> LOADED = new HashSet<>();

    private final List<Path> files;
    private final Set<Path> begun = new HashSet<>();
    private final Set<Path> ordered = new LinkedHashSet<>();
    private final Set<String> names = new HashSet<>();

    private LoadOrder(List<Path> files) {
        this.files = files;
    }

    /** Those that are libraries of Linux and none of Java's, each behind those among them that it needs. */
    static List<Path> of(List<Path> files) throws IOException {
        LoadOrder order = new LoadOrder(files);
        for (Path file : files) {
            order.add(file);
        }
        return List.copyOf(order.ordered);
    }

    private void add(Path file) throws IOException {
        if (file.getFileName().toString().startsWith(OF_JAVA) || !begun.add(file)) {
            return;
        }
        Optional<ElfLibrary> library = ElfLibrary.read(file);
        if (library.isEmpty()) {
            return;
        }
        for (String needed : library.get().needed()) {
            if (!names.contains(needed)) {
                Optional<Path> bundled = find(needed, file);
                if (bundled.isPresent()) {
                    add(bundled.get());
                }
            }
        }
        ordered.add(file);
        names.add(file.getFileName().toString());
        library.get().name().ifPresent(names::add);
    }

    /** The one beside it, or else the first. */
    private Optional<Path> find(String name, Path needing) {
        Path beside = needing.resolveSibling(name);
        return files.contains(beside)
                ? Optional.of(beside)
                : files.stream().filter(file -> file.endsWith(name)).findFirst();
    }

    /** Loads them in that order; what does not load is left to JavaCPP, which tries again and says why. */
    static synchronized void load(List<Path> files) {
        try {
            for (Path file : of(files)) {
                if (LOADED.add(file.getFileName().toString())) {
                    load(file);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the libraries that were unpacked", unreadable);
        }
    }

    private static void load(Path file) {
        try {
            System.load(file.toString());
        } catch (UnsatisfiedLinkError unfit) {
            LOADED.remove(file.getFileName().toString());
            LOG.debug("{} does not load ahead of the others", file, unfit);
        }
    }
}
