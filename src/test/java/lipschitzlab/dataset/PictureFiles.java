package lipschitzlab.dataset;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Small pictures, and batches of CIFAR-10's form. */
final class PictureFiles {
    static final int RECORD = 3073;

    private PictureFiles() {}

    /** A colour, {@code 0xAARRGGBB}, at each place. */
    interface Colours {
        int at(int x, int y);
    }

    static BufferedImage image(int width, int height, int type, Colours colours) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, colours.at(x, y));
            }
        }
        return image;
    }

    /** Writes a picture in the format that the file's name ends with, and the folders above it. */
    static Path write(Path file, BufferedImage image) throws IOException {
        Files.createDirectories(file.getParent());
        String name = file.toString();
        File target = file.toFile();
        if (!ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), target)) {
            throw new IOException("no writer for " + name);
        }
        return file;
    }

    /** Of one colour. */
    static Path plain(Path file, int width, int height, int rgb) throws IOException {
        return write(file, image(width, height, BufferedImage.TYPE_INT_RGB, (x, y) -> rgb));
    }

    /** Records of which number i has the label i modulo 10, red i, green 100 and blue 200. */
    static byte[] batch(int records) {
        byte[] bytes = new byte[records * RECORD];
        for (int i = 0; i < records; i++) {
            bytes[i * RECORD] = (byte) (i % 10);
            for (int pixel = 0; pixel < 1024; pixel++) {
                int place = i * RECORD + 1 + pixel;
                bytes[place] = (byte) i;
                bytes[place + 1024] = 100;
                bytes[place + 2048] = (byte) 200;
            }
        }
        return bytes;
    }
}
