package lipschitzlab.desktop.share;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Window;
import lipschitzlab.desktop.control.Actions;
import lipschitzlab.desktop.control.Buttons;
import lipschitzlab.desktop.control.Command;
import lipschitzlab.desktop.control.FxImages;
import lipschitzlab.desktop.control.Texts;
import lipschitzlab.desktop.file.FileDialogs;
import lipschitzlab.desktop.file.PresetOpener;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.lesson.Lesson;
import lipschitzlab.lesson.SharedExperiment;
import lipschitzlab.preset.Preset;
import lipschitzlab.setting.InputException;

/** Puts the experiment on show on the clipboard as one line, opens one from there, and shows it as a QR code. */
public final class SharingCommands {
    private static final int QR_PIXELS = 840;
    private static final ButtonType START = new ButtonType("Start at step 0", ButtonData.OTHER);

    private final LabModel model;
    private final PresetOpener opener;
    private final Supplier<Lesson.View> view;
    private final Consumer<Lesson.View> show;
    private final QrDialog qr;
    private final Supplier<Window> owner;

    /**
     * @param view what the window shows now
     * @param show shows something else
     */
    public SharingCommands(
            LabModel model,
            PresetOpener opener,
            Supplier<Lesson.View> view,
            Consumer<Lesson.View> show,
            FileDialogs dialogs,
            Supplier<Window> owner) {
        this.model = model;
        this.opener = opener;
        this.view = view;
        this.show = show;
        this.qr = new QrDialog(dialogs);
        this.owner = owner;
    }

    /** Gives the commands their work. */
    public void register(Actions actions) {
        BooleanBinding open = Bindings.createBooleanBinding(
                () -> model.experimentProperty().get().isPresent(), model.experimentProperty());
        actions.set(Command.COPY_EXPERIMENT, this::copy, open);
        actions.set(Command.PASTE_EXPERIMENT, this::paste);
    }

    /** What the Save menu offers. */
    public List<MenuItem> saveItems() {
        return List.of(
                item("copy-experiment", Command.COPY_EXPERIMENT, this::copy),
                item("qr-experiment", "QR picture of the experiment …", this::showQr));
    }

    /** What the Open menu offers. */
    public MenuItem openItem() {
        return item("paste-experiment", Command.PASTE_EXPERIMENT, this::paste);
    }

    private static MenuItem item(String id, Command command, Runnable work) {
        return item(id, command.title() + "  (" + command.keys() + ")", work);
    }

    private static MenuItem item(String id, String text, Runnable work) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(event -> work.run());
        return item;
    }

    private Optional<SharedExperiment> shared() {
        return model.experimentProperty().get().map(this::shared);
    }

    private SharedExperiment shared(Experiment experiment) {
        int step = experiment.lanes().stream().mapToInt(Lane::step).max().orElse(0);
        return new SharedExperiment(experiment.resolved(), step, view.get());
    }

    private static boolean readsFile(Experiment experiment) {
        return experiment.preset().data().kind().needsFile();
    }

    private void copy() {
        model.experimentProperty().get().ifPresent(experiment -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(shared(experiment).text());
            boolean taken = Clipboard.getSystemClipboard().setContent(content);
            String data = readsFile(experiment) ? " Its data file is not in it: whoever opens it names their own." : "";
            model.say(
                    taken
                            ? "The experiment is copied as one line of text: paste it into a message, or here." + data
                            : "The system's clipboard took no text: save the experiment as a preset instead");
        });
    }

    private void showQr() {
        shared().ifPresent(shared -> {
            try {
                BufferedImage picture = QrCode.of(shared.text(), QR_PIXELS);
                qr.show(
                        owner.get(),
                        picture,
                        shared.preset().name(),
                        () -> copy(picture),
                        file -> model.say("Saved to " + file),
                        failure -> model.report("The QR picture could not be saved", failure));
            } catch (InputException tooLong) {
                model.report("There is no QR picture of this experiment", tooLong);
            }
        });
    }

    private void copy(BufferedImage picture) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(FxImages.of(picture));
        boolean taken = Clipboard.getSystemClipboard().setContent(content);
        model.say(
                taken
                        ? "The QR picture is copied: paste it into a slide"
                        : "The system's clipboard took no picture: save it instead");
    }

    private void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        try {
            open(SharedExperiment.of(text == null ? "" : text));
        } catch (InputException unfit) {
            model.report("No experiment was pasted", unfit);
        }
    }

    private void open(SharedExperiment shared) {
        Preset preset = shared.preset();
        if (shared.step() > 0 && !preset.data().missesFile()) {
            Optional<ButtonType> answer = ask(shared);
            if (answer.filter(START::equals).isPresent()) {
                opener.open(preset);
            } else if (answer.filter(chosen -> chosen.getButtonData() == ButtonData.OK_DONE)
                    .isPresent()) {
                model.openAndTrainTo(preset, shared.step());
            } else {
                return;
            }
        } else if (!opener.open(preset)) {
            return;
        }
        show.accept(shared.view());
    }

    private Optional<ButtonType> ask(SharedExperiment shared) {
        String step = Texts.count(shared.step());
        ButtonType train = new ButtonType("Train to step " + step, ButtonData.OK_DONE);
        Alert question = new Alert(Alert.AlertType.NONE, "", train, START, Buttons.CANCEL);
        question.initOwner(owner.get());
        question.setTitle("Lipschitz Lab");
        question.setHeaderText(shared.preset().title());
        question.setContentText("This experiment was copied at step " + step
                + ". The lab can train it to there from the start, with everything that was changed on the way, and rest. It takes the"
                + " place of the one on show.");
        return question.showAndWait();
    }
}
