package lipschitzlab.desktop.file;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Window;
import lipschitzlab.desktop.control.FxImages;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.desktop.model.LaneModel;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.plot.PictureFormat;
import lipschitzlab.plot.Pictures;
import lipschitzlab.plot.card.CardsPage;
import lipschitzlab.plot.card.PictureTexts;
import lipschitzlab.plot.style.ChartTheme;

/** Copies and saves what is on show as pictures. They are painted in the background. */
public final class PictureSaving {
    private static final int PIXELS_OF_ONE = 3;
    private static final int PIXELS_OF_ALL = 2;
    private static final List<FileDialogs.Kind> KINDS = Arrays.stream(PictureFormat.values())
            .map(format -> new FileDialogs.Kind(format.title(), format.ending()))
            .toList();
    private static final List<FileDialogs.Kind> KINDS_OF_WINDOW = List.of(
            new FileDialogs.Kind("The window as it is (PNG)", PictureFormat.PNG.ending()),
            new FileDialogs.Kind("Its cards and curves as a vector drawing (SVG)", PictureFormat.SVG.ending()));

    private final LabModel model;
    private final CardPictures pictures;
    private final Supplier<Optional<LaneModel>> pointed;
    private final WindowPicture window;
    private final FileDialogs dialogs;
    private final Supplier<Window> owner;

    /** @param pointed the lane whose card commands are for */
    public PictureSaving(
            LabModel model,
            CardPictures pictures,
            Supplier<Optional<LaneModel>> pointed,
            WindowPicture window,
            FileDialogs dialogs,
            Supplier<Window> owner) {
        this.model = model;
        this.pictures = pictures;
        this.pointed = pointed;
        this.window = window;
        this.dialogs = dialogs;
        this.owner = owner;
    }

    /** The target card, for a slide. */
    public void copyCard() {
        pointed.get().ifPresent(this::copy);
    }

    /** One card. */
    void copy(LaneModel lane) {
        whenOpen(experiment -> copy(
                "The card of " + lane.title() + " is copied: paste it into a slide or a text",
                pictures.one(experiment, lane),
                PIXELS_OF_ONE));
    }

    /** All cards as one picture. */
    public void copyAll() {
        whenOpen(experiment -> copy(
                "All cards are copied as one picture: paste it into a slide or a text",
                pictures.all(experiment),
                PIXELS_OF_ALL));
    }

    private void copy(String afterwards, Supplier<CardsPage> page, int pixels) {
        ChartTheme theme = pictures.theme();
        model.say("Painting …");
        Callable<BufferedImage> work = () -> page.get().page(theme).toImage(pixels);
        model.inBackground("Nothing was copied", work, image -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(FxImages.of(image));
            boolean taken = Clipboard.getSystemClipboard().setContent(content);
            model.say(taken ? afterwards : "The system's clipboard took no picture: save the card instead");
        });
    }

    /** The target card, as a file. */
    public void saveCard() {
        pointed.get().ifPresent(this::save);
    }

    /** One card. */
    void save(LaneModel lane) {
        whenOpen(experiment -> {
            Supplier<CardsPage> page = pictures.one(experiment, lane);
            save(experiment, "Save the card of " + lane.title(), lane.lane().id(), page, List.of(lane));
        });
    }

    /** All cards as one picture. */
    public void saveAll() {
        whenOpen(experiment ->
                save(experiment, "Save all cards as one picture", "cards", pictures.all(experiment), model.lanes()));
    }

    /** What a card offers on a right click. */
    public ContextMenu menu(LaneModel lane) {
        MenuItem copy = new MenuItem("Copy the card of " + lane.title());
        copy.setOnAction(event -> copy(lane));
        MenuItem save = new MenuItem("Save the card of " + lane.title() + " (PNG, SVG) …");
        save.setOnAction(event -> save(lane));
        return new ContextMenu(copy, save);
    }

    private void save(
            Experiment experiment, String title, String what, Supplier<CardsPage> page, List<LaneModel> lanes) {
        ChartTheme theme = pictures.theme();
        Map<String, String> texts = texts(experiment, lanes);
        ask(experiment, title, what, KINDS, file -> page.get().page(theme).write(file, texts));
    }

    /** The window as it is; as vectors, its cards and curves. */
    public void saveWindow() {
        whenOpen(experiment -> {
            ChartTheme theme = pictures.theme();
            Map<String, String> texts = texts(experiment, model.lanes());
            Supplier<CardsPage> cards = pictures.everything(experiment);
            // Before a dialog stands in the window.
            Supplier<BufferedImage> pixels = window.take(experiment, theme);
            ask(experiment, "Save a picture of the window", "window", KINDS_OF_WINDOW, file -> {
                if (PictureFormat.of(file) == PictureFormat.SVG) {
                    cards.get().page(theme).write(file, texts);
                } else {
                    Pictures.write(file, pixels.get(), texts);
                }
            });
        });
    }

    private void ask(
            Experiment experiment, String title, String what, List<FileDialogs.Kind> kinds, Consumer<Path> write) {
        String name = experiment.preset().name() + "-" + what + "-step" + step() + PictureFormat.PNG.ending();
        dialogs.save(owner.get(), title, name, kinds).ifPresent(file -> {
            model.say("Saving …");
            Callable<Path> work = () -> {
                write.accept(file);
                return file;
            };
            model.inBackground("The picture could not be saved", work, saved -> model.say("Saved to " + saved));
        });
    }

    private static Map<String, String> texts(Experiment experiment, List<LaneModel> lanes) {
        return PictureTexts.of(
                experiment,
                lanes.stream().map(LaneModel::lane).toList(),
                lanes.stream().map(PictureSaving::step).toList());
    }

    /** The furthest that is shown. */
    private int step() {
        return model.lanes().stream().mapToInt(PictureSaving::step).max().orElse(0);
    }

    private static int step(LaneModel lane) {
        return lane.recordedProperty().get().orElse(lane.stepProperty().get());
    }

    private void whenOpen(Consumer<Experiment> work) {
        model.experimentProperty().get().ifPresent(work);
    }
}
