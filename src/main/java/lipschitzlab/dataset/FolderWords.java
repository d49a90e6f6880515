package lipschitzlab.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lipschitzlab.file.FolderEntries;

/** What a folder holds that is no data, in words. */
final class FolderWords {
    /** How many entries of a folder are looked at, so that one of a million files is answered at once. */
    private static final int LOOKED_AT = 1000;

    private FolderWords() {}

    /** Such as "a folder with 1 file and 2 folders, such as a.pdf, a PDF document". */
    static String of(Path folder) {
        List<Path> entries = FolderEntries.of(folder, LOOKED_AT, "a folder");
        Optional<Path> file = entries.stream().filter(Files::isRegularFile).findFirst();
        long files = entries.stream().filter(Files::isRegularFile).count();
        long folders = entries.stream().filter(Files::isDirectory).count();
        if (entries.isEmpty()) {
            return "an empty folder";
        }
        String counts =
                files + (files == 1 ? " file" : " files") + " and " + folders + (folders == 1 ? " folder" : " folders");
        return "a folder with " + (entries.size() < LOOKED_AT ? "" : "more than ") + counts
                + file.filter(Files::isReadable)
                        .map(first -> ", such as " + first.getFileName() + ", "
                                + DataFile.at(first).words())
                        .orElse("");
    }
}
