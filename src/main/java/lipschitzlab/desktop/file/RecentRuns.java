package lipschitzlab.desktop.file;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.desktop.model.WindowPreferences;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.export.autosave.Autosaved;

/** The runs that were opened or saved last, and those that the lab kept; the newest first. For the window's thread. */
public final class RecentRuns {
    /** As many as a person looks through. */
    private static final int MOST = 10;

    private static final String NAME = "recentRun";

    private final WindowPreferences preferences;
    private final LabModel model;
    private final List<RecentRun> runs = new ArrayList<>();
    private final ObservableList<RecentRun> shown = FXCollections.observableArrayList();
    private final Consumer<Consumer<List<Autosaved>>> kept;

    /**
     * Those that are remembered, and each whose record the model shows from now on.
     *
     * @param kept looks for those that the lab kept, and hands them out later
     */
    public RecentRuns(WindowPreferences preferences, LabModel model, Consumer<Consumer<List<Autosaved>>> kept) {
        this.preferences = preferences;
        this.model = model;
        this.kept = kept;
        runs.addAll(remembered(preferences));
        model.records()
                .onShowProperty()
                .subscribe(now -> now.ifPresent(run ->
                        model.experimentProperty().get().ifPresent(experiment -> add(run.folder(), experiment))));
    }

    /** Those that are remembered. */
    static List<RecentRun> remembered(WindowPreferences preferences) {
        return IntStream.range(0, MOST)
                .mapToObj(place -> preferences.recall(NAME + place))
                .flatMap(text -> text.flatMap(RecentRun::of).stream())
                .toList();
    }

    /** A run that lies in this folder as it stands now; it comes first. */
    public void add(Path folder, Experiment experiment) {
        RecentRun run = RecentRun.of(folder, experiment);
        List<RecentRun> next = with(run, runs);
        runs.clear();
        runs.addAll(next);
        remember(preferences, next);
    }

    /** With this one in front, and no more than are remembered. */
    static List<RecentRun> with(RecentRun run, List<RecentRun> before) {
        List<RecentRun> next = new ArrayList<>(before);
        next.removeIf(other -> other.folder().equals(run.folder()));
        next.add(0, run);
        return List.copyOf(next.subList(0, Math.min(MOST, next.size())));
    }

    static void remember(WindowPreferences preferences, List<RecentRun> runs) {
        for (int place = 0; place < MOST; place++) {
            preferences.remember(
                    NAME + place, place < runs.size() ? runs.get(place).text().orElse("") : "");
        }
    }

    /** Leaves out those that are gone, for now: a disk may come back. Looks in the background. */
    void look() {
        list(List.of());
        kept.accept(this::list);
    }

    private void list(List<Autosaved> found) {
        List<Path> known = runs.stream().map(RecentRun::folder).toList();
        Stream<RecentRun> others = found.stream()
                .filter(run -> run.damage().isEmpty() && !known.contains(run.folder()))
                .map(RecentRun::of);
        List<RecentRun> all = Stream.concat(runs.stream(), others).toList();
        model.inBackground("Recent runs could not be looked for", () -> there(all), shown::setAll);
    }

    private static List<RecentRun> there(List<RecentRun> runs) {
        return runs.stream()
                .filter(RecentRun::isThere)
                .sorted(Comparator.comparing((RecentRun run) -> run.written().orElse(Instant.EPOCH))
                        .reversed())
                .toList();
    }

    /** Those that were there when somebody looked last. */
    ObservableList<RecentRun> shown() {
        return shown;
    }
}
