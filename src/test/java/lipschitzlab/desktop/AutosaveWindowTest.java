package lipschitzlab.desktop;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import lipschitzlab.desktop.autosave.AutosavePreferences;
import lipschitzlab.desktop.control.FxImages;
import lipschitzlab.desktop.control.Theme;
import lipschitzlab.desktop.model.KeptRun;
import lipschitzlab.desktop.model.WindowPreferences;
import lipschitzlab.export.autosave.AutosaveState;
import lipschitzlab.export.autosave.AutosaveStore;
import lipschitzlab.export.autosave.Autosaved;
import lipschitzlab.export.autosave.KeptByAProgram;
import lipschitzlab.plot.Pictures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window keeps what it trains, and offers what a program that was killed kept. */
@ExtendWith(ApplicationExtension.class)
class AutosaveWindowTest {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Duration OFTEN = Duration.ofMillis(200);
    private static final double ANY = 0;
    private static final int LONG = 1_000_000;

    @TempDir
    static Path killed;

    @TempDir
    private Path folder;

    private final WindowPreferences remembered = WindowPreferences.ofThisRun();
    private Stage stage;
    private OpenWindow lab;

    @Start
    void keep(Stage given) {
        stage = given;
    }

    @AfterEach
    void close() throws InterruptedException {
        onWindow(() -> dialogs().forEach(Window::hide));
        lab.close();
    }

    private void open(int steps, Duration period, double longSeconds) {
        lab = onWindow(() -> new OpenWindow(
                stage,
                Small.eightGaussians(steps, "batch", "16"),
                new AutosavePreferences(remembered, kept()),
                period,
                longSeconds));
        lab.awaitReady();
    }

    private Path kept() {
        return folder.resolve("kept");
    }

    /** As another program sees it. */
    private AutosaveStore store() {
        return new AutosaveStore(kept(), Long.MAX_VALUE);
    }

