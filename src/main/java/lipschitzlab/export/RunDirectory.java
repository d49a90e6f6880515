package lipschitzlab.export;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.LaneHistory;
import lipschitzlab.experiment.Preset;
import lipschitzlab.experiment.SharedSettings;
import lipschitzlab.experiment.Snapshot;
import lipschitzlab.setting.InputException;

/**
 * The folder of one run. Each file appears all at once, so that a kill or a full disk never destroys an earlier version. All
 * methods throw {@link InputException} where the folder cannot be written.
 */
public final class RunDirectory {
    private static final Pattern OWN_FILE = Pattern.compile("(run\\.yaml|curves\\.csv|spectra\\.csv"
            + "|samples/[^/]+/(\\d+|latest)\\.png|history/[^/]+\\.npz"
            + "|figures/(curves-\\w+|spectra|strip-[^/]+)\\.(png|svg))(\\.part)?");
    private static final int PIXELS_PER_POINT = 2;

    private final Path path;

    private RunDirectory(Path path) {
        this.path = path;
    }

    /**
     * A folder for a run, made if it does not exist.
     *
     * @param force whether a folder that holds something is used all the same: files of an earlier run are then removed,
     *     others stay
     * @throws InputException if the folder holds something and {@code force} is not given, or if it cannot be written
     */
    public static RunDirectory create(Path path, boolean force) {
        OutputFolder.prepare(path, force, OWN_FILE);
        return new RunDirectory(path);
    }

    /** The folder. */
    public Path path() {
        return path;
    }

    /** Writes {@code run.yaml}. */
    public void writeRecord(String yaml) {
        WholeFile.writeText(path.resolve("run.yaml"), writer -> writer.write(yaml));
    }

    /** Writes {@code curves.csv}: every point of every metric of these lanes. */
    public void writeCurves(List<Lane> lanes) {
        CurveFile.write(path.resolve("curves.csv"), histories(lanes));
    }

    /** Writes {@code spectra.csv}: every recorded spectrum of these lanes. */
    public void writeSpectra(List<Lane> lanes) {
        SpectrumFile.write(path.resolve("spectra.csv"), histories(lanes));
    }

    /** Writes {@code history/LANE.npz}: how each of these lanes looked over the run, at the steps that it recorded. */
    public void writeHistory(List<Lane> lanes) {
        for (Lane lane : lanes) {
            List<Snapshot> frames = lane.history().frames();
            if (!frames.isEmpty()) {
                HistoryFile.write(path.resolve("history").resolve(lane.id() + ".npz"), frames);
            }
        }
    }

    private static Map<String, LaneHistory> histories(List<Lane> lanes) {
        Map<String, LaneHistory> histories = new LinkedHashMap<>();
        lanes.forEach(lane -> histories.put(lane.id(), lane.history()));
        return histories;
    }

    /**
     * Writes {@code samples/LANE/STEP.png} and {@code samples/LANE/latest.png}, with lane, step and scale in the picture: over
     * the critic's surface for points (its colours on the scale that all lanes share at this moment), an image grid otherwise.
     */
    public void writeSamples(Experiment experiment, Lane lane, Snapshot snapshot) {
        SamplesPage samples = SamplesPage.of(experiment, lane, snapshot);
        BufferedImage picture = samples.page().toImage(PIXELS_PER_POINT);
        Path folder = path.resolve("samples").resolve(lane.id());
        Pictures.write(folder.resolve(snapshot.step() + ".png"), picture, samples.texts());
        Pictures.write(folder.resolve("latest.png"), picture, samples.texts());
    }

    /** Writes {@code figures/}. */
    public void writeFigures(Experiment experiment) {
        Figures.write(path.resolve("figures"), experiment, ChartTheme.LIGHT);
    }

    static Map<String, String> provenance(Preset preset) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("preset", preset.name());
        texts.put("seed", Integer.toString(preset.shared().count(SharedSettings.SEED)));
        return texts;
    }
}
