package lipschitzlab.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.stream.Stream;

/** Where the program prints. */
final class Console {
    private Console() {}

    static PrintWriter out() {
        return writer(FileDescriptor.out, "stdout");
    }

    static PrintWriter err() {
        return writer(FileDescriptor.err, "stderr");
    }

    private static PrintWriter writer(FileDescriptor to, String name) {
        return new PrintWriter(new FileOutputStream(to), true, charset(System.getProperties(), name));
    }

    /**
     * The locale's encoding. Where that is ASCII, as the locale C says, UTF-8: it has the same bytes for all that ASCII has, and is
     * what terminals and log files of today are read as, while ASCII would leave a question mark of each ‖, σ and λ.
     */
    static Charset charset(Properties properties, String name) {
        Charset locale = Stream.of(name + ".encoding", "sun." + name + ".encoding", "native.encoding")
                .map(properties::getProperty)
                .filter(found -> found != null && Charset.isSupported(found))
                .findFirst()
                .map(Charset::forName)
                .orElse(Charset.defaultCharset());
        return locale.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : locale;
    }
}
