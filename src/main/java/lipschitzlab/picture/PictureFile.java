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

/** Reads whatever holds pictures in colour: a folder of them, or CIFAR-10's binary batches. */
public final class PictureFile {
    /** What may be read, for messages. */
    static final String EXPECTED = "a folder of pictures (PNG, JPEG, BMP or GIF), or CIFAR-10's binary batches";

    private PictureFile() {}

    /**
     * Reads pictures.
     *
     * @param path a folder with pictures or with CIFAR-10's binary batches, or one such batch
     * @throws InputException if it is something else, if fewer than two pictures can be read, if a batch is not whole, or if they
     *     do not fit into the memory
     */
    public static LabelledPictures read(Path path, PictureForm form) {
        RegularFile.requireReadable(path, EXPECTED);
        Path whole = path.toAbsolutePath().normalize();
        if (Files.isDirectory(whole)) {
            List<Path> batches = CifarBatches.in(whole);
            return batches.isEmpty() ? PictureFolder.read(whole, form) : CifarBatches.read(batches, form.cropping());
        }
        requireBatch(whole);
        return CifarBatches.read(List.of(whole), form.cropping());
    }

    /** Refuses a file that is known to be something else. */
    private static void requireBatch(Path path) {
        RegularFile file = new RegularFile(path, EXPECTED);
        FileHead head = FileHead.of(file);
        Optional<IdxHeader> idx = IdxHeader.of(head.bytes());
        if (idx.isPresent()) {
            throw new InputException(
                    file.name(), EXPECTED, "an IDX file", "If it holds pictures, choose the data kind idx for it.");
        }
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
