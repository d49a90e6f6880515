package lipschitzlab.plot.card;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.LaneTitles;
import lipschitzlab.preset.Provenance;

/** What a PNG file says of the samples in it. */
public final class PictureTexts {
    private static final String BETWEEN = ", ";

    private PictureTexts() {}

    /**
     * Preset, seed, the lanes with their titles, and the step; each lane's own, in their order, where they stand at several.
     *
     * @param lanes those in the picture
     * @param steps theirs
     * @return may be added to
     */
    public static Map<String, String> of(Experiment experiment, List<Lane> lanes, List<Integer> steps) {
        List<Lane> all = experiment.lanes();
        List<String> titles = LaneTitles.now(all);
        Map<String, String> texts = Provenance.of(experiment.preset());
        texts.put("lane", lanes.stream().map(Lane::id).collect(Collectors.joining(BETWEEN)));
        texts.put(
                "title",
                lanes.stream()
                        .map(lane -> all.contains(lane) ? titles.get(all.indexOf(lane)) : lane.id())
                        .collect(Collectors.joining("; ")));
        boolean together = steps.stream().distinct().count() <= 1;
        texts.put(
                "step",
                steps.stream()
                        .map(String::valueOf)
                        .limit(together ? 1 : steps.size())
                        .collect(Collectors.joining(BETWEEN)));
        return texts;
    }
}
