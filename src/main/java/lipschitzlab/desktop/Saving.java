package lipschitzlab.desktop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.stage.Window;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.SharedSettings;
import lipschitzlab.experiment.Snapshot;
import lipschitzlab.export.ChartTheme;
import lipschitzlab.export.Figures;
import lipschitzlab.export.Palette;
import lipschitzlab.export.Pictures;
import lipschitzlab.export.Raster;
import lipschitzlab.export.RunDirectory;
import lipschitzlab.export.RunRecord;
import lipschitzlab.export.SamplePicture;

/** Saves what is on show, in the background, while lanes train on. */
final class Saving {
    private static final int PICTURE_SIDE = 1000;
    private static final int GRID_SCALE = 4;

    private final LabModel model;
    private final FileDialogs dialogs;
    private final Supplier<Window> owner;

    Saving(LabModel model, FileDialogs dialogs, Supplier<Window> owner) {
        this.model = model;
        this.dialogs = dialogs;
        this.owner = owner;
    }

    /** One picture of each lane's newest samples, into a folder. */
    void samples() {
        intoFolder("Save samples", (experiment, folder) -> {
            double scale = SamplePicture.surfaceScale(experiment.lanes().stream()
                    .flatMap(lane -> lane.snapshot().stream())
                    .toList());
            for (Lane lane : experiment.lanes()) {
                lane.snapshot().ifPresent(snapshot -> writePicture(experiment, lane, snapshot, scale, folder));
            }
            return folder;
        });
    }

    private static void writePicture(Experiment experiment, Lane lane, Snapshot snapshot, double scale, Path folder) {
        long seed = experiment.preset().shared().count(SharedSettings.SEED);
        Raster picture = snapshot.surface().isPresent()
                ? SamplePicture.points(
                        snapshot,
                        SamplePicture.realPoints(experiment.data(), seed),
                        scale,
                        PICTURE_SIDE,
                        ChartTheme.LIGHT,
                        Palette.of(lane.plan().constraint()))
                : SamplePicture.grid(snapshot, 8, GRID_SCALE, GRID_SCALE);
        Map<String, String> texts = Map.of(
                "preset",
                experiment.preset().name(),
                "lane",
                lane.id(),
                "seed",
                Long.toString(seed),
                "step",
                Integer.toString(snapshot.step()));
        Pictures.write(folder.resolve(lane.id() + "-" + snapshot.step() + ".png"), picture, texts);
    }

    /** Curves and spectra for print, into a folder. */
    void figures() {
        intoFolder("Save figures", (experiment, folder) -> {
            Figures.write(folder, experiment, ChartTheme.LIGHT);
            return folder;
        });
    }

    /** Everything there is of this run, into a new folder inside the chosen one. */
    void run() {
        intoFolder("Save the whole run", (experiment, folder) -> {
            RunDirectory directory = RunDirectory.create(folder.resolve(nameOf(experiment)), true);
            directory.writeRecord(RunRecord.yaml(experiment));
            directory.writeCurves(experiment.lanes());
            directory.writeSpectra(experiment.lanes());
            for (Lane lane : experiment.lanes()) {
                lane.snapshot().ifPresent(snapshot -> directory.writeSamples(experiment, lane, snapshot));
            }
            directory.writeHistory(experiment.lanes());
            directory.writeFigures(experiment);
            return directory.path();
        });
    }

    private static String nameOf(Experiment experiment) {
        int step = experiment.lanes().stream().mapToInt(Lane::step).max().orElse(0);
        String seed = experiment.preset().shared().text(SharedSettings.SEED.key());
        return String.format(
                Locale.ROOT, "%s-seed%s-step%d", experiment.preset().name(), seed, step);
    }

    /** The experiment with all that was changed while it ran, as a preset that opens here and on the command line. */
    void preset() {
        model.experimentProperty().get().ifPresent(experiment -> dialogs.save(
                        owner.get(), "Save the experiment", experiment.preset().name() + ".yaml")
                .ifPresent(file -> save("The experiment could not be saved", () -> written(file, experiment))));
    }

    private static Path written(Path file, Experiment experiment) throws IOException {
        return Files.writeString(file, RunRecord.yaml(experiment), StandardCharsets.UTF_8);
    }

    /** Writes something of an experiment into a folder, and says where. */
    @FunctionalInterface
    private interface Writer {
        Path write(Experiment experiment, Path folder);
    }

    private void intoFolder(String title, Writer writer) {
        model.experimentProperty().get().ifPresent(experiment -> dialogs.folder(owner.get(), title)
                .ifPresent(path -> save(title + ": it did not work", () -> writer.write(experiment, path))));
    }

    private void save(String trouble, Callable<Path> work) {
        model.say("Saving …");
        model.inBackground(trouble, work, path -> model.say("Saved to " + path));
    }
}
