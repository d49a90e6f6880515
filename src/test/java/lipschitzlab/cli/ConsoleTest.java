package lipschitzlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    @Test
    void inTheLocaleCLettersBeyondAsciiArePrintedInUtf8() {
        assertThat(charset("ANSI_X3.4-1968")).isEqualTo(StandardCharsets.UTF_8);
        assertThat(charset("UTF-8")).isEqualTo(StandardCharsets.UTF_8);
        assertThat(charset("windows-1252")).isEqualTo(Charset.forName("windows-1252"));
    }

    private static Charset charset(String encoding) {
        Properties properties = new Properties();
        properties.setProperty("sun.stdout.encoding", encoding);
        return Console.charset(properties, "stdout");
    }
}
