package lipschitzlab.dataset;

import java.nio.file.Path;
import java.util.Optional;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;

/**
 * Grey pictures from an IDX file, the format of MNIST: {@code [1, 28, 28]} or {@code [1, 32, 32]}, pixel / 127.5 − 1, so
 * that 0 (background) becomes −1 and 255 (ink) 1.
 */
public final class ImageFile implements Dataset {
    private final IdxImages images;
    private final HoldOut parts;

    private ImageFile(IdxImages images) {
        this.images = images;
        this.parts = new HoldOut(images.count());
    }

    /**
     * Reads pictures.
     *
     * @param path an IDX file of pictures, gzipped or not, or a folder that holds one under a name that MNIST's have:
     *     {@code train-images-idx3-ubyte} or, failing that, {@code t10k-images-idx3-ubyte}, also with a dot before
     *     {@code idx3} and with {@code .gz} at the end
     * @throws lipschitzlab.setting.InputException if there is none, or if it is not whole and of one of the two sizes
     */
    public static ImageFile read(Path path) {
        return new ImageFile(IdxReader.read(ImageFolder.imagesAt(path)));
    }

    /** How many pictures the file holds, those held out included. */
    public int count() {
        return images.count();
    }

    @Override
    public String name() {
        return "idx";
    }

    @Override
    public Shape sampleShape() {
        return Shape.of(1, images.height(), images.width());
    }

    @Override
    public float[] batch(int size, RandomStream random) {
        float[] batch = new float[size * images.pixelsEach()];
        for (int i = 0; i < size; i++) {
            copy(parts.training(random), batch, i);
        }
        return batch;
    }

    @Override
    public float[] heldOut(int size, RandomStream random) {
        float[] batch = new float[size * images.pixelsEach()];
        for (int i = 0; i < size; i++) {
            copy(parts.heldOut(random), batch, i);
        }
        return batch;
    }

    private void copy(int image, float[] batch, int row) {
        int each = images.pixelsEach();
        byte[] pixels = images.pixels();
        for (int i = 0; i < each; i++) {
            batch[row * each + i] = (pixels[image * each + i] & 0xFF) / 127.5f - 1;
        }
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
