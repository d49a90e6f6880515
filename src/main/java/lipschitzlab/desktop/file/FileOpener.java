package lipschitzlab.desktop.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.stage.Window;
import lipschitzlab.dataset.DataFile;
import lipschitzlab.desktop.model.BesideModel;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.desktop.model.LessonModel;
import lipschitzlab.export.run.RunReader;
import lipschitzlab.lesson.Lesson;
import lipschitzlab.lesson.LessonReader;
import lipschitzlab.preset.OwnData;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;

/**
 * Opens any file that a person chooses or drops: data, presets, records of runs and lessons, told apart by their content.
 */
public final class FileOpener {
    /** What can be opened, for a person whose file is something else. */
    static final String READ =
            "points of the plane in a table (CSV or text), pictures in MNIST's format (IDX) or the folder that holds them,"
                    + " folders of PNG, JPEG, WebP, TIFF, BMP or GIF pictures, CIFAR-10's and CIFAR-100's binary batches, presets, runs (their folders, or their records to repeat them), and lessons";

    private static final String[] YAML = {"*.yaml", "*.yml"};
    private static final String[] DATA = {
        "*.csv", "*.tsv", "*.txt", "*.dat", "*-ubyte", "*.idx", "*.idx3", "*.bin", "*.gz", "*.CSV", "*.TXT"
    };
    private static final int NAMED = 3;

    private final LabModel model;
    private final BesideModel beside;
    private final PresetOpener presets;
    private final LessonModel lessons;
    private final RecentRuns recent;
    private final FileDialogs dialogs;
    private final Supplier<Window> owner;

    public FileOpener(
            LabModel model,
            BesideModel beside,
            PresetOpener presets,
            LessonModel lessons,
            RecentRuns recent,
            FileDialogs dialogs,
            Supplier<Window> owner) {
        this.model = model;
        this.beside = beside;
        this.presets = presets;
        this.lessons = lessons;
        this.recent = recent;
        this.dialogs = dialogs;
        this.owner = owner;
    }

    /** Asks for a preset or a lesson and opens it; or whatever else was chosen. */
    public void ask() {
        ask("Open a preset or a lesson", "Presets, run records and lessons", YAML);
    }

    /** As {@link #ask()}, in words for somebody who looks for a lesson. */
    public void askForLesson() {
        ask("Open a lesson", "Lessons", YAML);
    }

    /** Asks for a file of data and starts an experiment on it; or opens whatever else was chosen. */
    public void askForData() {
        ask("Open your data", "Tables of points, IDX pictures and CIFAR batches", DATA);
    }

    /** Asks for a folder with pictures and starts an experiment on them. */
    void askForFolder() {
        dialogs.folder(owner.get(), "Open a folder of pictures").ifPresent(folder -> open(List.of(folder)));
    }

    /** Asks for the folder of a run and shows it as it was left. */
    void askForRun() {
        dialogs.folder(owner.get(), "Open the folder of a run").ifPresent(folder -> open(List.of(folder)));
    }

    /** Asks for the folder of a second run and shows it beside the one that is open. */
    void askForRunBeside() {
        dialogs.folder(owner.get(), "Open the folder of a run beside this one").ifPresent(beside::open);
    }

    /** Lists the runs that were opened or saved last, to open one of them. */
    void showRecentRuns() {
        recent.look();
        new RecentRunsDialog(recent, folder -> open(List.of(folder)), beside::open).show(owner.get());
    }

    private void ask(String title, String kind, String... patterns) {
        dialogs.open(owner.get(), title, kind, patterns).ifPresent(file -> open(List.of(file)));
    }

    /**
     * Opens what was chosen, or dropped onto the window. Reads in the background; what was found is opened on the window's thread.
     * Of several files, such as pictures with their labels, the only one that can be opened is; of two runs, one is shown beside the
     * other.
     */
    public void open(List<Path> paths) {
        if (paths.isEmpty()) {
            return;
        }
        model.say("Reading " + names(paths) + " …");
        model.inBackground(names(paths) + " could not be opened", () -> opening(paths), Runnable::run);
    }

    private Runnable opening(List<Path> paths) {
        if (paths.size() == 1) {
            if (RunReader.isRun(paths.get(0))) {
                return () -> model.openRun(paths.get(0));
            }
            DataFile found = DataFile.at(paths.get(0));
            return opening(found)
                    .orElseGet(() -> () -> model.report(
                            "This cannot be opened", found.sentence() + "\n\nThe lab reads " + READ + "."));
        }
        if (paths.size() == 2 && paths.stream().allMatch(RunReader::isRun)) {
            return () -> {
                model.openRun(paths.get(0));
                beside.open(paths.get(1));
            };
        }
        List<DataFile> found = paths.stream().map(DataFile::at).toList();
        List<DataFile> openable = found.stream()
                .filter(each -> each.kind() != DataFile.Kind.OTHER)
                .toList();
        if (openable.size() == 1) {
            return opening(openable.get(0)).orElseThrow();
        }
        String each = found.stream()
                .map(file -> file.path().getFileName() + ": " + file.words())
                .collect(Collectors.joining("\n"));
        return () -> model.report(
                paths.size() + " files at once",
                (openable.isEmpty()
                                ? "None of them can be opened:\n\n"
                                : "One experiment is open at a time. Choose one:\n\n")
                        + each + "\n\nThe lab reads " + READ + ".");
    }

    /** Reads what is found, unless it is something that the lab does not read. */
    private Optional<Runnable> opening(DataFile found) {
        if (found.kind() == DataFile.Kind.YAML) {
            return Optional.of(yaml(found.path()));
        }
        return found.kind().dataset().map(kind -> {
            Preset preset = OwnData.preset(kind, found.path());
            return () -> presets.open(preset, found.path());
        });
    }

    private Runnable yaml(Path file) {
        if (LessonReader.recognises(file)) {
            Lesson lesson = LessonReader.read(file);
            return () -> lessons.open(lesson);
        }
        Preset preset = PresetReader.read(file, Map.of());
        return () -> presets.open(preset, file);
    }

    private static String names(List<Path> paths) {
        String some = paths.stream()
                .limit(NAMED)
                .map(path -> String.valueOf(path.getFileName()))
                .collect(Collectors.joining(", "));
        return paths.size() > NAMED ? some + " and " + (paths.size() - NAMED) + " more" : some;
    }
}
