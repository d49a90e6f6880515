package lipschitzlab.plot.grid;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.LaneTitles;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.plot.Raster;
import lipschitzlab.plot.SamplePicture;
import lipschitzlab.plot.card.PictureTexts;
import lipschitzlab.plot.card.SamplesPage;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.LaneStyle;
import lipschitzlab.plot.style.Palette;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.InputException;
import lipschitzlab.training.SampleSource;

/**
 * Generated pictures of lanes in grids side by side, with real ones beside them, pixel for pixel.
 *
 * @param image the picture
 * @param texts what a PNG file says of it
 */
public record GridPicture(BufferedImage image, Map<String, String> texts) {
    /**
     * What is wanted of a grid.
     *
     * @param real whether real pictures stand on the left
     * @param labels whether it is written what stands where
     * @param source what makes the pictures
     * @param between whether each row goes from one latent point to another
     */
    public record Wanted(GridLayout layout, boolean real, boolean labels, SampleSource source, boolean between) {}

    /**
     * Draws grids of these lanes.
     *
     * @param samples at least one lane's, as {@link LaneSamples#arranged} has them
     */
    public static GridPicture of(Experiment experiment, List<LaneSamples> samples, Wanted wanted, ChartTheme theme) {
        GridLayout layout = wanted.layout();
        List<Lane> all = experiment.lanes();
        List<String> titles = LaneTitles.now(all);
        List<LaneStyle> styles = Palette.styles(all.stream().map(Lane::spec).toList());
        GridRows rows = GridRows.of(experiment, layout);
        List<Panel> panels = new ArrayList<>();
        if (wanted.real()) {
            panels.add(real(experiment, rows));
        }
        for (LaneSamples each : samples) {
            int place = all.indexOf(each.lane());
            if (place >= 0) {
                panels.add(new Panel(
                        titles.get(place),
                        Optional.of(styles.get(place)),
                        step(each.snapshot().step()) + wanted.source().words(),
                        grid(each.snapshot(), layout)));
            }
        }
        Map<String, String> texts = PictureTexts.of(
                experiment,
                samples.stream().map(LaneSamples::lane).toList(),
                samples.stream().map(each -> each.snapshot().step()).toList());
        if (!wanted.source().usual()) {
            texts.put("samples", wanted.source().words().substring(2));
        }
        if (wanted.between()) {
            texts.put("rows", "each from one latent point to another");
        }
        PanelSheet sheet = new PanelSheet(panels, rows.names(), wanted.labels(), SamplesPage.source(experiment));
        return new GridPicture(sheet.image(theme), texts);
    }

    private static Panel real(Experiment experiment, GridRows rows) {
        long seed = experiment.preset().shared().get(SharedSettings.SEED);
        return new Panel(
                "Real pictures",
                Optional.empty(),
                "in no training batch",
                grid(rows.real(experiment.data(), seed), rows.layout()));
    }

    /** A step in words. */
    static String step(int step) {
        return "step " + String.format(Locale.ROOT, "%,d", step);
    }

    /** All samples of a snapshot, pixel for pixel. */
    static Raster grid(Snapshot snapshot, GridLayout layout) {
        return SamplePicture.grid(snapshot, layout.columns(), layout.scale(), Math.max(1, layout.scale() / 2));
    }

    /** Whether an experiment learns pictures. */
    public static boolean hasPictures(Experiment experiment) {
        return experiment.data().sampleShape().rank() == 3;
    }

    /** @throws InputException if the data are no pictures */
    public static void requirePictures(Experiment experiment) {
        if (!hasPictures(experiment)) {
            throw new InputException(
                    "a grid", "a run that learns pictures", "one that learns points", "Save its samples, or a film.");
        }
    }
}
