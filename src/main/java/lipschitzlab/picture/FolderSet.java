package lipschitzlab.picture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lipschitzlab.file.RegularFile;
import lipschitzlab.setting.InputException;

/** The one set of pictures in a folder: in IDX format, in CIFAR's batches, or each in a file of its own. */
public final class FolderSet {
    private final Optional<Path> idx;
    private final Optional<CifarFolder> cifar;

    private FolderSet(Optional<Path> idx, Optional<CifarFolder> cifar) {
        this.idx = idx;
        this.cifar = cifar;
    }

    /**
     * What a folder holds, by the names and first bytes of its first files; nothing if that is no pictures, or few among others.
     *
     * @throws InputException if it holds several sets, or cannot be read
     */
    public static Optional<FolderSet> find(Path folder) {
        Optional<Path> idx = IdxFolder.find(folder);
        Optional<CifarFolder> cifar = CifarFolder.find(folder);
        List<String> found = new ArrayList<>();
        idx.ifPresent(file -> found.add(folder.relativize(file) + " (IDX)"));
        cifar.map(batches -> batches.files().get(0))
                .ifPresent(batch -> found.add(folder.relativize(batch) + " (CIFAR's binary batches)"));
        if (PictureFolder.mostlyPictures(folder)) {
            found.add("a folder of pictures");
        }
        if (found.size() > 1) {
            throw new InputException(
                    RegularFile.name(folder),
                    PictureFile.EXPECTED,
                    "several sets: " + String.join(", ", found),
                    "Choose one of them, or its folder.");
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(new FolderSet(idx, cifar));
    }

    /** The file of an IDX set. */
    public Optional<Path> idx() {
        return idx;
    }

    LabelledPictures read(Path folder, PictureForm form) {
        return idx.map(file -> IdxPictures.read(file, form.idx()))
                .or(() -> cifar.map(batches -> batches.read(form.cropping())))
                .orElseGet(() -> PictureFolder.read(folder, form));
    }
}
