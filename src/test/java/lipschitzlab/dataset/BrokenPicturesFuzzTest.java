package lipschitzlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.setting.Values;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** A picture that was damaged anywhere is read or left out, and the others of its folder are read in any case. */
class BrokenPicturesFuzzTest {
    private static final String SEED = "20261130";
    private static final List<String> FORMATS = List.of("png", "jpg", "gif", "bmp", "tif", "webp", "jpeg");

    private static Path folder;
    private static List<byte[]> sound;

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("fuzz");
        BufferedImage image =
                PictureFiles.image(16, 12, BufferedImage.TYPE_INT_RGB, (x, y) -> 0xFFFFFF & (x * 2654435 ^ y * 40503));
        for (String format : List.of("png", "jpg", "gif", "bmp", "tif")) {
            PictureFiles.write(folder.resolve("sound." + format), image);
        }
        Files.write(folder.resolve("sound.webp"), OddPictures.webp(16, 12, 1, 2, 3));
        Files.write(folder.resolve("sound.jpeg"), OddPictures.turned(image, 6));
        sound = new ArrayList<>();
        for (String format : FORMATS) {
            sound.add(Files.readAllBytes(folder.resolve("sound." + format)));
        }
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Property(tries = 60, seed = SEED, shrinking = ShrinkingMode.OFF)
    void aChangedOrCutPictureIsReadOrLeftOut(
            @ForAll @IntRange(max = 6) int format,
            @ForAll @IntRange(max = 2000) int place,
            @ForAll byte value,
            @ForAll boolean cut)
            throws IOException {
        byte[] bytes = sound.get(format);
        int at = place % bytes.length;
        byte[] changed = cut ? Arrays.copyOf(bytes, at) : bytes.clone();
        if (!cut) {
            changed[at] = value;
        }
        Path file = Files.write(folder.resolve("changed." + FORMATS.get(format)), changed);
        PictureSet data = PictureSet.read(folder, new Values(DatasetKind.PICTURES.settings()));
        assertThat(data.count()).isBetween(sound.size(), sound.size() + 1);
        boolean leftOut = data.notes().stream().anyMatch(note -> note.startsWith("Left out 1 file: changed."));
        assertThat(leftOut).isEqualTo(data.count() == sound.size());
        assertThat(data.notes()).noneMatch(note -> note.contains("null"));
        for (float number : data.batch(2, TestStreams.of(1, "fuzz"))) {
            assertThat(number).isBetween(-1f, 1f);
        }
        Files.delete(file);
    }
}
