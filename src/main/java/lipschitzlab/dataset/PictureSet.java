package lipschitzlab.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;
import lipschitzlab.file.RegularFile;
import lipschitzlab.picture.IdxFolder;
import lipschitzlab.picture.IdxPictures;
import lipschitzlab.picture.LabelledPictures;
import lipschitzlab.picture.PictureFile;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Values;

/**
 * Pictures from files, {@code [channel, height, width]}; level / 127.5 − 1, so that black becomes −1 and white 1. Where the files tell
 * classes, each picture has one.
 */
public final class PictureSet implements Dataset {
    private static final String EXPECTED_IDX = "an IDX file of pictures, or a folder that holds one";

    private final DatasetKind kind;
    private final LabelledPictures pictures;
    private final HoldOut parts;

    private PictureSet(DatasetKind kind, LabelledPictures pictures) {
        this.kind = kind;
        this.pictures = pictures;
        this.parts = new HoldOut(pictures.bytes().count());
    }

    /**
     * Reads pictures in colour: {@code [3, size, size]}, or {@code [1, size, size]} in grey.
     *
     * @param path a folder with pictures, with CIFAR's binary batches or with IDX pictures, or one such batch or IDX file
     * @throws InputException if it is something else, if fewer than two pictures can be read, if a batch is not whole, or if they
     *     do not fit into the memory
     */
    public static PictureSet read(Path path, Values values) {
        return new PictureSet(DatasetKind.PICTURES, PictureFile.read(path, PictureSettings.form(values)));
    }

    /** Reads pictures from an IDX file as they are stored where that is possible. */
    public static PictureSet readIdx(Path path) {
        return readIdx(path, new Values(DatasetKind.IDX.settings()));
    }

    /**
     * Reads grey pictures from an IDX file, the format of MNIST: {@code [1, size, size]}.
     *
     * @param path an IDX file of pictures, gzipped or not; or a folder that holds one, itself or in a folder inside, with
     *     {@code idx3} in its name, of which the one for training is taken
     * @throws InputException if there is none, or if it is not whole or does not fit into the memory
     */
    public static PictureSet readIdx(Path path, Values values) {
        RegularFile.requireReadable(path, EXPECTED_IDX);
        Path file = Files.isDirectory(path) ? inFolder(path) : path;
        return new PictureSet(DatasetKind.IDX, IdxPictures.read(file, PictureSettings.idxForm(values)));
    }

    private static Path inFolder(Path folder) {
        return IdxFolder.find(folder)
                .orElseThrow(() -> new InputException(
                        RegularFile.name(folder),
                        IdxFolder.EXPECTED,
                        "none of them, but " + FolderWords.of(folder),
                        "Choose the folder that holds the pictures, or the file itself, whatever its name."));
    }

    /** How many pictures there are, those held out included. */
    public int count() {
        return pictures.bytes().count();
    }

    @Override
    public List<String> notes() {
        return pictures.notes();
    }

    @Override
    public String name() {
        return kind.id();
    }

    @Override
    public Shape sampleShape() {
        return pictures.bytes().shape();
    }

    @Override
    public float[] batch(int size, RandomStream random) {
        return labelledBatch(size, random).values();
    }

    @Override
    public float[] heldOut(int size, RandomStream random) {
        return labelledHeldOut(size, random).values();
    }

    @Override
    public List<String> classNames() {
        return pictures.classNames();
    }

    @Override
    public LabelledSamples labelledBatch(int size, RandomStream random) {
        return drawn(size, random, parts::training);
    }

    @Override
    public LabelledSamples labelledHeldOut(int size, RandomStream random) {
        return drawn(size, random, parts::heldOut);
    }

    @Override
    public LabelledSamples heldOutOnce(int most, RandomStream random) {
        return at(parts.heldOutOnce(most, random));
    }

    private LabelledSamples drawn(int size, RandomStream random, HoldOut.Part part) {
        int[] places = new int[size];
        for (int i = 0; i < size; i++) {
            places[i] = part.next(random);
        }
        return at(places);
    }

    private LabelledSamples at(int[] places) {
        float[] values = pictures.bytes().values(places);
        return classNames().isEmpty()
                ? LabelledSamples.unlabelled(values)
                : new LabelledSamples(
                        values,
                        Arrays.stream(places)
                                .map(place -> pictures.labels()[place])
                                .toArray());
    }

    /** Those that are not held out, in the order of the files. */
    @Override
    public Optional<StoredSamples> stored() {
        return Optional.of(new StoredSamples() {
            @Override
            public int count() {
                return parts.trainingCount();
            }

            @Override
            public LabelledSamples samples(int first, int count) {
                int[] places = new int[count];
                Arrays.setAll(places, i -> parts.trainingAt(first + i));
                return at(places);
            }
        });
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
