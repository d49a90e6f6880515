package lipschitzlab.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import lipschitzlab.file.FileHead;
import lipschitzlab.file.RegularFile;
import lipschitzlab.file.TextEncoding;
import lipschitzlab.picture.FolderSet;
import lipschitzlab.picture.IdxHeader;
import lipschitzlab.picture.PictureFile;
import lipschitzlab.picture.PythonCifar;
import lipschitzlab.picture.UnreadableFormat;

/**
 * What kind of file or folder a person wants to open, recognised quickly by its first bytes. Only the beginning is looked at:
 * the reader of that kind may still refuse the file, in words.
 *
 * @param kind which reader it is for
 * @param path the file to read; of a folder with IDX pictures, the file inside it
 * @param words what it is: "a table of numbers", "a PNG picture"
 * @param remedy what to do about a file that is something else, as a sentence; otherwise empty
 */
public record DataFile(Kind kind, Path path, String words, String remedy) {
    private static final String EXPECTED =
            "a table of points (CSV or text), IDX pictures, a folder with pictures, CIFAR's binary batches, a preset or a lesson";
    private static final Pattern KEY = Pattern.compile("(---|[A-Za-z]\\w*:(\\s.*)?)");

    /** Which reader a file is for. */
    public enum Kind {
        /** Text with numbers: {@link DatasetKind#CSV}. */
        TABLE(Optional.of(DatasetKind.CSV)),
        /** Pictures, or a folder that holds them: {@link DatasetKind#IDX}. */
        PICTURES(Optional.of(DatasetKind.IDX)),
        /** A folder of pictures, or batches of CIFAR: {@link DatasetKind#PICTURES}. */
        COLOUR_PICTURES(Optional.of(DatasetKind.PICTURES)),
        /** YAML: a preset, a lesson, a figure or a run's record. */
        YAML(Optional.empty()),
        /** Nothing that the lab reads. */
        OTHER(Optional.empty());

        private final Optional<DatasetKind> dataset;

        Kind(Optional<DatasetKind> dataset) {
            this.dataset = dataset;
        }

        /** The kind of data that such a file holds, if it holds data. */
        public Optional<DatasetKind> dataset() {
            return dataset;
        }
    }

    /** What lies at a path.
     *
     * @throws lipschitzlab.setting.InputException if there is nothing that this user may read, if it is a pipe or a device, or if a
     *     folder holds several sets
     */
    public static DataFile at(Path path) {
        RegularFile.requireReadable(path, EXPECTED);
        if (Files.isDirectory(path)) {
            return FolderSet.find(path)
                    .map(set -> set.idx()
                            .map(file -> new DataFile(Kind.PICTURES, file, "IDX pictures", ""))
                            .orElseGet(() -> new DataFile(Kind.COLOUR_PICTURES, path, "a folder of pictures", "")))
                    .orElseGet(() -> otherFolder(path));
        }
        RegularFile file = new RegularFile(path, EXPECTED);
        return isYaml(path) ? new DataFile(Kind.YAML, path, "a YAML file", "") : of(path, FileHead.of(file));
    }

    private static DataFile otherFolder(Path path) {
        return PythonCifar.of(path)
                .map(python -> new DataFile(Kind.OTHER, path, python.words(), python.remedy()))
                .orElseGet(() -> new DataFile(
                        Kind.OTHER,
                        path,
                        FolderWords.of(path),
                        "Choose a folder with pictures, with IDX pictures or of a run, or a file itself."));
    }

    /** The same in one sentence of what the file is and what to do, for a person who brought it. */
    public String sentence() {
        return path.getFileName() + " is " + words + ". " + remedy;
    }

    private static boolean isYaml(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static DataFile of(Path path, FileHead head) {
        Optional<IdxHeader> idx = IdxHeader.of(head.bytes());
        if (idx.filter(IdxHeader::pictures).isPresent()) {
            return new DataFile(Kind.PICTURES, path, "IDX pictures", "");
        }
        Optional<String> batch = PictureFile.batch(head);
        if (batch.isPresent()) {
            return new DataFile(Kind.COLOUR_PICTURES, path, batch.get(), "");
        }
        return idx.map(IdxHeader::format)
                .or(() -> UnreadableFormat.of(head))
                .map(format -> new DataFile(Kind.OTHER, path, format.words(), format.remedy()))
                .orElseGet(() -> text(path, head));
    }

    private static DataFile text(Path path, FileHead head) {
        if (head.bytes().length == 0) {
            return new DataFile(Kind.OTHER, path, "an empty file", "Choose a file that holds something.");
        }
        Optional<String> text = TextEncoding.of(head.bytes()).map(encoding -> encoding.decode(head.bytes()));
        if (text.isEmpty()) {
            return new DataFile(
                    Kind.OTHER,
                    path,
                    "a binary file of a kind that the lab does not know",
                    "Save its data as a CSV file, or its pictures as an IDX file.");
        }
        if (firstLine(text.get()).filter(line -> KEY.matcher(line).matches()).isPresent()) {
            return new DataFile(Kind.YAML, path, "a YAML file", "");
        }
        if (text.get().chars().noneMatch(Character::isDigit)) {
            return new DataFile(Kind.OTHER, path, "a text without numbers", "Choose a table of numbers.");
        }
        return new DataFile(Kind.TABLE, path, "a table of numbers", "");
    }

    private static Optional<String> firstLine(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .findFirst();
    }
}
