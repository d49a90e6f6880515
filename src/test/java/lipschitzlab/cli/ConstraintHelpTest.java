package lipschitzlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lipschitzlab.constraint.ConstraintKind;
import org.junit.jupiter.api.Test;

class ConstraintHelpTest {
    private static final int WIDTH = 78;
    private static final String HELP = " ".repeat(10);

    @Test
    void everySettingsHelpStandsInFullInLinesThatATerminalHolds() {
        List<String> help = ConstraintHelp.lines().stream()
                .filter(line -> line.startsWith(HELP))
                .toList();

        assertThat(help).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(WIDTH));
        assertThat(help.stream().map(String::strip))
                .containsExactlyElementsOf(
                        help.stream().map(line -> line.substring(HELP.length())).toList());
        String all = String.join(" ", help.stream().map(String::strip).toList());
        for (ConstraintKind kind : ConstraintKind.values()) {
            kind.settings().forEach(setting -> assertThat(all).contains(setting.help()));
        }
    }
}
