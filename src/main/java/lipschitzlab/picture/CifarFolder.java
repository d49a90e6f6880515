package lipschitzlab.picture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lipschitzlab.file.FileHead;
import lipschitzlab.file.FolderEntries;
import lipschitzlab.file.RegularFile;
import lipschitzlab.setting.InputException;

/**
 * CIFAR's binary batches in a folder.
 *
 * @param files those for training or, where there are none, the one for testing
 */
record CifarFolder(Cifar set, List<Path> files) {
    /** How many entries of a folder are looked at, so that one of a million files is answered at once. */
    private static final int LOOKED_AT = 1000;

    /** Of these each folder with batches has one; to look for them takes less than to list a thousand folders. */
    private static final List<String> BATCHES = List.of("data_batch_1.bin", "test_batch.bin", "train.bin", "test.bin");

    /**
     * The batches in a folder or, where it has none, in a folder inside it, as the archives have them.
     *
     * @throws InputException if several of the folders inside have batches
     */
    static Optional<CifarFolder> find(Path folder) {
        List<Path> entries = FolderEntries.of(folder, LOOKED_AT, PictureFile.EXPECTED);
        return in(entries).or(() -> inside(folder, entries));
    }

    private static Optional<CifarFolder> inside(Path folder, List<Path> entries) {
        List<CifarFolder> found = new ArrayList<>();
        for (Path inner : entries) {
            if (BATCHES.stream().anyMatch(name -> Files.exists(inner.resolve(name))) && Files.isReadable(inner)) {
                in(FolderEntries.of(inner, LOOKED_AT, PictureFile.EXPECTED)).ifPresent(found::add);
            }
        }
        if (found.size() > 1) {
            throw new InputException(
                    RegularFile.name(folder),
                    PictureFile.EXPECTED,
                    "several sets: "
                            + found.stream()
                                    .map(each -> folder.relativize(
                                                    each.files().get(0).getParent())
                                            .toString())
                                    .collect(Collectors.joining(", ")),
                    "Choose one of these folders.");
        }
        return found.stream().findFirst();
    }

    private static Optional<CifarFolder> in(List<Path> entries) {
        for (Cifar set : Cifar.values()) {
            List<Path> training = some(entries, set::isTraining, set);
            List<Path> files = training.isEmpty() ? some(entries, set::isTesting, set) : training;
            if (!files.isEmpty()) {
                return Optional.of(new CifarFolder(set, files));
            }
        }
        return Optional.empty();
    }

    private static List<Path> some(List<Path> entries, Predicate<Path> wanted, Cifar set) {
        return entries.stream()
                .filter(wanted)
                .filter(Files::isRegularFile)
                .filter(file -> fits(set, file))
                .toList();
    }

    /** The names of CIFAR-10's batches are its own; those of CIFAR-100's may be anybody's. */
    private static boolean fits(Cifar set, Path file) {
        return set == Cifar.TEN
                || Files.exists(file.resolveSibling(set.names()))
                || Files.isReadable(file) && set.recognises(FileHead.of(new RegularFile(file, PictureFile.EXPECTED)));
    }

    /** One batch by itself: of the set whose records it has, or that lies around it. */
    static CifarFolder alone(Path file, FileHead head) {
        boolean hundred = Cifar.HUNDRED.recognises(head)
                || !Cifar.TEN.recognises(head)
                        && (Cifar.HUNDRED.isTraining(file) || Cifar.HUNDRED.isTesting(file))
                        && Files.exists(file.resolveSibling(Cifar.HUNDRED.names()));
        return new CifarFolder(hundred ? Cifar.HUNDRED : Cifar.TEN, List.of(file));
    }

    LabelledPictures read(PictureScaling scaling) {
        return CifarBatches.read(set, files, scaling);
    }
}
