package lipschitzlab.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;

/**
 * Grey pictures from an IDX file, the format of MNIST: {@code [1, 28, 28]} or {@code [1, 32, 32]}, pixel / 127.5 − 1, so
 * that 0 (background) becomes −1 and 255 (ink) 1.
 */
public final class ImageFile implements Dataset {
    private final Path file;
    private final PictureBytes images;
    private final HoldOut parts;

    private ImageFile(Path file, PictureBytes images) {
        this.file = file;
        this.images = images;
        this.parts = new HoldOut(images.count());
    }

    /**
     * Reads pictures.
     *
     * @param path an IDX file of pictures, gzipped or not, or a folder that holds one under a name that MNIST's have:
     *     {@code train-images-idx3-ubyte} or, failing that, {@code t10k-images-idx3-ubyte}, also with a dot before
     *     {@code idx3} and with {@code .gz} at the end; or a folder with one such folder inside
     * @throws lipschitzlab.setting.InputException if there is none, if it is not whole and of one of the two sizes, or if it
     *     does not fit into the memory
     */
    public static ImageFile read(Path path) {
        Path file = ImageFolder.imagesAt(path);
        return new ImageFile(file, IdxReader.read(file));
    }

    /** How many pictures the file holds, those held out included. */
    public int count() {
        return images.count();
    }

    @Override
    public List<String> notes() {
        return List.of(String.format(
                Locale.ROOT,
                "%s: %,d pictures of %d×%d pixels.",
                file.getFileName(),
                images.count(),
                images.shape().size(1),
                images.shape().size(2)));
    }

    @Override
    public String name() {
        return "idx";
    }

    @Override
    public Shape sampleShape() {
        return images.shape();
    }

    @Override
    public float[] batch(int size, RandomStream random) {
        return images.batch(size, random, parts::training);
    }

    @Override
    public float[] heldOut(int size, RandomStream random) {
        return images.batch(size, random, parts::heldOut);
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
