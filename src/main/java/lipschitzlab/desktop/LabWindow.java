package lipschitzlab.desktop;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import lipschitzlab.desktop.autosave.AutosaveDialog;
import lipschitzlab.desktop.autosave.AutosaveModel;
import lipschitzlab.desktop.autosave.AutosavePreferences;
import lipschitzlab.desktop.autosave.KeptRunsMenu;
import lipschitzlab.desktop.autosave.RecoveryBanner;
import lipschitzlab.desktop.card.HistoryBar;
import lipschitzlab.desktop.card.HorizonBanner;
import lipschitzlab.desktop.control.Actions;
import lipschitzlab.desktop.control.Buttons;
import lipschitzlab.desktop.control.Command;
import lipschitzlab.desktop.control.Theme;
import lipschitzlab.desktop.file.CardPictures;
import lipschitzlab.desktop.file.DropZone;
import lipschitzlab.desktop.file.FileDialogs;
import lipschitzlab.desktop.file.FileOpener;
import lipschitzlab.desktop.file.GridSaving;
import lipschitzlab.desktop.file.OpenMenu;
import lipschitzlab.desktop.file.PictureSaving;
import lipschitzlab.desktop.file.PresetOpener;
import lipschitzlab.desktop.file.RecentRuns;
import lipschitzlab.desktop.file.Saving;
import lipschitzlab.desktop.file.WindowPicture;
import lipschitzlab.desktop.lesson.LessonControls;
import lipschitzlab.desktop.lesson.LessonItems;
import lipschitzlab.desktop.lesson.LessonMenu;
import lipschitzlab.desktop.lesson.LessonPane;
import lipschitzlab.desktop.lesson.LessonSaving;
import lipschitzlab.desktop.model.BesideModel;
import lipschitzlab.desktop.model.Bundled;
import lipschitzlab.desktop.model.ChosenLane;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.desktop.model.LessonModel;
import lipschitzlab.desktop.model.Problem;
import lipschitzlab.desktop.model.RecipeModel;
import lipschitzlab.desktop.model.SettingsModel;
import lipschitzlab.desktop.model.Speed;
import lipschitzlab.desktop.model.WindowPreferences;
import lipschitzlab.desktop.panel.DataNotes;
import lipschitzlab.desktop.panel.LaneEditing;
import lipschitzlab.desktop.panel.LaneTools;
import lipschitzlab.desktop.panel.PresetPane;
import lipschitzlab.desktop.panel.SettingsPane;
import lipschitzlab.desktop.picture.AverageCommand;
import lipschitzlab.desktop.picture.LatentWalkCommand;
import lipschitzlab.desktop.share.SharingCommands;
import lipschitzlab.desktop.weights.InspectWeights;
import lipschitzlab.desktop.welcome.Welcome;
import lipschitzlab.lesson.Lesson;
import lipschitzlab.lesson.LessonReader;
import lipschitzlab.lesson.Lessons;

/** The window: puts the views together and gives each command its work. */
final class LabWindow {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double SMALLEST_WIDTH = 1180;
    private static final double SMALLEST_HEIGHT = 680;

    private static final String THEME = "theme";

    private final LabModel model;
    private final Stage stage;
    private final Actions actions = new Actions();
    private final Bundled bundled;
    private final SettingsModel changes;
    private final ChosenLane chosen;
    private final BesideModel beside;
    private final SettingsPane settings;
    private final PresetOpener opener;
    private final Saving saving;
    private final LessonModel lessons;
    private final FileOpener files;
    private final SplitPane across = new SplitPane();
    private final ScrollPane left;
    private final Workbench bench;
    private final Refresh refresh;
    private final Scene scene;
    private final WindowBounds bounds;
    private final WindowPreferences preferences;
    private final AutosaveModel autosave;
    private final Welcome welcome;
    private Theme theme;

    /** A window that keeps nothing by itself. */
    LabWindow(Stage stage, LabModel model, FileDialogs dialogs, WindowPreferences preferences) {
        this(stage, model, dialogs, preferences, new AutosaveModel(model, AutosavePreferences.off()));
    }

