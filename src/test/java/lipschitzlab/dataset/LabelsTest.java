package lipschitzlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.setting.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The class of each sample. */
class LabelsTest {
    @TempDir
    Path folder;

    private static RandomStream stream() {
        return TestStreams.of(1, "test");
    }

    private Dataset read() {
        return PictureSet.read(folder, new Values(DatasetKind.PICTURES.settings()));
    }

    /** The level from 0 to 255 of the first pixel of each sample. */
    private static int[] levels(Dataset data, LabelledSamples samples) {
        int each = data.sampleShape().length();
        int[] levels = new int[samples.values().length / each];
        Arrays.setAll(levels, i -> Math.round((samples.values()[i * each] + 1) * 127.5f));
        return levels;
    }

    /** Labels such that picture i, which has the level i, has the label i modulo 3. */
    private static byte[] labels(int count) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count);
        for (int i = 0; i < count; i++) {
            bytes.put((byte) (i % 3));
        }
        return bytes.array();
    }

    @Test
    void eachPictureHasTheClassOfItsFolderInBothParts() throws IOException {
        for (int i = 0; i < 30; i++) {
            PictureFiles.plain(folder.resolve((i % 2 == 0 ? "even/" : "odd/") + i + ".png"), 40, 40, 0x010101 * i);
        }
        Dataset data = read();
        assertThat(data.classNames()).containsExactly("even", "odd");
        for (LabelledSamples samples :
                new LabelledSamples[] {data.labelledBatch(200, stream()), data.labelledHeldOut(200, stream())}) {
            assertThat(samples.labels())
                    .isEqualTo(Arrays.stream(levels(data, samples))
                            .map(level -> level % 2)
                            .toArray());
        }
    }

    @Test
    void samplesAreTheSameWithTheirLabelsAndWithout() throws IOException {
        Files.write(folder.resolve("data_batch_1.bin"), PictureFiles.batch(35));
        Dataset data = read();
        assertThat(data.labelledBatch(50, stream()).values()).isEqualTo(data.batch(50, stream()));
        assertThat(data.labelledHeldOut(50, stream()).values()).isEqualTo(data.heldOut(50, stream()));
    }

    @Test
    void cifarsLabelsAreItsBytesAndItsNamesThoseOfTheFileBesideThem() throws IOException {
        Files.write(folder.resolve("data_batch_1.bin"), PictureFiles.batch(35));
        Files.writeString(folder.resolve("batches.meta.txt"), "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n\n");
        Dataset data = read();
        assertThat(data.classNames()).containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
        LabelledSamples samples = data.labelledBatch(100, stream());
        assertThat(samples.labels())
                .isEqualTo(Arrays.stream(levels(data, samples))
                        .map(level -> level % 10)
                        .toArray());
    }

    @Test
    void theLabelsOfIdxPicturesAreFoundBesideThemByTheirFirstBytesAndNumber() throws IOException {
        Files.write(folder.resolve("train-images-idx3-ubyte"), IdxFiles.pictures(40, 28, 28));
        Files.write(folder.resolve("anything"), IdxFiles.gzipped(labels(40)));
        Files.write(folder.resolve("t10k-labels-idx1-ubyte"), labels(7));
        Dataset data = PictureSet.readIdx(folder);
        assertThat(data.classNames()).containsExactly("0", "1", "2");
        LabelledSamples samples = data.labelledHeldOut(60, stream());
        assertThat(samples.labels())
                .isEqualTo(Arrays.stream(levels(data, samples))
                        .map(level -> level % 3)
                        .toArray());
        assertThat(data.notes())
                .containsExactly(
                        "train-images-idx3-ubyte: 40 pictures in 3 classes (0, 1, 2), as 28×28 pixels in grey.");
    }

    @Test
    void ofSeveralFilesOfLabelsTheOneNamedLikeThePicturesIsTaken() throws IOException {
        Files.write(folder.resolve("train-images-idx3-ubyte"), IdxFiles.pictures(40, 28, 28));
        Files.write(folder.resolve("train-labels-idx1-ubyte"), labels(40));
        byte[] others = labels(40);
        Arrays.fill(others, 8, 30, (byte) 9);
        Files.write(folder.resolve("more-labels-idx1-ubyte"), others);
        assertThat(PictureSet.readIdx(folder).classNames()).containsExactly("0", "1", "2");
        Files.write(folder.resolve("train-others"), others);
        Dataset unclear = PictureSet.readIdx(folder);
        assertThat(unclear.classNames()).isEmpty();
        assertThat(unclear.notes().get(1)).contains("several files", "train-labels-idx1-ubyte, train-others");
    }

    @Test
    void theFirstNumberOfEachRowIsTheLabelInQmnist() throws IOException {
        Files.write(folder.resolve("train-images-idx3-ubyte"), IdxFiles.pictures(20, 28, 28));
        ByteBuffer rows =
                ByteBuffer.allocate(12 + 20 * 8 * 4).putInt(0xC02).putInt(20).putInt(8);
        for (int i = 0; i < 20; i++) {
            rows.putInt(i % 4).position(rows.position() + 7 * 4);
        }
        Files.write(folder.resolve("train-labels-idx2-int"), rows.array());
        Dataset data = PictureSet.readIdx(folder);
        assertThat(data.classNames()).containsExactly("0", "1", "2", "3");
        LabelledSamples samples = data.labelledBatch(60, stream());
        assertThat(samples.labels())
                .isEqualTo(Arrays.stream(levels(data, samples))
                        .map(level -> level % 4)
                        .toArray());
    }

    @Test
    void labelsThatBreakOffAreToldAndThePicturesAreReadWithoutThem() throws IOException {
        Files.write(folder.resolve("train-images-idx3-ubyte"), IdxFiles.pictures(40, 28, 28));
        Files.write(folder.resolve("train-labels-idx1-ubyte"), Arrays.copyOf(labels(40), 30));
        Dataset data = PictureSet.readIdx(folder);
        assertThat(data.classNames()).isEmpty();
        assertThat(data.labelledBatch(3, stream()).labels()).isEmpty();
        assertThat(data.notes().get(1)).contains("train-labels-idx1-ubyte break off");
    }

    @Test
    void whatIsStoredIsEachTrainingPictureOnceAndNoneThatIsHeldOut() throws IOException {
        Files.write(folder.resolve("data_batch_1.bin"), PictureFiles.batch(35));
        Dataset data = read();
        StoredSamples stored = data.stored().orElseThrow();
        assertThat(stored.count()).isEqualTo(31);
        LabelledSamples first = stored.samples(0, 20);
        LabelledSamples second = stored.samples(20, 11);
        Set<Integer> seen = new TreeSet<>();
        for (LabelledSamples part : new LabelledSamples[] {first, second}) {
            for (int level : levels(data, part)) {
                assertThat(seen.add(level)).isTrue();
            }
            assertThat(part.labels())
                    .isEqualTo(Arrays.stream(levels(data, part))
                            .map(level -> level % 10)
                            .toArray());
        }
        assertThat(seen)
                .hasSize(31)
                .doesNotContainAnyElementsOf(Arrays.stream(levels(data, data.labelledHeldOut(500, stream())))
                        .boxed()
                        .toList());
        assertThatThrownBy(() -> stored.samples(25, 7)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void drawnShapesTellWhichOneTheyAre() {
        DrawnShapes data = new DrawnShapes(28, 1);
        assertThat(data.classNames()).containsExactly("disc", "square", "triangle", "cross");
        LabelledSamples samples = data.labelledBatch(400, stream());
        assertThat(samples.values()).isEqualTo(data.batch(400, stream()));
        // The largest ink that a shape of radius r = 10 has is its area: of the triangle 1.30 r², of the disc 3.14 r².
        double[] largest = new double[4];
        for (int i = 0; i < 400; i++) {
            double ink = 0;
            for (int pixel = 0; pixel < 784; pixel++) {
                ink += (samples.values()[i * 784 + pixel] + 1) / 2;
            }
            largest[samples.labels()[i]] = Math.max(largest[samples.labels()[i]], ink);
        }
        assertThat(largest[0]).isBetween(280.0, 320.0);
        assertThat(largest[1]).isBetween(180.0, 205.0);
        assertThat(largest[2]).isBetween(115.0, 135.0);
        assertThat(largest[3]).isBetween(150.0, 205.0);
    }
}
