package lipschitzlab.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import lipschitzlab.file.FileHead;

/**
 * The format of a file that the lab cannot read data from, recognised by the file's first bytes.
 *
 * @param words what it is: "a PNG picture"
 * @param remedy what to do, as a sentence
 */
public record UnreadableFormat(String words, String remedy) {
    private static final String PICTURES =
            "Choose the folder that holds it and the other PNG, JPEG, WebP, TIFF, BMP or GIF pictures, or an IDX file of pictures.";
    private static final String BINARY = "Get the set's binary version, and choose its folder.";

    /** How CIFAR-100's Python version begins: with the names of its pictures. */
    private static final Pattern CIFAR_NAMES = Pattern.compile("filenames[\\s\\S]+_s_\\d{6}\\.png");

    private static final String UNPACK = "Unpack it, and choose the file inside.";
    private static final String EXPORT = "Save the table as CSV from the program that wrote it.";
    private static final String AGAIN = "The download gave this in place of the file; get the file itself.";
    private static final List<Known> KNOWN = known();

    /** A format and how its files begin. */
    private record Known(Predicate<FileHead> begins, UnreadableFormat format) {}

    /** What the file is, if it is one of the formats that people mistake for data. */
    public static Optional<UnreadableFormat> of(FileHead head) {
        return KNOWN.stream()
                .filter(known -> known.begins().test(head))
                .map(Known::format)
                .findFirst()
                .or(() -> page(head));
    }

    /** Whether a file begins as pickles of Python do since protocol 2. */
    static boolean isPickle(FileHead head) {
        return head.at(0) == 0x80 && head.at(1) >= 2 && head.at(1) <= 5;
    }

    private static List<Known> known() {
        List<Known> known = new ArrayList<>();
        known.add(new Known(
                head -> head.gzipped() && FileHead.isGzip(head.bytes()),
                new UnreadableFormat("a file that was gzipped twice", "Unpack it once with gunzip.")));
        addSets(known);
        addArrays(known);
        addArchives(known);
        addPictures(known);
        addOtherPictures(known);
        addDocuments(known);
        return List.copyOf(known);
    }

    private static void addArrays(List<Known> known) {
        begins(known, "\u0093NUMPY", "a NumPy array (.npy)", "Save it with numpy.savetxt, and choose that file.");
        zip(known, ".npy", "a NumPy archive (.npz)", "Save its array with numpy.savetxt, and choose that file.");
        begins(known, "\u0089HDF\r\n\u001A\n", "an HDF5 file", EXPORT);
        begins(known, "MATLAB 5.0 MAT-file", "a MATLAB file (.mat)", "Save the table with writematrix as CSV.");
        begins(known, "PAR1", "a Parquet file", EXPORT);
        begins(known, "SQLite format 3\0", "an SQLite database", EXPORT);
        known.add(new Known(
                UnreadableFormat::isPickle,
                new UnreadableFormat("a Python pickle", "Save the array with numpy.savetxt as text.")));
        for (Cifar set : Cifar.values()) {
            known.add(new Known(
                    set::recognises, new UnreadableFormat(set.words(), "Choose the data kind pictures for it.")));
        }
    }

    /** The pixels of pictures in files of other programs. */
    private static void addSets(List<Known> known) {
        known.add(new Known(
                head -> isPickle(head)
                        && (head.characters().contains("batch_label")
                                || CIFAR_NAMES.matcher(head.characters()).find()),
                new UnreadableFormat("a batch of CIFAR's Python version (a pickle)", BINARY)));
        known.add(new Known(
                head -> isPickle(head) && head.characters().contains("fine_label"),
                new UnreadableFormat("CIFAR-100's Python version (a pickle)", BINARY)));
        zip(known, "/data.pkl", "a file of PyTorch (.pt)", "Save its pictures as PNG, or as IDX.");
        begins(known, "ARROW1", "an Arrow file", EXPORT);
        known.add(new Known(
                head -> head.holdsAt(8, "{\"") && head.at(7) == 0,
                new UnreadableFormat("a safetensors file", "Save its pictures as PNG, or as IDX.")));
    }

