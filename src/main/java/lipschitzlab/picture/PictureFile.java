package lipschitzlab.picture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import lipschitzlab.file.FileHead;
import lipschitzlab.file.RegularFile;
import lipschitzlab.file.TextEncoding;
import lipschitzlab.setting.InputException;

/** Reads whatever holds pictures: a folder of them, CIFAR's binary batches, or an IDX file. */
public final class PictureFile {
    /** What may be read, for messages. */
    static final String EXPECTED =
            "a folder of pictures (PNG, JPEG, WebP, TIFF, BMP or GIF), CIFAR's binary batches, or IDX pictures";

    private PictureFile() {}

    /**
     * Reads pictures.
     *
     * @param path a folder with pictures, with CIFAR's binary batches or with IDX pictures, or one such batch or IDX file
     * @throws InputException if it is something else, if it holds several sets, if fewer than two pictures can be read, if a batch is not whole, or if they
     *     do not fit into the memory
     */
    public static LabelledPictures read(Path path, PictureForm form) {
        RegularFile.requireReadable(path, EXPECTED);
        Path whole = path.toAbsolutePath().normalize();
        if (Files.isDirectory(whole)) {
            return FolderSet.find(whole)
                    .map(set -> set.read(whole, form))
                    .orElseGet(() -> PictureFolder.read(whole, form));
        }
        FileHead head = FileHead.of(new RegularFile(whole, EXPECTED));
        if (IdxHeader.of(head.bytes()).isPresent()) {
            return IdxPictures.read(whole, form.idx());
        }
        requireBatch(whole, head);
        return CifarFolder.alone(whole, head).read(form.cropping());
    }

    /** What a file is, in words, if it begins as a binary batch of one of CIFAR's sets does. */
    public static Optional<String> batch(FileHead head) {
        return Arrays.stream(Cifar.values())
                .filter(set -> set.recognises(head))
                .map(Cifar::words)
                .findFirst();
    }

    /** Refuses a file that is known to be something else. */
    private static void requireBatch(Path path, FileHead head) {
        if (batch(head).isPresent()) {
            return;
        }
        if (head.gzipped()) {
            throw new InputException(RegularFile.name(path), EXPECTED, "a gzipped file", "Unpack it with gunzip.");
        }
        Optional<UnreadableFormat> other = UnreadableFormat.of(head);
        if (other.isPresent()) {
            throw new InputException(
                    RegularFile.name(path),
                    EXPECTED,
                    other.get().words(),
                    other.get().remedy());
        }
        if (!path.toString().toLowerCase(Locale.ROOT).endsWith(".bin")) {
            throw new InputException(
                    RegularFile.name(path),
                    EXPECTED,
                    head.bytes().length == 0
                            ? "an empty file"
                            : TextEncoding.of(head.bytes()).isPresent() ? "a text file" : "a file of another kind",
                    "Choose the folder that holds the pictures, not a file inside it.");
        }
    }
}
