package lipschitzlab.picture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lipschitzlab.file.FileHead;
import lipschitzlab.file.FolderEntries;
import lipschitzlab.file.RegularFile;

/** Folders with CIFAR's Python versions, which are recognised to be refused: the lab reads no pickles. */
public final class PythonCifar {
    private static final int LOOKED_AT = 1000;

    private PythonCifar() {}

    /** What a folder is, if it holds such files or, as an archive's does, a folder with them. */
    public static Optional<UnreadableFormat> of(Path folder) {
        List<Path> entries = FolderEntries.of(folder, LOOKED_AT, PictureFile.EXPECTED);
        return Stream.concat(Stream.of(folder), entries.stream())
                .filter(each -> Files.isDirectory(each) && Files.isReadable(each))
                .flatMap(each -> Stream.of(Cifar.values()).filter(set -> set.pythonFiles().stream()
                        .anyMatch(name -> holdsPickle(each.resolve(name), set))))
                .findFirst()
                .map(PythonCifar::words);
    }

    /** The names of CIFAR-10's files are its own; those of CIFAR-100's may be anybody's. */
    private static boolean holdsPickle(Path file, Cifar set) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            return false;
        }
        FileHead head = FileHead.of(new RegularFile(file, PictureFile.EXPECTED));
        return UnreadableFormat.isPickle(head)
                && (set == Cifar.TEN || head.characters().contains("fine_label"));
    }

    private static UnreadableFormat words(Cifar set) {
        return new UnreadableFormat(
                set.title() + "'s Python version (pickles)",
                "Get its binary version, " + set.archive() + ", and choose its folder " + set.folder() + ".");
    }
}