    LabWindow(Stage stage, LabModel model, FileDialogs dialogs, WindowPreferences preferences, AutosaveModel autosave) {
        this.autosave = autosave;
        this.stage = stage;
        this.model = model;
        this.preferences = preferences;
        this.bounds = new WindowBounds(stage, preferences, WIDTH, HEIGHT);
        this.bundled = new Bundled(model);
        this.opener = new PresetOpener(model, dialogs, () -> stage, preferences);
        this.saving = new Saving(model, dialogs, () -> stage);
        this.changes = new SettingsModel(model);
        this.chosen = new ChosenLane(model.lanes());
        this.settings = new SettingsPane(model, changes, new RecipeModel(model), chosen);
        new TrainingCommands(model, changes).register(actions);
        setLaneCommands();
        this.beside = new BesideModel(model);
        this.bench = new Workbench(
                model,
                beside,
                chosen,
                new HorizonBanner(model, actions),
                new HistoryBar(model.history(), actions),
                preferences);
        // After the panel and the cards, so that a lesson finds them showing its lanes.
        this.lessons = new LessonModel(model);
        bench.setLessonLinks(new LessonItems(bundled, lessons));
        RecentRuns recent = new RecentRuns(preferences, model, autosave.runs()::look);
        saving.whenRunSaved(recent::add);
        autosave.whenEnded(recent::add);
        this.files = new FileOpener(model, beside, opener, lessons, recent, dialogs, () -> stage);
        setWindowCommands();
        setLessonCommands();
        actions.set(Command.OPEN, files::ask);
        actions.set(Command.YOUR_DATA, files::askForData);
        PictureSaving pictures = pictures(dialogs);
        actions.set(Command.COPY_CARD, pictures::copyCard);
        actions.set(Command.COPY_CARDS, pictures::copyAll);
        SharingCommands sharing = new SharingCommands(model, opener, bench::view, this::showView, dialogs, () -> stage);
        sharing.register(actions);
        LatentWalkCommand walk = new LatentWalkCommand(model, () -> stage, () -> theme.charts());
        actions.set(Command.LATENT_WALK, walk::show, walk.allowed());
        AverageCommand average = new AverageCommand(model, actions, bench::showAverage);
        bench.setCardMenu(lane -> average.addTo(walk.addTo(pictures.menu(lane))));
        this.left = new LeftSide(
                lessons,
                bench::show,
                new VBox(new PresetPane(model, opener, bundled), new DataNotes(model), settings),
                new LessonPane(lessons, actions, new LessonControls(model, changes, chosen.laneProperty())));
        StatusLine status = new StatusLine(model);
        this.refresh = new Refresh(model, bench, status);
        LessonMenu lessonMenu = new LessonMenu(lessons, bundled, files::askForLesson);
        actions.set(Command.LESSONS, lessonMenu::show);
        LessonSaving lessonSaving = new LessonSaving(model, lessons, bench::view, dialogs, () -> stage);
        GridSaving grids = new GridSaving(model, () -> theme.charts(), dialogs, () -> stage);
        SaveMenu saveMenu = new SaveMenu(
                model, saving, pictures, grids, lessonSaving, sharing.saveItems(), () -> new AutosaveDialog(
                                autosave, dialogs)
                        .show(stage));
        actions.set(Command.SAVE, saveMenu::show);
        InspectWeights weights = new InspectWeights(model, dialogs, () -> stage, () -> theme.charts());
        LabToolbar toolbar =
                new LabToolbar(model, actions, lessonMenu, openMenu(dialogs, sharing.openItem(), weights), saveMenu);
        BorderPane frame = frame(toolbar, status);
        DropZone.over(frame, dropped -> {
            if (!weights.takes(dropped)) {
                files.open(dropped);
            }
        });
        this.welcome = new Welcome(
                frame,
                preferences,
                new Welcome.Ways(
                        () -> lessons.open(LessonReader.of(Lessons.names().get(0))), files::askForData));
        actions.set(Command.WELCOME, welcome::show);
        this.scene = new Scene(frame, WIDTH, HEIGHT);
        PresentationMode presentation = new PresentationMode(stage, scene, preferences);
        presentation.register(actions);
        actions.set(Command.POINTER, new PointerRing(scene, frame)::toggle);
        actions.listen(scene);
        SideWidth side = new SideWidth(across, left, bench, presentation.letter());
        bench.deck().fillingProperty().subscribe(filling -> side.show(filling.isEmpty()));
        setTheme(preferences.recall(THEME).flatMap(Theme::named).orElse(Theme.LIGHT));
        remember("speed", model.training().speedProperty());
        remember("historySpeed", model.history().speedProperty());
        stage.setOnCloseRequest(new Closing(stage, model, saving, autosave)::ask);
    }

