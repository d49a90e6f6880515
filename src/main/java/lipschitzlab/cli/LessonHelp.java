package lipschitzlab.cli;

import java.util.ArrayList;
import java.util.List;
import lipschitzlab.lesson.Lessons;
import lipschitzlab.lesson.Quantity;

/** The bundled lessons, and what the expressions of a lesson can ask of a lane. */
final class LessonHelp {
    private LessonHelp() {}

    static List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Bundled lessons:");
        Lessons.names().forEach(name -> lines.add("  " + name));
        lines.add("");
        lines.add("What a lesson's expressions can ask of a lane (\"variant/lane\" where there are");
        lines.add("variants; a step is a number or \"end\"; layer 1 is the first, -1 the last):");
        for (Quantity quantity : Quantity.values()) {
            lines.add("  " + quantity.signature());
            lines.add("      " + quantity.help().replace("%", "%%"));
        }
        return lines;
    }
}
