package lipschitzlab.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import lipschitzlab.setting.InputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes folders that nobody else has, also not a program that started in the same second. */
public final class NewFolder {
    private static final Logger LOG = LoggerFactory.getLogger(NewFolder.class);

    private NewFolder() {}

    /**
     * Makes a folder of that name, or with the first number from 2 on behind it that is free.
     *
     * @throws InputException if it cannot be made
     */
    public static Path make(Path wanted) {
        try {
            Files.createDirectories(wanted.toAbsolutePath().getParent());
            for (int number = 1; ; number++) {
                Path free = number == 1 ? wanted : wanted.resolveSibling(wanted.getFileName() + "-" + number);
                try {
                    return Files.createDirectory(free);
                } catch (FileAlreadyExistsException taken) {
                    LOG.debug("{} is there already", free, taken);
                }
            }
        } catch (IOException failure) {
            throw WholeFile.unwritable(wanted, "a folder that can be made", failure);
        }
    }
}