    /** Takes over the speed that was remembered, and remembers each that is chosen. */
    private void remember(String name, ObjectProperty<Speed> speed) {
        preferences.recall(name).flatMap(Speed::named).ifPresent(speed::set);
        speed.subscribe((before, now) -> preferences.remember(name, now.name()));
    }

    private PictureSaving pictures(FileDialogs dialogs) {
        CardPictures cards = new CardPictures(model, bench::view, () -> theme.charts());
        WindowPicture whole = new WindowPicture(model, () -> scene().getRoot());
        return new PictureSaving(model, cards, bench::targetLane, whole, dialogs, () -> stage);
    }

    private BorderPane frame(LabToolbar toolbar, StatusLine status) {
        BorderPane frame = new BorderPane(across);
        frame.setId("lab");
        frame.getStyleClass().add("lab");
        frame.setTop(new VBox(toolbar, new RecoveryBanner(autosave.runs(), files::open, () -> stage)));
        frame.setBottom(status);
        return frame;
    }

    private OpenMenu openMenu(FileDialogs dialogs, MenuItem paste, InspectWeights weights) {
        KeptRunsMenu kept =
                new KeptRunsMenu(autosave.runs(), files::open, () -> new AutosaveDialog(autosave, dialogs).show(stage));
        return new OpenMenu(files, paste, kept, weights.item());
    }

    /** What came with an experiment that was opened; a lesson ends with it. */
    private void showView(Lesson.View view) {
        lessons.leave();
        bench.show(view);
    }

    private void setLessonCommands() {
        actions.set(Command.NEXT_STEP, lessons::next, lessons.nextAllowed());
        actions.set(Command.PREVIOUS_STEP, lessons::back, lessons.backAllowed());
        actions.set(Command.LEAVE_LESSON, lessons::leave, lessons.shown());
    }

    private void setLaneCommands() {
        LaneEditing editing = new LaneEditing(model, chosen.laneProperty(), () -> stage, saving::run);
        editing.register(actions);
        settings.setLaneTools(new LaneTools(actions, editing));
    }

    private void setWindowCommands() {
        ObservableBooleanValue filled = Bindings.createBooleanBinding(
                () -> bench.deck().fillingProperty().get().isPresent(),
                bench.deck().fillingProperty());
        actions.set(Command.NEXT_LANE, chosen::next);
        actions.set(Command.GROUND, bench::toggleSurfaceQuantity);
        actions.set(Command.AXIS, bench::toggleAxis);
        actions.set(Command.FILL, bench::toggleFill);
        actions.set(Command.BACK, bench.deck()::showAll, filled);
        actions.set(Command.THEME, () -> setTheme(theme.other()));
        actions.set(Command.HELP, () -> HelpDialog.show(stage));
    }

    /** Gives everything the colours of a theme. */
    void setTheme(Theme next) {
        theme = next;
        preferences.remember(THEME, next.name());
        next.apply(scene);
        bench.setTheme(next.charts());
    }

    private void tell(Problem problem) {
        Alert alert = new Alert(Alert.AlertType.NONE, problem.text(), Buttons.OK);
        alert.initOwner(stage);
        alert.setTitle("Lipschitz Lab");
        alert.setHeaderText(problem.title());
        alert.getDialogPane().setPrefWidth(520);
        alert.show();
    }

    /** Shows the window, with whatever its model opens. */
    void show() {
        WindowTitle.follow(stage, model);
        stage.setScene(scene);
        bounds.restore();
        stage.show();
        bounds.settle(SMALLEST_WIDTH, SMALLEST_HEIGHT);
        scene.getRoot().requestFocus();
        refresh.start();
        bundled.readSoon();
        autosave.runs().offerUnfinished();
        // What failed before there was a window is shown too, now that there is one to show it in.
        model.problemProperty().subscribe(now -> now.ifPresent(this::tell));
    }

    /** The lesson on show, and the choice of it. */
    LessonModel lessons() {
        return lessons;
    }

    /** What keeps runs by itself. */
    AutosaveModel autosave() {
        return autosave;
    }

    /** The first minute. */
    Welcome welcome() {
        return welcome;
    }

    /** What opens files of every kind. */
    FileOpener files() {
        return files;
    }

    /** The cards and curves. */
    Workbench bench() {
        return bench;
    }

    /** The scene, for pictures of it. */
    Scene scene() {
        return scene;
    }

    /** Ends the drawing and, after the step at hand, the experiment. Returns at once. */
    void finish() {
        bounds.remember();
        refresh.stop();
        bench.finish();
        beside.close();
        autosave.close();
        model.close();
    }
}
