package lipschitzlab.cli;

import java.util.ArrayList;
import java.util.List;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.setting.Setting;
import org.apache.commons.text.WordUtils;

/** What can stand under {@code constraint:} of a lane, from the declarations. */
final class ConstraintHelp {
    private static final int WIDTH = 78;
    private static final String SETTING = "      ";
    private static final String HELP = "          ";

    private ConstraintHelp() {}

    /** Lines of at most 78 characters: every method with its paper, and below it its settings. */
    static List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Constraints of a lane (constraint: NAME, or several, such as");
        lines.add("constraint: [spectral-norm, gradient-penalty]) and their settings:");
        for (ConstraintKind kind : ConstraintKind.values()) {
            lines.add("  %-20s %s".formatted(kind.id(), kind.source()));
            kind.settings().forEach(setting -> describe(setting, lines));
        }
        return lines;
    }

    private static <T> void describe(Setting<T> setting, List<String> lines) {
        String symbol = setting.symbol();
        String name =
                symbol.isEmpty() || symbol.equals(setting.key()) ? setting.key() : setting.key() + " (" + symbol + ")";
        String value = setting.text(setting.defaultValue());
        lines.add(SETTING + name + ": " + setting.range() + "; default " + value
                + (setting.live() ? "" : "; fixed while a lane runs"));
        WordUtils.wrap(setting.help(), WIDTH - HELP.length(), "\n", false)
                .lines()
                .forEach(line -> lines.add(HELP + line));
    }
}