    private List<Path> folders() throws IOException {
        if (!Files.exists(kept())) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(kept())) {
            return found.toList();
        }
    }

    private boolean keptWhole() {
        try {
            return folders().stream().anyMatch(run -> Files.exists(run.resolve("picture.png")));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @BeforeAll
    static void killAProgram() throws IOException {
        try (KeptByAProgram program = KeptByAProgram.in(killed)) {
            assertThat(program.run()).exists();
        }
    }

    /** As if this person's lab had been killed; each test has a copy. */
    private void afterAKill() throws IOException {
        try (Stream<Path> files = Files.walk(killed)) {
            for (Path file : files.toList()) {
                Files.copy(file, kept().resolve(killed.relativize(file).toString()), REPLACE_EXISTING);
            }
        }
    }

    private WindowEvent requestClose() {
        return onWindow(() -> {
            WindowEvent event = new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST);
            stage.getOnCloseRequest().handle(event);
            return event;
        });
    }

    private List<Window> dialogs() {
        return Window.getWindows().stream()
                .filter(window -> window != stage && window instanceof Stage)
                .toList();
    }

    private void answer(String id) {
        onWindow(() -> {
            List<Window> open = dialogs();
            ((ButtonBase) open.get(open.size() - 1).getScene().lookup(id)).fire();
        });
    }

    private boolean offered() {
        return lab.find("#recovery", javafx.scene.Node.class).isVisible();
    }

    private String text(String selector) {
        return onWindow(() -> lab.find(selector, Label.class).getText());
    }

    @Test
    void whatTrainsIsKeptWhileItTrainsAndClosedRunsAreNotOffered() throws IOException {
        open(LONG, OFTEN, ANY);
        lab.fire("#play");
        await("a first save", this::keptWhole);
        assertThat(store().runs()).as("another program leaves it alone").isEmpty();

        assertThat(requestClose().isConsumed()).isTrue();
        await("a closed window", () -> !stage.isShowing());

        List<Autosaved> runs = store().runs();
        assertThat(runs).extracting(Autosaved::state).containsExactly(AutosaveState.CLOSED);
        int step = onWindow(() -> lab.model.lanes().get(0).lane().step());
        assertThat(runs.get(0).step()).isEqualTo(step);
        assertThat(onWindow(this::dialogs)).as("no question").isEmpty();
        assertThat(lab.preferences.recall("recentRun0").orElseThrow())
                .as("the newest of the recent runs")
                .startsWith(runs.get(0).folder().toString());
    }

    @Test
    void whatRestsIsKeptWithoutWaitingForAMinuteOfTraining() {
        open(3, Duration.ofSeconds(12), ANY);
        lab.fire("#play");
        await("the end", () -> lab.model.training().finishedProperty().get());

        await("a save", this::keptWhole);
    }

    @Test
    void whereItCannotBeKeptOneLineSaysSoTrainingGoesOnAndALongRunIsNotClosedWithoutAQuestion() throws IOException {
        Path obstacle = Files.writeString(kept(), "a file where the folder should be");
        open(LONG, OFTEN, ANY);
        lab.fire("#play");
        await("a word", () -> lab.model.messageProperty().get().startsWith("Not kept: "));
        assertThat(onWindow(() -> lab.model.messageProperty().get()))
                .contains(obstacle.toString())
                .endsWith("Training goes on, and the next save tries again.");
        lab.awaitStep(5);

        requestClose();
        await("a question", () -> !dialogs().isEmpty());
        assertThat(onWindow(() -> ((DialogPane) dialogs().get(0).getScene().getRoot()).getContentText()))
                .contains("It could not be kept by itself: ")
                .contains(obstacle.toString());
        assertThat(onWindow(stage::isShowing)).isTrue();
        onWindow(() -> dialogs().forEach(Window::hide));

        Files.delete(obstacle);
        onWindow(() -> lab.model.training().play());
        await("a save", this::keptWhole);
        await("a word", () -> lab.model.messageProperty().get().equals("Kept again"));
    }

    @Test
    void aShortRunThatAnotherTakesThePlaceOfIsNotKeptAndALongOneIs() throws IOException {
        open(3, OFTEN, KeptRun.LONG_SECONDS);
        trainToTheEnd();
        await("a save", this::keptWhole);
        onWindow(() -> lab.model.open(Small.eightGaussians(4, "batch", "16")));
        await("nothing kept", () -> store().runs().isEmpty() && !keptWhole());
        onWindow(() -> lab.window.finish());

        open(3, OFTEN, ANY);
        trainToTheEnd();
        await("a save", this::keptWhole);
        onWindow(() -> lab.model.open(Small.eightGaussians(4, "batch", "16")));
        await("a closed run", () -> store().runs().stream().anyMatch(run -> run.state() == AutosaveState.CLOSED));
    }

    private void trainToTheEnd() {
        lab.fire("#play");
        await("the end", () -> lab.model.training().finishedProperty().get());
    }

    @Test
    void aRunWhoseProgramWasKilledIsOfferedWithItsPictureStepAndTime() throws IOException {
        afterAKill();
        open(3, OFTEN, ANY);
        await("the offer", this::offered);
        lab.awaitPainted();

        Autosaved run = store().unfinished().get(0);
        assertThat(text("#recovery-heading")).isEqualTo("The lab was closed before it could end. A run is kept:");
        assertThat(text("#recovery-words"))
                .startsWith("8 Gaussians, tuned here, step " + run.step() + ", saved today at ");
        picture("recovery-1280x800-light", Theme.LIGHT);
        picture("recovery-1280x800-dark", Theme.DARK);
        lab.choose("#open", "recent-runs");
        await("it is among the recent runs too", () -> dialogs().stream()
                .map(dialog -> dialog.getScene().getRoot().lookup("#recent-runs"))
                .filter(ListView.class::isInstance)
                .anyMatch(list -> String.valueOf(((ListView<?>) list).getItems())
                        .contains(run.folder() + ", title=8 Gaussians, tuned here")));
    }

    @Test
    void whatIsRecoveredIsShownAsItWasSavedTrainsOnAndIsKeptAgainInPlaceOfWhatWasLeft() throws IOException {
        afterAKill();
        open(3, OFTEN, ANY);
        await("the offer", this::offered);
        Autosaved left = store().unfinished().get(0);
        int step = recover(left);
        picture("recovered-1280x800-light", Theme.LIGHT);

        lab.fire("#play");
        lab.awaitStep(step + 3);
        await("another folder in place of the one that was left", () -> !Files.exists(left.folder()) && keptWhole());
        requestClose();
        await("a closed window", () -> !stage.isShowing());
        List<Autosaved> runs = store().runs();
        assertThat(runs).extracting(Autosaved::state).containsExactly(AutosaveState.CLOSED);
        assertThat(runs.get(0).step()).isGreaterThan(step);
        assertThat(runs.get(0).folder().getFileName().toString()).endsWith("-eight-gaussians");
    }

    /** Opens what is offered, and returns at which step it is. */
    private int recover(Autosaved left) {
        lab.fire("#recover");
        await("the run", () -> lab.model.records().onShowProperty().get().isPresent());
        lab.awaitReady();
        lab.awaitPainted();
        assertThat(onWindow(this::offered)).isFalse();
        await("its folder held", () -> store().runs().isEmpty());
        int step = onWindow(() -> lab.model.lanes().stream()
                .mapToInt(lane -> lane.lane().step())
                .max()
                .orElseThrow());
        assertThat(step).isGreaterThanOrEqualTo(left.step());
        return step;
    }

    @Test
    void aRecordThatIsOnlyLookedAtIsNotKeptOnceMore() throws IOException {
        afterAKill();
        open(3, OFTEN, ANY);
        await("the offer", this::offered);
        Autosaved left = store().unfinished().get(0);
        recover(left);

        requestClose();
        await("a closed window", () -> !stage.isShowing());

        assertThat(folders()).containsExactly(left.folder());
        assertThat(store().runs()).extracting(Autosaved::state).containsExactly(AutosaveState.CLOSED);
    }

    @Test
    void whatIsPutOffIsNotOfferedAtTheNextStartAndIsInTheMenu() throws IOException, InterruptedException {
        afterAKill();
        open(3, OFTEN, ANY);
        await("the offer", this::offered);
        lab.fire("#recover-later");
        await("an answer", () -> store().unfinished().isEmpty() && !offered());
        onWindow(() -> lab.window.finish());

        open(3, OFTEN, ANY);
        await("the menu", () -> lab.window.autosave().runs().all().size() == 1);
        assertThat(onWindow(this::listed).get(0)).startsWith("8 Gaussians, tuned here, step ");
        assertThat(onWindow(this::offered)).isFalse();
    }

    private List<String> listed() {
        return lab.find("#open", MenuButton.class).getItems().stream()
                .filter(item -> "kept-runs".equals(item.getId()))
                .flatMap(menu -> ((Menu) menu).getItems().stream())
                .map(MenuItem::getText)
                .toList();
    }

    @Test
    void whatIsDiscardedIsGoneAfterAQuestion() throws IOException {
        afterAKill();
        open(3, OFTEN, ANY);
        await("the offer", this::offered);
        lab.fire("#recover-discard");
        assertThat(store().runs()).hasSize(1);
        answer("#accept");
        await("nothing kept", () -> store().runs().isEmpty());
        await("no offer", () -> !offered());
    }

    @Test
    void whatIsDamagedIsToldAndCannotBeOpened() throws IOException {
        afterAKill();
        Path record = store().runs().get(0).folder().resolve("run.yaml");
        Files.writeString(record, Files.readString(record).substring(0, 200));
        open(3, OFTEN, ANY);
        await("the offer", this::offered);

        assertThat(text("#recovery-heading")).contains("is damaged");
        assertThat(text("#recovery-words")).contains("run.yaml").contains("expected");
        assertThat(onWindow(() -> lab.find("#recover", ButtonBase.class).isVisible()))
                .isFalse();
        picture("recovery-damaged-1280x800-light", Theme.LIGHT);
    }

    @Test
    void aRunThatAnotherProgramShowsIsNotOffered() throws IOException {
        try (KeptByAProgram program = KeptByAProgram.in(kept())) {
            open(3, OFTEN, ANY);
            trainToTheEnd();
            await("a save of its own", () -> {
                try {
                    return folders().size() == 2;
                } catch (IOException failure) {
                    throw new AssertionError(failure);
                }
            });
            assertThat(onWindow(this::offered)).isFalse();
            assertThat(program.run()).exists();
        }
    }

    @Test
    void aPersonSetsWhetherWhereAndInHowMuchSpaceRunsAreKept() throws IOException {
        afterAKill();
        open(3, OFTEN, ANY);
        lab.choose("#save", "keeping");
        await(
                "what is kept",
                () -> dialog("#kept-runs-used", Label.class).getText().startsWith("1 run;"));
        pictureOfDialog("keeping-dialog-light");
        onWindow(() -> dialog("#kept-runs-space", TextField.class).setText("10"));
        answer("#accept");
        assertThat(onWindow(() -> dialog(".refusal", Label.class).getText())).contains("from 50 to 1,000,000");
        onWindow(() -> dialog("#kept-runs-space", TextField.class).setText("500"));
        assertThat(onWindow(() -> dialog(".refusal", Label.class).isVisible())).isFalse();
        answer("#discard-kept-runs");
        answer("#accept");
        await("nothing kept", () -> store().runs().isEmpty());
        onWindow(() -> dialog("#keep-runs", CheckBox.class).setSelected(false));
        answer("#accept");

        AutosavePreferences now = new AutosavePreferences(remembered, kept());
        assertThat(now.keeps()).isFalse();
        trainToTheEnd();
        assertThat(requestClose().isConsumed())
                .as("asks, since nothing is kept")
                .isTrue();
        assertThat(onWindow(this::dialogs)).isNotEmpty();
    }

    private <T> T dialog(String selector, Class<T> type) {
        List<Window> open = dialogs();
        return type.cast(open.get(open.size() - 1).getScene().lookup(selector));
    }

    private void picture(String name, Theme theme) {
        onWindow(() -> lab.window.setTheme(theme));
        lab.resize(1280, 800);
        lab.awaitPainted();
        Pictures.write(
                PICTURES.resolve(name + ".png"),
                onWindow(() -> FxImages.of(lab.window.scene().snapshot(null))),
                java.util.Map.of());
    }

    private void pictureOfDialog(String name) {
        Pictures.write(
                PICTURES.resolve(name + ".png"),
                onWindow(() -> FxImages.of(dialogs().get(0).getScene().snapshot(null))),
                java.util.Map.of());
    }
}
