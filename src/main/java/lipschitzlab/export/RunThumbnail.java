package lipschitzlab.export;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.plot.Pictures;
import lipschitzlab.plot.Raster;
import lipschitzlab.plot.SamplePicture;
import lipschitzlab.plot.card.PictureTexts;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.LaneStyle;
import lipschitzlab.plot.style.Palette;
import lipschitzlab.preset.SharedSettings;

/** A small picture by which a person knows a run again: the newest samples of its first lanes, each below its lane's colour. */
public final class RunThumbnail {
    /** The name that it has in a run's directory. */
    public static final String FILE = "picture.png";

    private static final int MAX_LANES = 4;
    private static final int SIDE = 144;
    private static final int GAP = 6;
    private static final int BAR = 6;
    private static final int COLUMNS = 5;

    private RunThumbnail() {}

    /** The picture; nothing if no lane has a snapshot. */
    public static Optional<BufferedImage> of(Experiment experiment) {
        List<Lane> lanes = experiment.lanes();
        List<Lane> shown = shown(experiment);
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        List<LaneStyle> styles = Palette.styles(lanes.stream().map(Lane::spec).toList());
        List<Snapshot> all =
                lanes.stream().flatMap(lane -> lane.snapshot().stream()).toList();
        float[] real = SamplePicture.realPoints(
                experiment.data(), experiment.preset().shared().get(SharedSettings.SEED));
        BufferedImage picture =
                new BufferedImage(shown.size() * (SIDE + GAP) - GAP, BAR + SIDE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = picture.createGraphics();
        for (int i = 0; i < shown.size(); i++) {
            Lane lane = shown.get(i);
            Rectangle tile = new Rectangle(i * (SIDE + GAP), BAR, SIDE, SIDE);
            LaneStyle style = styles.get(lanes.indexOf(lane));
            lane.snapshot().ifPresent(snapshot -> draw(graphics, tile, snapshot, all, real, style));
        }
        graphics.dispose();
        return Optional.of(picture);
    }

    private static List<Lane> shown(Experiment experiment) {
        return experiment.lanes().stream()
                .filter(lane -> lane.snapshot().isPresent())
                .limit(MAX_LANES)
                .toList();
    }

    private static void draw(
            Graphics2D graphics, Rectangle tile, Snapshot snapshot, List<Snapshot> all, float[] real, LaneStyle style) {
        graphics.setClip(null);
        graphics.setPaint(style.ink(ChartTheme.LIGHT));
        graphics.fillRect(tile.x, tile.y - BAR, tile.width, BAR);
        graphics.setClip(tile);
        graphics.drawImage(samples(snapshot, all, real, style).toImage(), tile.x, tile.y, null);
    }

    /** Of images as many as have room at a scale of whole pixels. */
    private static Raster samples(Snapshot snapshot, List<Snapshot> all, float[] real, LaneStyle style) {
        if (snapshot.sampleShape().rank() == 1) {
            double full = SamplePicture.surfaceScale(all);
            return SamplePicture.points(snapshot, real, full, SIDE, ChartTheme.LIGHT, style.ink(ChartTheme.LIGHT));
        }
        int scale = Math.max(1, SIDE / (COLUMNS * snapshot.sampleShape().size(2)));
        return SamplePicture.grid(snapshot, COLUMNS, scale, 1);
    }

    /**
     * Writes the picture into a run's directory, if there is something to see.
     *
     * @throws lipschitzlab.setting.InputException if it cannot be written
     */
    public static void write(Path folder, Experiment experiment) {
        List<Lane> shown = shown(experiment);
        Map<String, String> texts = PictureTexts.of(
                experiment,
                shown,
                shown.stream()
                        .flatMap(lane -> lane.snapshot().map(Snapshot::step).stream())
                        .toList());
        of(experiment).ifPresent(picture -> Pictures.write(folder.resolve(FILE), picture, texts));
    }
}
