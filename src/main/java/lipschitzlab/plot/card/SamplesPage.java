package lipschitzlab.plot.card;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.LaneStatus;
import lipschitzlab.experiment.LaneTitles;
import lipschitzlab.experiment.Versions;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.measurement.SurfaceQuantity;
import lipschitzlab.plot.Page;
import lipschitzlab.plot.SamplePicture;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.LaneStyle;
import lipschitzlab.plot.style.Palette;
import lipschitzlab.preset.SharedSettings;

/**
 * A lane's samples as a picture that says by itself what it shows: the lane, the step, the axes and what colours mean.
 *
 * @param page the picture
 * @param texts what a PNG file says of it
 */
public record SamplesPage(Page page, Map<String, String> texts) {
    /**
     * Of one snapshot; colours of a critic's surface are on the scale that all lanes share at this step, or at this moment where a lane
     * has no picture of this step.
     */
    public static SamplesPage of(Experiment experiment, Lane lane, Snapshot snapshot) {
        List<Lane> lanes = experiment.lanes();
        LaneStyle style =
                Palette.styles(lanes.stream().map(Lane::spec).toList()).get(lanes.indexOf(lane));
        List<Snapshot> all = lanes.stream()
                .flatMap(other -> other == lane ? Stream.of(snapshot) : at(other, snapshot.step()))
                .toList();
        long seed = experiment.preset().shared().get(SharedSettings.SEED);
        SamplePlot samples = SamplePlot.of(
                        snapshot,
                        all,
                        SamplePicture.realPoints(experiment.data(), seed),
                        SurfaceQuantity.VALUE,
                        style,
                        ChartTheme.LIGHT)
                .in(experiment.data().units());
        CardPicture card = new CardPicture(
                LaneTitles.now(lanes).get(lanes.indexOf(lane)),
                style,
                "step " + String.format(Locale.ROOT, "%,d", snapshot.step()),
                List.of(),
                Optional.of(samples),
                Optional.empty(),
                "");
        Map<String, String> texts = PictureTexts.of(experiment, List.of(lane), List.of(snapshot.step()));
        Page page = new CardsPage("", "", List.of(card), Optional.empty(), source(experiment)).page(ChartTheme.LIGHT);
        return new SamplesPage(page, texts);
    }

    private static Stream<Snapshot> at(Lane lane, int step) {
        LaneStatus now = lane.status();
        return now.milestones().stream()
                .filter(milestone -> milestone.step() == step)
                .findFirst()
                .or(now::snapshot)
                .stream();
    }

    /** A step in words, such as "step 950 of 3,000". */
    public static String step(int step, int horizon) {
        return String.format(Locale.ROOT, "step %,d of %,d", step, horizon);
    }

    /** What stands at the foot of a picture: where its numbers come from. */
    public static String source(Experiment experiment) {
        return experiment.preset().title() + " · seed "
                + experiment.preset().shared().get(SharedSettings.SEED) + " · Lipschitz Lab " + Versions.program();
    }
}
