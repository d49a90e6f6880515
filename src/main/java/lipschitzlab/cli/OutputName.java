package lipschitzlab.cli;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import lipschitzlab.setting.FileName;

/** Where a command writes if it is not told: {@code runs/NAME-DATE-TIME}. */
final class OutputName {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private OutputName() {}

    static Path of(String name) {
        return Path.of(
                "runs", FileName.everywhere(name) + "-" + LocalDateTime.now().format(STAMP));
    }
}
