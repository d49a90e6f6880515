package lipschitzlab.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lipschitzlab.file.FolderEntries;
import lipschitzlab.file.HeapSpace;
import lipschitzlab.file.RegularFile;
import lipschitzlab.setting.InputException;

/**
 * Reads the pictures in a folder and in the folders inside it, which are their classes ({@link FolderClasses}), in the order of their
 * paths. What is hidden is not looked at; what cannot be read is left out and told.
 */
final class PictureFolder {
    private static final Pattern NAME = Pattern.compile("(?i).+\\.(png|jpe?g|jfif|webp|tiff?|bmp|gif)");

    /** How many entries of a folder are looked at before it is known what it holds. */
    private static final int LOOKED_AT = 1000;

    /** The record of a run, whose folder holds pictures too. */
    private static final String RUN = "run.yaml";

    /** After how many files it is asked whether there is room for them. */
    private static final int AT_ONCE = 4096;

    /** How many files that were left out are named. */
    private static final int NAMED = 3;

    private final Path folder;
    private final PictureForm form;
    private final PictureBytes.Builder pictures;
    private final Map<String, Integer> folders = new LinkedHashMap<>();
    private final List<String> leftOut = new ArrayList<>();

    private PictureFolder(Path folder, PictureForm form) {
        this.folder = folder;
        this.form = form;
        this.pictures = new PictureBytes.Builder(form.cropping().shape());
    }

    /** Whether a folder holds, by the names of the first files, mostly pictures, which are not those of a run. */
    static boolean mostlyPictures(Path folder) {
        if (Files.exists(folder.resolve(RUN))) {
            return false;
        }
        try {
            FirstFiles first = new FirstFiles(folder);
            Files.walkFileTree(folder, first);
            return first.pictures >= LabelledPictures.FEWEST && 2 * first.pictures > first.files;
        } catch (IOException failure) {
            throw unreadable(folder, failure);
        }
    }

    /** Counts the first files that a person sees, and pictures among them; folders that may not be read are passed over. */
    private static final class FirstFiles extends SimpleFileVisitor<Path> {
        private final Path folder;
        private int lookedAt;
        private int files;
        private int pictures;

        FirstFiles(Path folder) {
            this.folder = folder;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
            lookedAt++;
            return inner.equals(folder) || seen(inner) && Files.isReadable(inner)
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            lookedAt++;
            if (seen(file) && Files.isRegularFile(file)) {
                files++;
                pictures += NAME.matcher(file.getFileName().toString()).matches() ? 1 : 0;
            }
            return lookedAt < LOOKED_AT ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        private boolean seen(Path inside) {
            return FolderEntries.visible(folder.relativize(inside));
        }
    }

    static LabelledPictures read(Path folder, PictureForm form) {
        return new PictureFolder(folder, form).pictures();
    }

    private LabelledPictures pictures() {
        List<Path> files = files();
        FitChoice fit = FitChoice.of(files, form);
        PictureScaling scaling = fit.scaling();
        files.forEach(file -> add(file, scaling));
        if (pictures.count() < LabelledPictures.FEWEST) {
            throw tooFew(files.size());
        }
        String opened = String.valueOf(folder.getFileName());
        return LabelledPictures.of(
                opened,
                pictures.build(),
                FolderClasses.of(opened, List.copyOf(folders.keySet()), pictures.numbers()),
                scaling.words(),
                Stream.concat(fit.note().stream(), leftOut.isEmpty() ? Stream.empty() : Stream.of(leftOutInWords()))
                        .toList());
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> files = new ArrayList<>();
            all.filter(file -> FolderEntries.visible(folder.relativize(file)))
                    .filter(Files::isRegularFile)
                    .forEach(file -> {
                        files.add(file);
                        if (files.size() % AT_ONCE == 0) {
                            requireRoom("more than ", files.size());
                        }
                    });
            files.sort(Comparator.comparing(this::name));
            requireRoom("", files.size());
            return files;
        } catch (IOException | UncheckedIOException failure) {
            throw unreadable(folder, failure);
        }
    }

    /** Refuses more files than there is memory for if each is a picture. */
    private void requireRoom(String atLeast, int files) {
        PictureScaling scaling = form.cropping();
        long bytes = (long) files * scaling.shape().length();
        HeapSpace.require(
                bytes,
                bytes,
                RegularFile.name(folder),
                atLeast + String.format(Locale.ROOT, "%,d pictures of %s", files, scaling.words()));
    }

    private static InputException unreadable(Path folder, Exception failure) {
        return new InputException(
                RegularFile.name(folder),
                PictureFile.EXPECTED,
                "an error while looking into it (" + failure + ")",
                "Check the disk, and whether links in the folder lead in a circle.",
                failure);
    }

    /** The path inside the folder, the same on every system. */
    private String name(Path file) {
        return StreamSupport.stream(folder.relativize(file).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }

    private void add(Path file, PictureScaling scaling) {
        String name = name(file);
        try {
            if (Files.size(file) == 0) {
                leftOut.add(name + " (empty)");
                return;
            }
            byte[] picture = PictureDecoder.read(file, scaling);
            String inside = name.substring(0, Math.max(0, name.lastIndexOf('/')));
            pictures.add(picture, folders.computeIfAbsent(inside, other -> folders.size()));
        } catch (IOException broken) {
            leftOut.add(name + " (" + broken.getMessage() + ")");
        }
    }

    private String leftOutInWords() {
        int more = leftOut.size() - NAMED;
        return String.format(
                Locale.ROOT,
                "Left out %,d %s: %s%s.",
                leftOut.size(),
                leftOut.size() == 1 ? "file" : "files",
                leftOut.stream().limit(NAMED).collect(Collectors.joining(", ")),
                more > 0 ? String.format(Locale.ROOT, " and %,d more", more) : "");
    }

    private InputException tooFew(int files) {
        Optional<UnreadableFormat> other = PythonCifar.of(folder);
        String found = files == 0
                ? "a folder without files"
                : "a folder in which " + pictures.count() + " of " + files + " files can be read";
        return new InputException(
                RegularFile.name(folder),
                "a folder with " + LabelledPictures.FEWEST
                        + " pictures or more (PNG, JPEG, WebP, TIFF, BMP or GIF), or CIFAR's binary batches",
                other.map(UnreadableFormat::words)
                        .orElseGet(() -> leftOut.isEmpty()
                                ? found
                                : found + ". " + leftOutInWords().replaceFirst("\\.$", "")),
                other.map(UnreadableFormat::remedy)
                        .orElse("Choose the folder that holds the pictures; they may lie in folders inside it."));
    }
}
