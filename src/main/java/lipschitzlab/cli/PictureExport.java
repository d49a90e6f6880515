package lipschitzlab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.export.run.OpenedRun;
import lipschitzlab.file.NewFolder;
import lipschitzlab.plot.Pictures;
import lipschitzlab.plot.grid.Film;
import lipschitzlab.plot.grid.GridLayout;
import lipschitzlab.plot.grid.GridPicture;
import lipschitzlab.plot.grid.GridRows;
import lipschitzlab.plot.grid.LaneSamples;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.setting.InputException;
import lipschitzlab.training.SampleSource;
import picocli.CommandLine.Option;

/** The options of {@code export} that ask for pictures in place of networks, and what they write. */
final class PictureExport {
    static final String GRID = "--grid";

    @Option(
            names = GRID,
            paramLabel = "ROWSxCOLUMNS",
            description =
                    "Write grids of generated pictures in place of networks, one of each lane and one of all side by side, with"
                            + " real pictures on the left. A run without checkpoints has "
                            + GridLayout.USUAL + " of each lane.")
    private String grid;

    @Option(
            names = "--film",
            paramLabel = "FORMAT",
            description =
                    "Write how the samples of all lanes changed over the run, side by side, in place of networks: gif, an animated"
                            + " picture, or png, a folder of frames. --grid then says how many pictures of each lane a frame shows.")
    private String film;

    @Option(
            names = "--frames",
            paramLabel = "N",
            description = "With --film: at most so many frames; " + Film.USUAL_FRAMES + " otherwise.")
    private Integer frames;

    @Option(
            names = "--scale",
            paramLabel = "N",
            description = "N by N pixels for a pixel of a picture; what suits the pictures otherwise.")
    private String scale = "";

    @Option(names = "--no-real", description = "With --grid: no real pictures beside them.")
    private boolean withoutReal;

    @Option(
            names = "--between",
            description =
                    "With --grid: each row goes from one latent point to another, along a great circle, in every lane the same.")
    private boolean between;

    @Option(
            names = "--average",
            description = "With --grid: pictures of the averaged generator, of a run with generatorAverage above 0.")
    private boolean averaged;

    @Option(
            names = "--truncation",
            paramLabel = "T",
            description =
                    "With --grid: draw components of latent points again that are further from 0 than T, from 0.05 to 4; pictures are"
                            + " then more alike and often better.")
    private String truncation = "";

    @Option(names = "--no-labels", description = "With --grid: no words.")
    private boolean withoutLabels;

    /** How a film is kept. */
    private enum FilmFormat {
        GIF,
        PNG;

        static FilmFormat parse(String text) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "gif" -> GIF;
                case "png" -> PNG;
                default -> throw new InputException("--film", "gif or png", "'" + text + "'", "Correct it.");
            };
        }
    }

    /** Whether pictures are asked for. */
    boolean wanted() {
        return grid != null || film != null;
    }

    /** Opens the run and writes the pictures. */
    void write(OpenedRun run, Backend backend, Path folder, Optional<Path> out, PrintWriter console)
            throws InterruptedException {
        run.notes().forEach(console::println);
        Optional<FilmFormat> format = Optional.ofNullable(film).map(FilmFormat::parse);
        // A film needs no networks, and takes what was recorded.
        OpenedRun opened = format.isPresent() ? run.withoutNetworks() : run;
        try (Experiment experiment = opened.experiment(backend)) {
            experiment.awaitRest();
            if (format.isPresent()) {
                writeFilm(experiment, format.get(), folder, out, console);
            } else {
                writeGrids(experiment, folder, out, console);
            }
        }
        console.flush();
    }

    private void writeGrids(Experiment experiment, Path folder, Optional<Path> out, PrintWriter console) {
        GridPicture.requirePictures(experiment);
        GridLayout layout =
                GridLayout.parse(GRID, grid, scale, experiment.data().sampleShape());
        SampleSource source = SampleSource.of(averaged, truncation);
        GridPicture.Wanted wanted = new GridPicture.Wanted(layout, !withoutReal, !withoutLabels, source, between);
        List<Lane> lanes = experiment.lanes();
        GridRows rows = GridRows.of(experiment, layout);
        List<LaneSamples> samples = between
                ? LaneSamples.along(experiment, LaneSamples.shown(lanes), rows, source)
                : LaneSamples.newest(experiment, lanes, rows, source);
        Path target = out.orElseGet(() -> NewFolder.make(folder.resolve("pictures")));
        for (LaneSamples each : samples) {
            write(experiment, List.of(each), wanted, target.resolve(each.lane().id() + ".png"));
            console.println("Lane " + each.lane().id() + " as it was after step "
                    + each.snapshot().step() + source.words() + ".");
        }
        int files = samples.size();
        if (files > 1) {
            write(experiment, samples, wanted, target.resolve("all-lanes.png"));
            files++;
        }
        console.println("Saved " + files + (files == 1 ? " file to " : " files to ") + target);
    }

    private void writeFilm(
            Experiment experiment, FilmFormat format, Path folder, Optional<Path> out, PrintWriter console) {
        Film made = Film.of(experiment, grid == null ? Film.USUAL_GRID : grid, scale, most(), ChartTheme.LIGHT);
        Path target = out.orElseGet(() -> NewFolder.make(folder.resolve("film")));
        if (format == FilmFormat.GIF) {
            made.writeGif(target.resolve("film.gif"));
            console.println("Saved " + made.steps().size() + " frames as " + target.resolve("film.gif"));
        } else {
            made.writeFrames(target);
            console.println("Saved " + made.steps().size() + " frames to " + target);
        }
    }

    private int most() {
        if (frames != null && frames < 1) {
            throw new InputException("--frames", "a whole number from 1 on", frames.toString(), "Correct it.");
        }
        return frames == null ? Film.USUAL_FRAMES : frames;
    }

    private static void write(Experiment experiment, List<LaneSamples> samples, GridPicture.Wanted wanted, Path file) {
        GridPicture picture = GridPicture.of(experiment, samples, wanted, ChartTheme.LIGHT);
        Pictures.write(file, picture.image(), picture.texts());
    }
}
