package lipschitzlab.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import lipschitzlab.dataset.PlaneUnits;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.export.figure.Figures;
import lipschitzlab.export.network.NetworkFiles;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.plot.PictureFormat;
import lipschitzlab.plot.card.SamplesPage;
import lipschitzlab.plot.grid.Film;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.setting.InputException;

/**
 * Files that are about to be written into a new folder: counted before, and written one by one, so that one that cannot be
 * written does not take the others with it.
 *
 * @param contents what they are, in words
 */
public record RunFiles(String contents, List<Item> items) {
    private static final int NAMED = 4;

    /** One or a few files that are written together. */
    record Item(String name, int files, Consumer<RunDirectory> write) {}

    /**
     * What came of it.
     *
     * @param unwritten the names of what could not be written
     * @param why the first reason, for a person; empty if all was written
     */
    public record Outcome(Path folder, int written, int files, List<String> unwritten, String why) {
        /** Whether nothing is missing. */
        public boolean complete() {
            return unwritten.isEmpty();
        }

        /** Such as "Saved 52 files to DIR", or how many of how many. */
        public String inWords() {
            return complete()
                    ? "Saved " + counted(written) + " to " + folder
                    : "Saved only " + written + " of " + counted(files) + " to " + folder;
        }

        /** What is missing and why. */
        public String missing() {
            String names = String.join(", ", unwritten.subList(0, Math.min(NAMED, unwritten.size())));
            String more = unwritten.size() > NAMED ? " and " + (unwritten.size() - NAMED) + " more" : "";
            return written + " of " + counted(files) + " are in " + folder + ". Not written: " + names + more + ".\n\n"
                    + why;
        }
    }

    /** Copies the list. */
    public RunFiles {
        items = List.copyOf(items);
    }

    /** One picture of each lane's newest samples. */
    public static RunFiles samples(Experiment experiment) {
        List<Item> items = new ArrayList<>();
        for (Lane lane : experiment.lanes()) {
            lane.snapshot().ifPresent(snapshot -> {
                items.add(picture(experiment, lane, snapshot));
                experiment.data().units().ifPresent(units -> items.add(table(lane, snapshot, units)));
            });
        }
        return new RunFiles(
                "The newest samples of each lane, with axes and the scale of the colours; of a table's points also the numbers.",
                items);
    }

    /** The frames of a film. */
    public static RunFiles film(Film film) {
        List<String> names = film.frameNames();
        return new RunFiles(
                "The samples of all lanes side by side at each recorded step, of one latent batch, as PNG.",
                IntStream.range(0, names.size())
                        .mapToObj(
                                place -> new Item(names.get(place), 1, folder -> film.writeFrame(folder.path(), place)))
                        .toList());
    }

    private static Item table(Lane lane, Snapshot snapshot, PlaneUnits units) {
        String name = lane.id() + "-" + snapshot.step() + ".csv";
        return new Item(name, 1, folder -> SampleTable.write(folder.path().resolve(name), snapshot, units));
    }

    private static Item picture(Experiment experiment, Lane lane, Snapshot snapshot) {
        String name = lane.id() + "-" + snapshot.step() + ".png";
        return new Item(name, 1, folder -> {
            SamplesPage samples = SamplesPage.of(experiment, lane, snapshot);
            samples.page().write(folder.path().resolve(name), samples.texts());
        });
    }

    /** Curves and spectra for print. */
    public static RunFiles figures(Experiment experiment) {
        return new RunFiles(
                "Curves of all metrics, the spectra of all layers, and the spectra of each lane over the run; each as PNG and"
                        + " as SVG.",
                figures(experiment, ""));
    }

    private static List<Item> figures(Experiment experiment, String under) {
        List<Item> items = new ArrayList<>();
        for (Figures.Figure figure : Figures.of(experiment, ChartTheme.LIGHT)) {
            for (PictureFormat format : PictureFormat.values()) {
                String name = under + figure.name() + format.ending();
                items.add(new Item(name, 1, folder -> figure.write(folder.path().resolve(name))));
            }
        }
        return items;
    }

    /** Critic and generator of each lane, for other programs. */
    public static RunFiles networks(Experiment experiment) {
        return new RunFiles(
                "Critic and generator of each lane as safetensors, with their layers in architecture.json: PyTorch rebuilds them from"
                        + " these files alone.",
                List.of(new Item(
                        "networks",
                        NetworkFiles.files(experiment),
                        folder -> NetworkFiles.writeAll(folder.path(), experiment))));
    }

    /** Everything there is of a run. */
    public static RunFiles all(Experiment experiment) {
        List<Item> items = new ArrayList<>();
        items.add(new Item("run.yaml", 1, folder -> folder.writeRecord(RunRecord.yaml(experiment))));
        items.add(new Item("curves.csv", 1, folder -> folder.writeCurves(experiment.lanes())));
        items.add(new Item("floors.csv", 1, folder -> folder.writeFloors(experiment)));
        items.add(new Item("spectra.csv", 1, folder -> folder.writeSpectra(experiment.lanes())));
        if (experiment.lanes().stream().anyMatch(lane -> lane.snapshot().isPresent())) {
            items.add(new Item(RunThumbnail.FILE, 1, folder -> folder.writePicture(experiment)));
        }
        for (Lane lane : experiment.lanes()) {
            lane.snapshot()
                    .ifPresent(snapshot -> items.add(new Item(
                            "samples/" + lane.id(),
                            experiment.data().units().isPresent() ? 3 : 2,
                            folder -> folder.writeSamples(experiment, lane, snapshot))));
            if (!lane.history().frames().isEmpty()) {
                items.add(new Item("history/" + lane.id() + ".npz", 1, folder -> folder.writeHistory(List.of(lane))));
            }
        }
        items.addAll(figures(experiment, "figures/"));
        return new RunFiles(
                "The record (run.yaml, which repeats the run), curves and spectra as CSV, the history of each lane as NPZ,"
                        + " pictures of the newest samples, and figures as PNG and SVG.",
                items);
    }

    /** How many files there will be. */
    public int count() {
        return items.stream().mapToInt(Item::files).sum();
    }

    /** A number of files in words. */
    public static String counted(int files) {
        return files == 1 ? "1 file" : files + " files";
    }

    /**
     * Writes what can be written.
     *
     * @param folder is made; may exist if it is empty
     * @throws InputException if there can be no such folder
     */
    public Outcome writeInto(Path folder) {
        RunDirectory directory = RunDirectory.create(folder, false);
        List<String> unwritten = new ArrayList<>();
        String why = "";
        int written = 0;
        for (Item item : items) {
            try {
                item.write().accept(directory);
                written += item.files();
            } catch (InputException refused) {
                why = unwritten.isEmpty() ? refused.getMessage() : why;
                unwritten.add(item.name());
            }
        }
        return new Outcome(folder, written, count(), List.copyOf(unwritten), why);
    }
}
