package lipschitzlab.cli;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import lipschitzlab.file.FileName;
import lipschitzlab.file.NewFolder;

/** Where a command writes if it is not told: {@code runs/NAME-DATE-TIME}, a folder that no other run has. */
final class OutputName {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private OutputName() {}

    /**
     * Makes the folder.
     *
     * @throws lipschitzlab.setting.InputException if it cannot be made
     */
    static Path make(String name) {
        return NewFolder.make(Path.of(
                "runs", FileName.everywhere(name) + "-" + LocalDateTime.now().format(STAMP)));
    }
}
