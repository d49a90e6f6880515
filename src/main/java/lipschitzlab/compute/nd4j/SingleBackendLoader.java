package lipschitzlab.compute.nd4j;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * The class path as ND4J is to see it: with one backend. ND4J takes the backend of the highest priority among those that
 * {@link java.util.ServiceLoader} finds and that call themselves available, which is CUDA's wherever there is a card, even one
 * for which it holds no code. Through this loader it finds the wanted one alone, and the classes of the other are never
 * loaded.
 */
final class SingleBackendLoader extends ClassLoader {
    private static final String SERVICE = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

    private final Nd4jPlatform backend;

    SingleBackendLoader(ClassLoader parent, Nd4jPlatform backend) {
        super(parent);
        this.backend = backend;
    }

    /** The backend that ND4J sees. */
    Nd4jPlatform backend() {
        return backend;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        Enumeration<URL> all = super.getResources(name);
        return name.equals(SERVICE) ? Collections.enumeration(namingBackend(all)) : all;
    }

    private List<URL> namingBackend(Enumeration<URL> all) throws IOException {
        List<URL> wanted = new ArrayList<>();
        while (all.hasMoreElements()) {
            URL file = all.nextElement();
            try (InputStream in = file.openStream()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                if (text.lines().map(String::strip).anyMatch(backend.className()::equals)) {
                    wanted.add(file);
                }
            }
        }
        return wanted;
    }
}
