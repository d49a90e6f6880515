package lipschitzlab.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import lipschitzlab.setting.InputException;
import org.junit.jupiter.api.Test;

class FileNameEncodingTest {
    private final FileNameEncoding ascii = new FileNameEncoding(StandardCharsets.US_ASCII);
    private final FileNameEncoding all = new FileNameEncoding(StandardCharsets.UTF_8);

    @Test
    void aNameWhoseLettersTheLocaleLostIsToldOfWithALocaleThatHasThem() {
        assertThatThrownBy(() -> ascii.requireWhole("command line", "run", "Gr\uFFFD\uFFFDe/x.yaml"))
                .isInstanceOf(InputException.class)
                .hasMessage("command line: expected names whose letters this program's locale has (US-ASCII), found"
                        + " 'Gr??e/x.yaml'. Start the program in a locale that has them, such as LC_ALL=C.UTF-8 java -jar"
                        + " lipschitz-lab.jar …");
        assertThatThrownBy(() -> all.requireWhole("command line", "\uFFFD"))
                .hasMessageContaining("Give the file a name in this encoding");
        assertThatCode(() -> ascii.requireWhole("command line", "run", "Why?.yaml"))
                .doesNotThrowAnyException();
    }

    @Test
    void aPathThatNoLocaleCouldReachIsNotBlamedOnTheLocale() {
        assertThat(all.path("a/b.csv", "line 3")).isEqualTo(Path.of("a/b.csv"));
        assertThatThrownBy(() -> ascii.path("a\0b", "line 3"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("Correct the path");
        assertThatThrownBy(() -> ascii.path("λ\0", "line 3")).hasMessageContaining("LC_ALL=C.UTF-8");
    }
}