    private static void addArchives(List<Known> known) {
        zip(known, "xl/", "an Excel workbook (.xlsx)", EXPORT);
        zip(known, "opendocument.spreadsheet", "an OpenDocument spreadsheet (.ods)", EXPORT);
        zip(known, "word/", "a Word document (.docx)", "Save its numbers as a CSV file.");
        zip(known, "idx3", "a ZIP archive with IDX pictures", UNPACK);
        known.add(new Known(
                head -> head.startsWith("PK\u0003\u0004")
                        && head.characters().toLowerCase(Locale.ROOT).matches("(?s).*\\.(png|jpe?g|webp|bmp|gif).*"),
                new UnreadableFormat("a ZIP archive with pictures", "Unpack it, and choose its folder.")));
        zip(known, "", "a ZIP archive", UNPACK);
        begins(known, "PK\u0005\u0006", "an empty ZIP archive", AGAIN);
        begins(known, "7z\u00BC\u00AF", "a 7-Zip archive", UNPACK);
        begins(known, "Rar!", "a RAR archive", UNPACK);
        begins(known, "\u00FD7zXZ\0", "an xz archive", UNPACK);
        begins(known, "BZh", "a bzip2 archive", UNPACK);
        begins(known, "\u0028\u00B5\u002F\u00FD", "a Zstandard archive", UNPACK);
        known.add(new Known(head -> head.holdsAt(257, "ustar"), new UnreadableFormat("a tar archive", UNPACK)));
    }

    private static void addPictures(List<Known> known) {
        begins(known, "\u0089PNG", "a PNG picture", PICTURES);
        begins(known, "\u00FF\u00D8\u00FF", "a JPEG picture", PICTURES);
        begins(known, "GIF8", "a GIF picture", PICTURES);
        begins(known, "II*\0", "a TIFF picture", PICTURES);
        begins(known, "MM\0*", "a TIFF picture", PICTURES);
        known.add(new Known(
                head -> head.startsWith("RIFF") && head.holdsAt(8, "WEBP"),
                new UnreadableFormat("a WebP picture", PICTURES)));
        known.add(new Known(
                head -> head.startsWith("BM") && head.holdsAt(6, "\0\0\0\0"),
                new UnreadableFormat("a BMP picture", PICTURES)));
    }

    /** Pictures and films that are not read, of the formats of phones and of programs. */
    private static void addOtherPictures(List<Known> known) {
        for (String brand : List.of("heic", "heix", "mif1", "hevc")) {
            picture(known, "ftyp" + brand, 4, "an HEIC picture");
        }
        picture(known, "ftypavif", 4, "an AVIF picture");
        picture(known, "8BPS", 0, "a Photoshop picture");
        picture(known, "\0\0\0\u000CjP  ", 0, "a JPEG 2000 picture");
        picture(known, "\u00FF\n", 0, "a JPEG XL picture");
        picture(known, "\0\0\0\u000CJXL ", 0, "a JPEG XL picture");
        known.add(new Known(
                head -> head.holdsAt(4, "ftyp"),
                new UnreadableFormat(
                        "a film (MP4 or QuickTime)", "Save its frames as PNG pictures, and choose their folder.")));
    }

    private static void picture(List<Known> known, String magic, int offset, String words) {
        known.add(new Known(
                head -> head.holdsAt(offset, magic),
                new UnreadableFormat(words, "Save it and the others as PNG or JPEG, and choose their folder.")));
    }

    private static void addDocuments(List<Known> known) {
        begins(known, "%PDF", "a PDF document", "Save its numbers as a CSV file.");
        begins(known, "{\\rtf", "an RTF document", "Save its numbers as a CSV file.");
        begins(known, "\u00D0\u00CF\u0011\u00E0", "a document of an old Excel or Word (.xls, .doc)", EXPORT);
        begins(known, "\u007FELF", "a program", "Choose the file of data.");
        begins(known, "version https://git-lfs", "a pointer of Git LFS, not the file itself", "Run git lfs pull.");
    }

    private static void begins(List<Known> known, String magic, String words, String remedy) {
        known.add(new Known(head -> head.startsWith(magic), new UnreadableFormat(words, remedy)));
    }

    private static void zip(List<Known> known, String name, String words, String remedy) {
        known.add(new Known(
                head -> head.startsWith("PK\u0003\u0004") && head.characters().contains(name),
                new UnreadableFormat(words, remedy)));
    }

    private static Optional<UnreadableFormat> page(FileHead head) {
        String text = head.characters().replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading();
        String start = text.substring(0, Math.min(text.length(), 1024)).toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.contains("<head>")) {
            return Optional.of(new UnreadableFormat("a web page (HTML)", AGAIN));
        }
        if (start.startsWith("<?xml") || start.startsWith("<svg")) {
            return Optional.of(new UnreadableFormat("an XML document", "Save its numbers as a CSV file."));
        }
        if (start.matches("(?s)(\\{\\s*\"|\\[\\s*[\\[{\"\\d-]).*")) {
            return Optional.of(new UnreadableFormat("a JSON document", "Save its numbers as a CSV file."));
        }
        return Optional.empty();
    }
}
