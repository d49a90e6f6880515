package lipschitzlab.picture;

import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lipschitzlab.file.RegularFile;

/** Grey pictures of an IDX file, brought to one form, with the labels that lie beside them. */
public final class IdxPictures {
    private final int height;
    private final int width;
    private final boolean transposed;
    private final PictureScaling scaling;
    private final PictureBytes.Builder pictures;

    private IdxPictures(int height, int width, boolean transposed, PictureScaling scaling) {
        this.height = height;
        this.width = width;
        this.transposed = transposed;
        this.scaling = scaling;
        this.pictures = new PictureBytes.Builder(scaling.shape());
    }

    /**
     * Reads a file.
     *
     * @throws lipschitzlab.setting.InputException if it holds something else or is not whole, or if the pictures do not fit into the
     *     memory
     */
    public static LabelledPictures read(Path path, IdxForm form) {
        IdxReader reader = new IdxReader(new RegularFile(path, "an IDX file of pictures"));
        boolean transposed = form.transposes(path);
        int height = transposed ? reader.width() : reader.height();
        int width = transposed ? reader.height() : reader.width();
        PictureScaling scaling = form.scaling(height, width);
        reader.requireRoom(scaling.shape().length());
        IdxPictures read = new IdxPictures(height, width, transposed, scaling);
        reader.forEach(read::add);
        return read.labelled(path);
    }

    private void add(byte[] picture) {
        int size = scaling.shape().size(1);
        boolean asTheyAre = !transposed
                && height == size
                && width == size
                && scaling.shape().size(0) == 1;
        pictures.add(asTheyAre ? picture : scaled(picture), 0);
    }

    private byte[] scaled(byte[] picture) {
        Rectangle region = scaling.region(width, height);
        return scaling.scale(region.width, region.height, (y, row) -> {
            for (int x = 0; x < region.width; x++) {
                int level = level(picture, region.y + y, region.x + x);
                for (int channel = 0; channel < 3; channel++) {
                    row[channel * region.width + x] = level;
                }
            }
        });
    }

    private int level(byte[] picture, int y, int x) {
        return picture[transposed ? x * height + y : y * width + x] & 0xFF;
    }

    private LabelledPictures labelled(Path path) {
        IdxLabels.Found labels = new IdxLabels(path, pictures.count()).beside();
        List<String> notes = new ArrayList<>();
        int size = scaling.shape().size(1);
        if (height != size || width != size) {
            Rectangle region = scaling.region(width, height);
            notes.add(String.format(
                    Locale.ROOT,
                    "Scaled from %d×%d pixels%s.",
                    height,
                    width,
                    height == width
                            ? ""
                            : region.height == region.width
                                    ? ", of which the square in the middle is taken"
                                    : ", kept whole between black bars"));
        }
        if (transposed) {
            notes.add("Rows and columns are exchanged, since EMNIST's pictures lie on their side;"
                    + " --set data.transpose=false leaves them.");
        }
        notes.addAll(labels.notes());
        return LabelledPictures.of(
                String.valueOf(path.getFileName()), pictures.build(), labels.classes(), scaling.words(), notes);
    }
}
