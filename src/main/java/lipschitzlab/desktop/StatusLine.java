package lipschitzlab.desktop;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import lipschitzlab.compute.device.ProcessMemory;
import lipschitzlab.desktop.control.Follow;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.desktop.control.Texts;
import lipschitzlab.desktop.model.Activity;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.desktop.model.UnpackingProgress;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.preset.SharedSettings;

/** Engine and device, threads, memory, what lanes do and how fast, and the last message. */
final class StatusLine extends HBox {
    private static final long PERIOD_NANOS = 1_000_000_000L;
    private static final double NOTE_WIDTH = 320;

    /** In sizes of its type: so wide that all of it has room. */
    private static final double ROOMY = 100;

    /** So wide that all but the threads has room. */
    private static final double NARROW = 85;

    private final LabModel model;
    private final Label note = new Label();
    private final ProgressBar unpacking = new ProgressBar();
    private final Label threads = new Label();
    private final Label memory = new Label();
    private final Label activity = new Label();
    private OptionalDouble pace = OptionalDouble.empty();
    private long lastLook;
    private long lastSteps;

    StatusLine(LabModel model) {
        super(8);
        this.model = model;
        setId("status");
        getStyleClass().add("status-line");
        setAlignment(Pos.CENTER_LEFT);
        Label message = new Label();
        message.setId("message");
        message.textProperty().bind(model.messageProperty());
        message.setMaxWidth(Double.MAX_VALUE);
        message.textProperty().subscribe(now -> Hint.set(message, now));
        HBox.setHgrow(message, Priority.ALWAYS);
        note.setId("engine-note");
        note.getStyleClass().add("engine-note");
        note.setMinWidth(0);
        note.setMaxWidth(NOTE_WIDTH);
        unpacking.setId("unpacking");
        showUnpacking(Optional.empty());
        for (Label fixed : new Label[] {threads, memory}) {
            fixed.setMinWidth(USE_PREF_SIZE);
        }
        activity.setId("activity");
        threads.setId("threads");
        Hint.set(
                memory,
                "What the program uses now, arrays outside of the Java heap included; what the heap keeps for later is left out");
        Hint.set(
                activity,
                "What the lanes do; the pace is generator steps of all lanes together, by the clock on the wall");
        EngineMenu engine = new EngineMenu(model.engine());
        engine.setMinWidth(USE_PREF_SIZE);
        Separator beforeThreads = bar();
        giveWay(ROOMY, beforeThreads, threads);
        Separator beforeMemory = bar();
        giveWay(NARROW, beforeMemory, memory);
        getChildren()
                .setAll(
                        engine,
                        unpacking,
                        note,
                        beforeThreads,
                        threads,
                        beforeMemory,
                        memory,
                        bar(),
                        activity,
                        bar(),
                        message);
        model.engine().backendProperty().subscribe(now -> showNotes());
        model.experimentProperty().subscribe(this::showThreads);
        Follow.list(model.lanes(), () -> showThreads(model.experimentProperty().get()));
    }

    /** In large type these leave their room to what changes. */
    private void giveWay(double least, Node... nodes) {
        BooleanBinding room = Bindings.createBooleanBinding(
                () -> getWidth() >= least * activity.getFont().getSize(), widthProperty(), activity.fontProperty());
        for (Node node : nodes) {
            node.visibleProperty().bind(room);
            node.managedProperty().bind(room);
        }
    }

    private static Separator bar() {
        return new Separator(Orientation.VERTICAL);
    }

    /** Why what was wished for, or would come first, does not compute. */
    private void showNotes() {
        showNote(model.engine()
                .backendProperty()
                .get()
                .map(backend -> String.join(" ", backend.notes()))
                .orElse(""));
    }

    /** Size and time in place of the notes, and a bar, while libraries are unpacked. */
    private void showUnpacking(Optional<UnpackingProgress.State> now) {
        now.ifPresent(state -> {
            unpacking.setProgress(state.share());
            showNote(state.sentence());
        });
        if (now.isEmpty() && unpacking.isVisible()) {
            showNotes();
        }
        unpacking.setVisible(now.isPresent());
        unpacking.setManaged(now.isPresent());
    }

    private void showNote(String text) {
        note.setText(text);
        Hint.set(note, text);
        note.setVisible(!text.isEmpty());
        note.setManaged(!text.isEmpty());
    }

    private void showThreads(Optional<Experiment> now) {
        threads.setText(now.map(StatusLine::threadsInWords).orElse(""));
    }

    private static String threadsInWords(Experiment experiment) {
        int each = experiment.preset().shared().get(SharedSettings.THREADS_PER_LANE);
        return each + (each == 1 ? " thread a lane, " : " threads a lane, ") + experiment.parallelLanes()
                + " at a time";
    }

    /** Says how far lanes are, and measures anew once a second. */
    void update(long now) {
        activity.setText(Activity.inWords(model, pace));
        showUnpacking(model.engine().unpacking());
        if (now - lastLook < PERIOD_NANOS) {
            return;
        }
        long steps = model.lanes().stream()
                .mapToLong(lane -> lane.stepProperty().get())
                .sum();
        double rate = (steps - lastSteps) / ((now - lastLook) / 1e9);
        pace = lastLook > 0 && rate > 0 ? OptionalDouble.of(rate) : OptionalDouble.empty();
        lastLook = now;
        lastSteps = steps;
        memory.setText(inWords(ProcessMemory.now()));
    }

    private static String inWords(ProcessMemory memory) {
        return (memory.whole() ? "memory " : "Java heap ") + Texts.count(memory.megabytes()) + " MB";
    }
}
