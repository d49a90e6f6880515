package lipschitzlab.plot.grid;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.LaneTitles;
import lipschitzlab.file.WholeFile;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.plot.Pictures;
import lipschitzlab.plot.Raster;
import lipschitzlab.plot.SamplePicture;
import lipschitzlab.plot.card.PictureTexts;
import lipschitzlab.plot.card.SamplesPage;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.LaneStyle;
import lipschitzlab.plot.style.Palette;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.InputException;

/**
 * How lanes learned, as pictures: the samples of one latent batch at the steps that were recorded, all lanes side by side. What it shows
 * is taken when it is made; painting it may happen on any thread.
 */
public final class Film {
    /** As many rows and columns of pictures in each frame, where nobody asks for others. */
    public static final String USUAL_GRID = "5x5";

    /** As many frames at most, where nobody asks for another number. */
    public static final int USUAL_FRAMES = 60;

    /** The side of points' pictures, and the most that those of a grid have at a scale of 2 or more. */
    private static final int SIDE = 340;

    private static final int HUNDREDTHS = 12;
    private static final int LAST_HUNDREDTHS = 250;

    private final Experiment experiment;
    private final List<Strip> strips;
    private final List<Integer> steps;
    private final Optional<GridRows> layout;
    private final ChartTheme theme;
    private final float[] realPoints;

    /** What one lane recorded. */
    private record Strip(Lane lane, String title, LaneStyle style, List<Snapshot> frames) {
        /** The last frame up to a step, or else the first. */
        Snapshot at(int step) {
            Snapshot found = frames.get(0);
            for (Snapshot frame : frames) {
                found = frame.step() <= step ? frame : found;
            }
            return found;
        }
    }

    private Film(
            Experiment experiment,
            List<Strip> strips,
            List<Integer> steps,
            Optional<GridRows> layout,
            ChartTheme theme) {
        this.experiment = experiment;
        this.strips = strips;
        this.steps = steps;
        this.layout = layout;
        this.theme = theme;
        this.realPoints = SamplePicture.realPoints(
                experiment.data(), experiment.preset().shared().get(SharedSettings.SEED));
    }

    /**
     * The film of what an experiment has recorded so far.
     *
     * @param grid rows and columns of pictures, such as {@code 5x5}; of no meaning for points
     * @param scale as {@link GridLayout#parse} takes it
     * @param most frames, of which the first and the last are always shown
     * @throws InputException if nothing is recorded, or {@code grid} is none or larger than what is recorded
     */
    public static Film of(Experiment experiment, String grid, String scale, int most, ChartTheme theme) {
        List<Lane> lanes = experiment.lanes();
        List<String> titles = LaneTitles.now(lanes);
        List<LaneStyle> styles = Palette.styles(lanes.stream().map(Lane::spec).toList());
        List<Strip> strips = new ArrayList<>();
        TreeSet<Integer> steps = new TreeSet<>();
        for (int i = 0; i < lanes.size(); i++) {
            List<Snapshot> frames = lanes.get(i).history().frames();
            if (!frames.isEmpty()) {
                strips.add(new Strip(lanes.get(i), titles.get(i), styles.get(i), frames));
                frames.forEach(frame -> steps.add(frame.step()));
            }
        }
        if (strips.isEmpty()) {
            throw new InputException(
                    "the film",
                    "a run with a history of its samples",
                    "none",
                    "Train at least one step, or the run again.");
        }
        Optional<GridRows> layout = layout(experiment, strips, grid, scale);
        return new Film(experiment, strips, evenly(List.copyOf(steps), most), layout, theme);
    }

    private static Optional<GridRows> layout(Experiment experiment, List<Strip> strips, String grid, String scale) {
        if (experiment.data().sampleShape().rank() < 3) {
            return Optional.empty();
        }
        int width = experiment.data().sampleShape().size(2);
        String own = scale.isBlank() ? Integer.toString(Math.max(1, SIDE / (5 * width))) : scale;
        GridLayout layout =
                GridLayout.parse("the film's grid", grid, own, experiment.data().sampleShape());
        GridRows rows = GridRows.of(experiment, layout);
        Snapshot recorded = strips.get(0).at(0);
        if (!rows.areIn(recorded)) {
            throw new InputException(
                    "the film's grid",
                    "at most the " + recorded.sampleCount() + " samples that are recorded, and a row for each class",
                    layout.count() + "",
                    "Ask for fewer rows or columns.");
        }
        return Optional.of(rows);
    }

