package lipschitzlab.desktop.autosave;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import lipschitzlab.desktop.control.BackgroundRunner;
import lipschitzlab.export.autosave.AutosaveStore;
import lipschitzlab.export.autosave.Autosaved;

/** The runs that windows kept and that none shows now: which one is offered, and what a person decides. For the window's thread. */
public final class KeptRuns {
    private final BackgroundRunner runner;
    private final Supplier<Optional<AutosaveStore>> store;
    private final Consumer<String> say;
    private final Consumer<Throwable> failed;
    private final ReadOnlyObjectWrapper<Optional<Autosaved>> offer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Autosaved> all = FXCollections.observableArrayList();

    /**
     * @param say shows a line in the window
     * @param failed is told what did not work
     */
    KeptRuns(
            BackgroundRunner runner,
            Supplier<Optional<AutosaveStore>> store,
            Consumer<String> say,
            Consumer<Throwable> failed) {
        this.runner = runner;
        this.store = store;
        this.say = say;
        this.failed = failed;
    }

    /** Looks, in the background, for a run whose window did not come to its end, and offers the newest. */
    public void offerUnfinished() {
        look(runs -> offer.set(runs.stream().filter(Autosaved::unfinished).findFirst()));
    }

    /** Looks, in the background, for all kept runs that no window shows. */
    public void look() {
        look(runs -> {});
    }

    /** As {@link #look()}, and hands them out. */
    public void look(Consumer<List<Autosaved>> then) {
        withStore(AutosaveStore::runs, runs -> {
            all.setAll(runs);
            then.accept(runs);
        });
        if (store.get().isEmpty()) {
            all.clear();
        }
    }

    private <T> void withStore(Function<AutosaveStore, T> work, Consumer<? super T> done) {
        store.get().ifPresent(kept -> runner.run(() -> work.apply(kept), done, failed));
    }

    /** The newest run whose window did not come to its end, as long as a person has not answered. */
    public ReadOnlyObjectProperty<Optional<Autosaved>> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    /** All of them, the newest first, as of the last look. */
    public ObservableList<Autosaved> all() {
        return all;
    }

    /**
     * Opens a run as it was saved last.
     *
     * @param opener opens what lies in a folder
     */
    void open(Autosaved run, Consumer<List<Path>> opener) {
        offer.set(offer.get().filter(offered -> !offered.folder().equals(run.folder())));
        opener.accept(List.of(run.folder()));
    }

    /** Keeps a run until told otherwise, without offering it at a start again. */
    void putOff(Autosaved run) {
        offer.set(Optional.empty());
        withStore(
                kept -> {
                    kept.putOff(run);
                    return run;
                },
                done -> offerUnfinished());
    }

    /** Removes runs for good, and offers what is left; those that another window shows by now stay. */
    void discard(List<Autosaved> gone) {
        discard(gone, () -> {});
    }

    /** As the other, and something that is done afterwards. */
    void discard(List<Autosaved> gone, Runnable then) {
        offer.set(Optional.empty());
        withStore(kept -> kept.discard(gone), count -> {
            say.accept(
                    count == gone.size()
                            ? AutosaveWords.runs(gone.size()) + " discarded"
                            : AutosaveWords.runs(count) + " of " + gone.size()
                                    + " discarded; another window shows the rest");
            offerUnfinished();
            then.run();
        });
    }

    /** What all kept runs take, those that windows show included, in bytes. */
    void measure(LongConsumer bytes) {
        withStore(AutosaveStore::usedBytes, bytes::accept);
    }
}
