package lipschitzlab.dataset;

import java.util.List;
import lipschitzlab.setting.Setting;

/** The kinds of data that the lab knows, in the order in which a list shows them. */
public enum DatasetKind {
    /** {@link GaussianMixture#eightGaussians}. */
    EIGHT_GAUSSIANS("eight-gaussians", "8 Gaussians", Form.POINTS, Source.MADE, "Eight narrow Gaussians on a circle."),
    /** {@link GaussianMixture#twentyFiveGaussians}. */
    TWENTY_FIVE_GAUSSIANS(
            "twenty-five-gaussians",
            "25 Gaussians",
            Form.POINTS,
            Source.MADE,
            "Twenty-five narrow Gaussians on a square grid."),
    /** {@link SwissRoll}. */
    SWISS_ROLL("swiss-roll", "Swiss roll", Form.POINTS, Source.MADE, "A noisy spiral, one connected curve."),
    /** {@link DisjointSegments}. */
    DISJOINT(
            "disjoint",
            "Disjoint segments",
            Form.POINTS,
            Source.MADE,
            "Real points on one segment, fakes on a parallel one that it never meets.",
            Datasets.DISTANCE),
    /** {@link LineMixture}. */
    LINE(
            "line",
            "Gaussians on a line",
            Form.NUMBERS,
            Source.MADE,
            "Numbers around a few centres: densities, the critic and its slope are curves in one picture.",
            Datasets.CENTRES,
            Datasets.SPACING,
            Datasets.SIGMA),
    /** {@link PointFile}. */
    CSV(
            "csv",
            "Points from a table",
            Form.POINTS,
            Source.FILE,
            "A text file with two columns of numbers, as spreadsheets, NumPy, pandas or R write it (CSV).",
            TableSettings.all()),
    /** {@link PictureSet#readIdx}. */
    IDX(
            "idx",
            "Pictures from an IDX file",
            Form.IMAGES,
            Source.FILE,
            "MNIST or another set in its format, of any size, gzipped or not; a file or its folder.",
            PictureSettings.ofIdx()),
    /** {@link PictureSet#read}. */
    PICTURES(
            "pictures",
            "Pictures from a folder",
            Form.IMAGES,
            Source.FILE,
            "A folder of PNG, JPEG, WebP, TIFF, BMP or GIF pictures, of any size, in folders by class or not; or CIFAR's binary batches.",
            PictureSettings.ofPictures()),
    /** {@link DrawnShapes}. */
    SHAPES(
            "shapes",
            "Drawn shapes",
            Form.IMAGES,
            Source.MADE,
            "Discs, squares, triangles and crosses, grey or coloured, drawn as they are needed.",
            Datasets.SIDE,
            Datasets.CHANNELS);

    private final String id;
    private final String title;
    private final Form form;
    private final Source source;
    private final String help;
    private final List<Setting<?>> settings;

    DatasetKind(String id, String title, Form form, Source source, String help, Setting<?>... settings) {
        this(id, title, form, source, help, List.of(settings));
    }

    DatasetKind(String id, String title, Form form, Source source, String help, List<Setting<?>> settings) {
        this.id = id;
        this.title = title;
        this.form = form;
        this.source = source;
        this.help = help;
        this.settings = settings;
    }

    /** The name in presets and on the command line. */
    public String id() {
        return id;
    }

    /** The name in the window. */
    public String title() {
        return title;
    }

    /** A sentence for a student. */
    public String help() {
        return help;
    }

    /** Whether samples are pictures; otherwise they are points of the plane or of a line. */
    public boolean images() {
        return form == Form.IMAGES;
    }

    /** Whether samples are points of the plane. */
    public boolean plane() {
        return form == Form.POINTS;
    }

    /** Whether {@link Datasets#create} wants a path. */
    public boolean needsFile() {
        return source == Source.FILE;
    }

    /** What can be set. */
    public List<Setting<?>> settings() {
        return settings;
    }

    private enum Form {
        NUMBERS,
        POINTS,
        IMAGES
    }

    private enum Source {
        MADE,
        FILE
    }
}
