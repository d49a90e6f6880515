package lipschitzlab.desktop.model;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.compute.device.EngineKind;

/** What computes and what could, as the window shows it, and the choice of another engine. For the window's thread. */
public final class EngineModel {
    private final EngineSelection selection;
    private final ExperimentLoader background;
    private final Messages messages;
    private final Consumer<String> startAgain;
    private final ReadOnlyObjectWrapper<Optional<Backend>> backend = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper wished = new ReadOnlyStringWrapper("");
    private final ObservableList<EngineOffer> offers = FXCollections.observableArrayList();
    private final ObservableList<EngineOffer> shownOffers = FXCollections.unmodifiableObservableList(offers);

    /**
     * @param background chooses, after what was asked for before
     * @param startAgain starts the experiment on show again, on the engine that now computes, and says this
     */
    EngineModel(
            EngineSelection selection, ExperimentLoader background, Messages messages, Consumer<String> startAgain) {
        this.selection = selection;
        this.background = background;
        this.messages = messages;
        this.startAgain = startAgain;
    }

    /** Chooses for the first time, in the background. */
    void start() {
        background.run("No engine can compute here", selection::start, this::take, this::lookAgain);
    }

    /** Lets another engine compute: at once if that is possible, otherwise from the next start on. The window says which. */
    public void choose(String id) {
        messages.say("Looking whether " + id + " can run here …");
        background.run(id + " cannot compute here", () -> selection.change(id), this::change, this::lookAgain);
    }

    private void change(EngineSelection.Choice choice) {
        String before = idInUse();
        take(choice);
        String now = idInUse();
        if (!now.equals(before)) {
            String said = "Started again: " + now + " computes";
            messages.say(said);
            startAgain.accept(said);
        } else if (choice.wished().equals(now) || choice.wished().equals(EngineKind.AUTO)) {
            messages.say(now + " computes, as before");
        } else {
            messages.say(choice.wished() + " will compute from the next start of the program on");
        }
    }

    private void lookAgain() {
        background.run("The engines could not be listed", selection::offers, offers::setAll, () -> {});
    }

    private void take(EngineSelection.Choice choice) {
        wished.set(choice.wished());
        offers.setAll(choice.offers());
        backend.set(Optional.of(choice.backend()));
    }

    private String idInUse() {
        return backend.get().map(found -> found.device().engine()).orElse("");
    }

    /** How far the unpacking of native libraries is, which a first start has to wait for; none if nothing is unpacked. */
    public Optional<UnpackingProgress.State> unpacking() {
        return selection.unpacking().state();
    }

    /** What computes, once it is known. */
    public ReadOnlyObjectProperty<Optional<Backend>> backendProperty() {
        return backend.getReadOnlyProperty();
    }

    /** What was chosen: an engine's id, {@code auto}, or nothing yet. */
    public ReadOnlyStringProperty wishedProperty() {
        return wished.getReadOnlyProperty();
    }

    /** What may be chosen; empty until it is known. */
    public ObservableList<EngineOffer> offers() {
        return shownOffers;
    }
}
