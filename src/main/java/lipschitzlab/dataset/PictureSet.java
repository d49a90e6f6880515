package lipschitzlab.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;
import lipschitzlab.file.RegularFile;
import lipschitzlab.setting.ChoiceSetting;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Setting;
import lipschitzlab.setting.Values;

/**
 * Pictures from a folder or from CIFAR-10's binary batches: the square in the middle of each, scaled to {@code [3, size, size]}, or
 * {@code [1, size, size]} in grey; level / 127.5 − 1, so that black becomes −1 and white 1.
 */
public final class PictureSet implements Dataset {
    /** What may be read, for messages. */
    static final String EXPECTED = "a folder of pictures (PNG, JPEG, BMP or GIF), or CIFAR-10's binary batches";

    /** Pixels from edge to edge. */
    static final ChoiceSetting<Integer> SIZE = ChoiceSetting.ofNumbers(
            "size",
            "Size",
            List.of(28, 32),
            32,
            false,
            "Pixels from edge to edge, to which the square in the middle of each picture is scaled.");

    /** Three channels or one. */
    static final ChoiceSetting<String> COLOUR = ChoiceSetting.ofTexts(
            "colour",
            "Colour",
            List.of("colour", "grey"),
            "colour",
            false,
            "Whether the networks see red, green and blue, or one level of grey.");

    /** How many classes are named. */
    private static final int NAMED = 10;

    private final PictureBytes pictures;
    private final List<String> notes;
    private final HoldOut parts;

    PictureSet(PictureBytes pictures, List<String> notes) {
        this.pictures = pictures;
        this.notes = List.copyOf(notes);
        this.parts = new HoldOut(pictures.count());
    }

    /** What can be set. */
    static List<Setting<?>> settings() {
        return List.of(SIZE, COLOUR);
    }

    /**
     * Reads pictures.
     *
     * @param path a folder with pictures or with CIFAR-10's binary batches, or one such batch
     * @throws InputException if it is something else, if fewer than two pictures can be read, if a batch is not whole, or if they
     *     do not fit into the memory
     */
    public static PictureSet read(Path path, Values values) {
        RegularFile.requireReadable(path, EXPECTED);
        PictureScaling scaling =
                new PictureScaling(values.get(SIZE), values.get(COLOUR).equals(COLOUR.defaultValue()) ? 3 : 1);
        Path whole = path.toAbsolutePath().normalize();
        if (Files.isDirectory(whole)) {
            List<Path> batches = CifarBatches.in(whole);
            return batches.isEmpty() ? PictureFolder.read(whole, scaling) : CifarBatches.read(batches, scaling);
        }
        requireBatch(whole);
        return CifarBatches.read(List.of(whole), scaling);
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

    /** What was read, in a sentence. */
    static String note(String source, int count, Collection<String> classes, PictureScaling scaling) {
        String named = classes.stream().limit(NAMED).collect(Collectors.joining(", "));
        String many = classes.size() > NAMED ? ", …" : "";
        String among = classes.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        " in %,d %s (%s%s)",
                        classes.size(),
                        classes.size() == 1 ? "class" : "classes",
                        named,
                        many);
        return String.format(Locale.ROOT, "%s: %,d pictures%s, as %s.", source, count, among, scaling.words());
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public String name() {
        return "pictures";
    }

    @Override
    public Shape sampleShape() {
        return pictures.shape();
    }

    @Override
    public float[] batch(int size, RandomStream random) {
        return pictures.batch(size, random, parts::training);
    }

    @Override
    public float[] heldOut(int size, RandomStream random) {
        return pictures.batch(size, random, parts::heldOut);
    }

    @Override
    public Optional<Mixture> mixture() {
        return Optional.empty();
    }

    @Override
    public double range() {
        return 1;
    }
}
