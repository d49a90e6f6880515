package lipschitzlab.picture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lipschitzlab.file.FileHead;
import lipschitzlab.file.RegularFile;
import lipschitzlab.file.TextEncoding;
import lipschitzlab.setting.InputException;

/** Reads whatever holds pictures: a folder of them, CIFAR-10's binary batches, or an IDX file. */
public final class PictureFile {
    /** What may be read, for messages. */
    static final String EXPECTED =
            "a folder of pictures (PNG, JPEG, BMP or GIF), CIFAR-10's binary batches, or IDX pictures";

    private PictureFile() {}

    /**
     * Reads pictures.
     *
     * @param path a folder with pictures, with CIFAR-10's binary batches or with IDX pictures, or one such batch or IDX file
     * @throws InputException if it is something else, if fewer than two pictures can be read, if a batch is not whole, or if they
     *     do not fit into the memory
     */
    public static LabelledPictures read(Path path, PictureForm form) {
        RegularFile.requireReadable(path, EXPECTED);
        Path whole = path.toAbsolutePath().normalize();
        if (Files.isDirectory(whole)) {
            List<Path> batches = CifarBatches.in(whole);
            if (!batches.isEmpty()) {
                return CifarBatches.read(batches, form.cropping());
            }
            return IdxFolder.find(whole)
                    .map(file -> IdxPictures.read(file, form.idx()))
                    .orElseGet(() -> PictureFolder.read(whole, form));
        }
        if (idx(whole)) {
            return IdxPictures.read(whole, form.idx());
        }
        requireBatch(whole);
        return CifarBatches.read(List.of(whole), form.cropping());
    }

    private static boolean idx(Path path) {
        return IdxHeader.of(FileHead.of(new RegularFile(path, EXPECTED)).bytes())
                .isPresent();
    }

    /** Refuses a file that is known to be something else. */
    private static void requireBatch(Path path) {
        RegularFile file = new RegularFile(path, EXPECTED);
        FileHead head = FileHead.of(file);
        boolean batch = path.toString().toLowerCase(Locale.ROOT).endsWith(".bin");
        Optional<String> other = UnreadableFormat.of(head)
                .map(UnreadableFormat::words)
                .filter(words -> !words.startsWith("CIFAR-10 "))
                .or(() ->
                        batch ? Optional.empty() : TextEncoding.of(head.bytes()).map(encoding -> "a text file"));
        other.ifPresent(words -> {
            throw new InputException(
                    file.name(), EXPECTED, words, "Choose the folder that holds the pictures, not a file inside it.");
        });
    }
}
