package lipschitzlab.export;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.export.figure.GradientsFigure;
import lipschitzlab.export.figure.NormsFigure;
import lipschitzlab.export.figure.SpectraFigure;
import lipschitzlab.export.figure.SurfacesFigure;
import lipschitzlab.export.figure.TimesFigure;
import lipschitzlab.figure.PaperFigure;
import lipschitzlab.figure.PaperFigure.FigureForm;
import lipschitzlab.figure.PaperFigure.Result;
import lipschitzlab.file.FileWrites;
import lipschitzlab.file.OutputFolder;
import lipschitzlab.file.WholeFile;
import lipschitzlab.lesson.Lesson.Variant;
import lipschitzlab.plot.FigureSheet;
import lipschitzlab.plot.Page;
import lipschitzlab.plot.Pictures;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.InputException;

/**
 * The folder of a paper's figure: {@code figure.png} and {@code figure.svg}, and a run directory for each of its experiments, named
 * as the variant, or {@code run} if there is only one. Files appear all at once.
 */
public final class FigureDirectory {
    private static final Pattern OWN_FILE = Pattern.compile("figure\\.(png|svg)" + WholeFile.UNFINISHED);
    private static final ChartTheme THEME = ChartTheme.LIGHT;
    private static final int PIXELS_PER_POINT = 3;

    private final Path path;
    private final boolean force;

    private FigureDirectory(Path path, boolean force) {
        this.path = path;
        this.force = force;
    }

    /**
     * A folder for a figure, made if it does not exist.
     *
     * @param force whether folders that hold something are used all the same: an earlier figure is then removed
     * @throws InputException if the folder holds something and {@code force} is not given, or if it cannot be written
     */
    public static FigureDirectory create(Path path, boolean force) {
        OutputFolder.prepare(path, force, OWN_FILE, new OutputFolder.Marker("figure.png", Pictures.SOFTWARE));
        return new FigureDirectory(path, force);
    }

    /** The folder. */
    public Path path() {
        return path;
    }

    /**
     * The directory of one experiment's run.
     *
     * @throws InputException if it holds something and is not to be replaced, or cannot be written
     */
    public RunDirectory run(Variant variant) {
        return RunDirectory.create(path.resolve(variant.name().isEmpty() ? "run" : variant.name()), force);
    }

    /**
     * Writes the figure.
     *
     * @param results of all variants, in their order
     * @param backend what computed
     * @param writes how a file that cannot be written is taken
     */
    public void write(PaperFigure figure, List<Result> results, Backend backend, FileWrites writes) {
        Map<String, String> texts = provenance(figure, results, backend);
        String foot = figure.name() + " · seed " + texts.get("seed") + " · " + texts.get("steps")
                + " generator steps · " + texts.get("engine");
        Page page = sheet(figure.form(), results, THEME).page(figure.title(), figure.source(), foot);
        Path pixels = path.resolve("figure.png");
        writes.write(pixels, () -> Pictures.write(pixels, page.toImage(PIXELS_PER_POINT), texts));
        Path vectors = path.resolve("figure.svg");
        writes.write(vectors, () -> WholeFile.writeText(vectors, writer -> writer.write(page.toSvg())));
    }

    private static Map<String, String> provenance(PaperFigure figure, List<Result> results, Backend backend) {
        Map<String, String> texts = new LinkedHashMap<>();
        int steps = results.stream()
                .flatMap(result -> result.lanes().stream())
                .mapToInt(lane -> lane.done())
                .max()
                .orElse(0);
        texts.put("figure", figure.name());
        texts.put("source", figure.source());
        texts.put(
                "seed",
                Integer.toString(results.get(0).variant().preset().shared().get(SharedSettings.SEED)));
        texts.put("steps", Integer.toString(steps));
        texts.put("engine", backend.device().engine());
        return texts;
    }

    private static FigureSheet sheet(FigureForm form, List<Result> results, ChartTheme theme) {
        if (form instanceof FigureForm.Surfaces surfaces) {
            return SurfacesFigure.of(surfaces, results, theme);
        }
        if (form instanceof FigureForm.Gradients gradients) {
            return GradientsFigure.of(gradients, results, theme);
        }
        if (form instanceof FigureForm.Norms norms) {
            return NormsFigure.of(norms, results, theme);
        }
        return form instanceof FigureForm.Times times
                ? TimesFigure.of(times, results, theme)
                : SpectraFigure.of(results, theme);
    }
}