    /** The first, the last and evenly spread ones between. */
    private static List<Integer> evenly(List<Integer> steps, int most) {
        if (steps.size() <= most) {
            return steps;
        }
        return IntStream.range(0, most)
                .map(i -> most == 1 ? steps.size() - 1 : Math.round((steps.size() - 1f) * i / (most - 1)))
                .mapToObj(steps::get)
                .toList();
    }

    /** The steps of its frames, rising. */
    public List<Integer> steps() {
        return steps;
    }

    private List<Snapshot> shown(int place) {
        return strips.stream().map(strip -> strip.at(steps.get(place))).toList();
    }

    private BufferedImage frame(int place) {
        List<Snapshot> shown = shown(place);
        double scale = SamplePicture.surfaceScale(shown);
        List<Panel> panels = new ArrayList<>();
        for (int i = 0; i < strips.size(); i++) {
            Strip strip = strips.get(i);
            Snapshot snapshot = shown.get(i);
            panels.add(new Panel(
                    strip.title(),
                    Optional.of(strip.style()),
                    GridPicture.step(snapshot.step()),
                    picture(snapshot, strip.style(), scale)));
        }
        return new PanelSheet(
                        panels, layout.map(GridRows::names).orElse(List.of()), true, SamplesPage.source(experiment))
                .image(theme);
    }

    private Raster picture(Snapshot snapshot, LaneStyle style, double scale) {
        return layout.map(rows -> GridPicture.grid(rows.of(snapshot), rows.layout()))
                .orElseGet(() -> SamplePicture.points(snapshot, realPoints, scale, SIDE, theme, style.ink(theme)));
    }

    private Map<String, String> texts(int place) {
        return PictureTexts.of(
                experiment,
                strips.stream().map(Strip::lane).toList(),
                shown(place).stream().map(Snapshot::step).toList());
    }

    /**
     * Writes it as an animated GIF, all at once or not at all.
     *
     * @throws InputException if it cannot be written
     */
    public void writeGif(Path file) {
        Map<String, String> texts = texts(0);
        texts.put("step", steps.get(0) + " to " + steps.get(steps.size() - 1));
        texts.put("Software", Pictures.SOFTWARE);
        String comment = texts.entrySet().stream()
                .map(text -> text.getKey() + ": " + text.getValue())
                .collect(Collectors.joining("\n"));
        boolean latin = StandardCharsets.ISO_8859_1.newEncoder().canEncode(comment);
        String said = latin ? comment : comment.replaceAll("[^\\x00-\\xFF]", "?");
        GifFile gif = new GifFile(steps.size(), this::frame, HUNDREDTHS, LAST_HUNDREDTHS, said);
        WholeFile.write(file, gif::writeTo);
    }

    /** The names of the files that {@link #writeFrames} writes: by number, so that every program keeps their order. */
    public List<String> frameNames() {
        return IntStream.range(0, steps.size())
                .mapToObj(place -> String.format(Locale.ROOT, "frame-%04d-step-%d.png", place + 1, steps.get(place)))
                .toList();
    }

    /**
     * Writes one of its frames as a PNG file.
     *
     * @param place of the frame, from 0
     * @throws InputException if it cannot be written
     */
    public void writeFrame(Path folder, int place) {
        Pictures.write(folder.resolve(frameNames().get(place)), frame(place), texts(place));
    }

    /**
     * Writes every frame as a PNG file.
     *
     * @throws InputException if one cannot be written
     */
    public void writeFrames(Path folder) {
        IntStream.range(0, steps.size()).forEach(place -> writeFrame(folder, place));
    }
}
