package lipschitzlab.compute.unpacking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bytedeco.javacpp.ClassProperties;
import org.bytedeco.javacpp.Loader;

/**
 * The native libraries that JavaCPP would load for some classes, in its order, found from what the classes declare. Nothing is
 * unpacked or loaded for it.
 */
final class BundledLibraries {
    private final Path folder;
    private final Map<Path, NativeFile> files = new LinkedHashMap<>();
    private final Set<Class<?>> seen = new LinkedHashSet<>();

    private BundledLibraries(Path folder) {
        this.folder = folder;
    }

    /** Those of these classes and of the classes that they declare to stand on, which come first. */
    static List<NativeFile> of(List<String> classNames, Path folder) {
        BundledLibraries found = new BundledLibraries(folder);
        found.add(Loader.class);
        classNames.forEach(found::add);
        return List.copyOf(found.files.values());
    }

    private void add(Class<?> declared) {
        Class<?> outer = Loader.getEnclosingClass(declared);
        if (!seen.add(outer) || !Loader.checkPlatform(outer, Loader.loadProperties())) {
            return;
        }
        ClassProperties properties = Loader.loadProperties(outer, Loader.loadProperties(), true);
        Stream.concat(properties.get("target").stream(), properties.get("global").stream())
                .distinct()
                .forEach(this::add);
        List<String> names = new ArrayList<>(properties.get("platform.preload"));
        names.addAll(properties.get("platform.link"));
        names.add(properties.getProperty("platform.library"));
        names.forEach(name -> addLibrary(outer, properties, name));
    }

    /** A target may be the name of a package too, which has no class. */
    private void add(String className) {
        ClassLoader loader = BundledLibraries.class.getClassLoader();
        if (loader.getResource(className.replace('.', '/') + ".class") == null) {
            return;
        }
        try {
            add(Class.forName(className, false, loader));
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException("expected the class of the file that was found: " + className, gone);
        }
    }

    /** JavaCPP tries several archives in turn; the first is the one that serves. */
    private void addLibrary(Class<?> declaring, ClassProperties properties, String name) {
        for (URL url : Loader.findLibrary(declaring, properties, name)) {
            try {
                NativeFile.of(url, folder).ifPresent(file -> files.putIfAbsent(file.file(), file));
            } catch (IOException unreadable) {
                throw new UncheckedIOException("cannot read " + url, unreadable);
            }
            return;
        }
    }
}
