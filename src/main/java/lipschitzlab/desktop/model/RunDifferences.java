package lipschitzlab.desktop.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.desktop.control.Texts;
import lipschitzlab.preset.DataSpec;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.Setting;
import lipschitzlab.setting.Values;

/** In which settings another run differs from the one on show. */
public final class RunDifferences {
    private final Preset here;
    private final Preset there;
    private final List<String> words = new ArrayList<>();

    private RunDifferences(Preset here, Preset there) {
        this.here = here;
        this.there = there;
    }

    /** Each with both values, such as {@code seed 2, here 1}; what lanes have in common is named once. */
    public static List<String> of(Preset here, Preset there) {
        RunDifferences differences = new RunDifferences(here, there);
        differences.compareShared();
        differences.compareData();
        differences.compareNetworks();
        differences.compareLanes();
        return List.copyOf(differences.words);
    }

    private void compareShared() {
        SharedSettings.all().stream()
                .filter(setting -> !setting.equals(SharedSettings.MODE))
                .forEach(setting ->
                        difference(setting, here.shared(), there.shared()).ifPresent(words::add));
    }

    private void compareData() {
        DataSpec ours = here.data();
        DataSpec theirs = there.data();
        if (ours.kind() != theirs.kind()) {
            words.add("data " + theirs.kind().title() + ", here " + ours.kind().title());
            return;
        }
        ours.values().settings().forEach(setting -> difference(setting, ours.values(), theirs.values())
                .ifPresent(words::add));
        if (!ours.file().equals(theirs.file())) {
            words.add("the file of the data");
        }
    }

    private void compareNetworks() {
        if (!here.generator().equals(there.generator())) {
            words.add("the generator's layers");
        }
        if (!here.critic().equals(there.critic())) {
            words.add("the critic's layers");
        }
    }

    private void compareLanes() {
        List<String> ours = ids(here);
        List<String> theirs = ids(there);
        List<String> onlyThere =
                theirs.stream().filter(id -> !ours.contains(id)).toList();
        List<String> onlyHere = ours.stream().filter(id -> !theirs.contains(id)).toList();
        Map<String, List<String>> lanesOf = new LinkedHashMap<>();
        for (LaneSpec lane : here.lanes()) {
            other(lane).ifPresent(spec -> lane.values().settings().stream()
                    .flatMap(setting -> difference(setting, lane.values(), spec.values()).stream())
                    .forEach(difference -> lanesOf.computeIfAbsent(difference, key -> new ArrayList<>())
                            .add(lane.id())));
        }
        int common = ours.size() - onlyHere.size();
        lanesOf.forEach((difference, lanes) ->
                words.add(lanes.size() == common ? difference : difference + " (" + String.join(", ", lanes) + ")"));
        if (!onlyThere.isEmpty()) {
            words.add("lanes only there: " + String.join(", ", onlyThere));
        }
        if (!onlyHere.isEmpty()) {
            words.add("lanes only here: " + String.join(", ", onlyHere));
        }
    }

    private static List<String> ids(Preset preset) {
        return preset.lanes().stream().map(LaneSpec::id).toList();
    }

    private Optional<LaneSpec> other(LaneSpec lane) {
        return there.lanes().stream()
                .filter(spec -> spec.id().equals(lane.id()))
                .findFirst();
    }

    private static Optional<String> difference(Setting<?> setting, Values ours, Values theirs) {
        if (!ours.declares(setting) || !theirs.declares(setting)) {
            return Optional.empty();
        }
        String mine = ours.text(setting);
        String other = theirs.text(setting);
        return mine.equals(other)
                ? Optional.empty()
                : Optional.of(Texts.startingSmall(setting.label()) + " " + other + ", here " + mine);
    }
}
