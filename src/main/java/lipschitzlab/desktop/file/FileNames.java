package lipschitzlab.desktop.file;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lipschitzlab.setting.InputException;

/** Names of files and folders that the window writes. */
final class FileNames {
    private FileNames() {}

    /**
     * A file whose name ends as one of these kinds does: as it is if it does already, otherwise with the wanted kind's ending. A
     * dialog asked about another name then, so that a file of the longer name is not written over.
     */
    static Path ending(Path file, List<FileDialogs.Kind> kinds, FileDialogs.Kind wanted) {
        String name = file.getFileName().toString();
        String small = name.toLowerCase(Locale.ROOT);
        boolean ends = kinds.stream().flatMap(kind -> kind.endings().stream()).anyMatch(small::endsWith);
        return ends ? file : free(file.resolveSibling(name + wanted.endings().get(0)));
    }

    /** The path, or the first of {@code NAME-2}, {@code NAME-3}, … that does not exist. */
    static Path free(Path path) {
        String name = path.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String ending = dot > 0 ? name.substring(dot) : "";
        Path free = path;
        for (int number = 2; Files.exists(free); number++) {
            free = path.resolveSibling(stem + "-" + number + ending);
        }
        return free;
    }

    /**
     * A folder to be made inside another.
     *
     * @throws InputException if the name is none, or stands for something that is there already
     */
    static Path newFolder(Path parent, String name) {
        String stripped = name.strip();
        Path folder = inside(parent, stripped);
        if (stripped.isEmpty()
                || folder.getParent() == null
                || !folder.getParent().equals(parent)) {
            throw new InputException(
                    "the folder's name",
                    "a name without slashes",
                    stripped.isEmpty() ? "nothing" : "'" + stripped + "'",
                    "Type a name, and choose below where the folder is made.");
        }
        if (Files.exists(folder)) {
            throw new InputException(
                    folder.toString(),
                    "a name that is free",
                    Files.isDirectory(folder) ? "a folder that is there already" : "a file of that name",
                    "Type another name. Nothing was written.");
        }
        return folder;
    }

    private static Path inside(Path parent, String name) {
        try {
            return parent.resolve(name).normalize();
        } catch (InvalidPathException impossible) {
            throw new InputException(
                    "the folder's name",
                    "a name that this system can make",
                    "'" + name + "'",
                    "Leave out the character that it complains about: " + impossible.getReason() + ".",
                    impossible);
        }
    }
}
