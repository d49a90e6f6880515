package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.desktop.control.Theme;
import lipschitzlab.desktop.model.LaneModel;
import lipschitzlab.desktop.model.RunOnShow;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.export.RunFiles;
import lipschitzlab.export.RunTexts;
import lipschitzlab.export.checkpoint.RunCheckpoints;
import lipschitzlab.file.FileWrites;
import lipschitzlab.measurement.Metric;
import lipschitzlab.plot.Pictures;
import lipschitzlab.preset.Preset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Brings runs to the window that were trained before; with pictures in {@code target/screenshots}. */
@ExtendWith(ApplicationExtension.class)
class RunWindowTest {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int STEPS = 200;

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private OpenWindow lab;

    static Path train(Path run, Preset preset) throws InterruptedException {
        try (Experiment experiment = Experiment.open(preset, EngineUnderTest.chosen())) {
            experiment.play();
            experiment.awaitRest();
            assertThat(RunFiles.all(experiment).writeInto(run).complete()).isTrue();
        }
        return run;
    }

    @BeforeAll
    static void trainARun() throws InterruptedException {
        train(
                shared.resolve("eight-gaussians-first"),
                Small.eightGaussians(
                        STEPS,
                        "generator.hidden",
                        "[32, 32]",
                        "critic.hidden",
                        "[32, 32]",
                        "batch",
                        "64",
                        "schedule.diagnosticsEvery",
                        "25"));
    }

    private static Path run() {
        return shared.resolve("eight-gaussians-first");
    }

    @Start
    void open(Stage stage) {
        lab = new OpenWindow(stage, Small.eightGaussians(4));
    }

    @AfterEach
    void close() throws InterruptedException {
        lab.close();
    }

    private Optional<RunOnShow> record() {
        return lab.model.records().onShowProperty().get();
    }

    private void openFromTheMenu() {
        lab.awaitReady();
        lab.answers.add(Optional.of(run()));
        lab.choose("#open", "open-run");
        await("the record", () -> record().isPresent());
        lab.awaitReady();
    }

    private String banner() {
        Node banner = lab.find("#banner", Node.class);
        return onWindow(() -> banner.isVisible() ? ((Label) banner.lookup(".label")).getText() : "");
    }

    private BufferedImage picture(String name, int width, int height) {
        lab.resize(width, height);
        lab.awaitPainted();
        BufferedImage picture =
                onWindow(() -> WindowPicturesTest.drawn(lab.window.scene().snapshot(null)));
        Pictures.write(PICTURES.resolve(name + ".png"), picture, Map.of());
        return picture;
    }

    @Test
    void aFinishedRunOpensAsItWasAndTheSliderGoesOverItsWholeHistory() {
        openFromTheMenu();
        assertThat(onWindow(() -> lab.stage.getTitle()))
                .isEqualTo("eight-gaussians-first (record of a run) – Lipschitz Lab");
        assertThat(banner())
                .startsWith("Record of the run eight-gaussians-first, at step 200. ")
                .contains("it can be looked at, not trained on");
        assertThat(onWindow(() -> lab.model.lanes().stream()
                        .map(lane -> lane.stepProperty().get())
                        .toList()))
                .containsOnly(STEPS);
        assertThat(onWindow(() -> lab.model
                        .lanes()
                        .get(0)
                        .history()
                        .curve(Metric.CRITIC_LOSS)
                        .length()))
                .isEqualTo(STEPS);
        picture("record-1280x800-light", 1280, 800);
        for (int step : new int[] {0, 25, 100, 175}) {
            onWindow(() -> lab.model.history().goTo(step));
            for (LaneModel lane : onWindow(() -> List.copyOf(lab.model.lanes()))) {
                assertThat(onWindow(() -> lane.recordedProperty().get().orElse(-1)))
                        .isEqualTo(step);
                assertThat(onWindow(() ->
                                lane.snapshotProperty().get().orElseThrow().surface()))
                        .as("the surface of step " + step)
                        .isPresent();
            }
        }
        onWindow(() -> lab.model.history().goTo(75));
        picture("record-history-1280x800-light", 1280, 800);
        onWindow(() -> lab.window.setTheme(Theme.DARK));
        picture("record-history-1920x1080-dark", 1920, 1080);
    }

    @Test
    void recentRunsAreListedWithPicturePresetDateAndWhatTheyCameToAndThoseThatAreGoneAreNot() throws IOException {
        openFromTheMenu();
        Path old = oldCopy();
        onWindow(() -> lab.window.files().open(List.of(old)));
        await("the other run", () -> record().filter(run -> run.name().equals("an old run"))
                .isPresent());
        lab.awaitReady();
        lab.choose("#open", "recent-runs");
        await("both runs", () -> recent().filter(list -> shown(list).size() == 2)
                .isPresent());
        List<String> words = onWindow(() -> shown(recent().orElseThrow()));
        assertThat(words.get(0))
                .contains(
                        "8 Gaussians, tuned here",
                        "an old run",
                        "step 200",
                        "spectral norm 0.",
                        "balanced modes of 8: ")
                .containsPattern("\\d{1,2} \\w+ 20\\d\\d, \\d\\d:\\d\\d")
                .contains("in the units of training");
        assertThat(words.get(1)).contains("eight-gaussians-first");
        await("pictures", () -> recent().orElseThrow().lookupAll(".recent-run-picture").stream()
                .map(frame -> ((ImageView) ((Pane) frame).getChildren().get(0)).getImage())
                .allMatch(image -> image != null && image.getProgress() == 1));
        BufferedImage picture = onWindow(
                () -> WindowPicturesTest.drawn(recent().orElseThrow().getScene().snapshot(null)));
        Pictures.write(PICTURES.resolve("recent-runs-light.png"), picture, Map.of());
        onWindow(() -> recent().orElseThrow().getScene().getWindow().hide());
        Files.delete(folder.resolve("an old run/run.yaml"));
        lab.choose("#open", "recent-runs");
        await("the one that is left", () -> recent().filter(list -> shown(list).size() == 1)
                .isPresent());
        onWindow(() -> {
            recent().orElseThrow().getSelectionModel().select(0);
            DialogPane pane = (DialogPane) recent().orElseThrow().getScene().getRoot();
            ((Button) pane.lookupButton(pane.getButtonTypes().get(0))).fire();
        });
        await("that run", () -> record().filter(run -> run.name().equals("eight-gaussians-first"))
                .isPresent());
    }

    /** Without the picture by which newer runs are known. */
    private Path oldCopy() throws IOException {
        Path copy = folder.resolve("an old run");
        try (Stream<Path> files = Files.walk(run())) {
            for (Path file : files.filter(each -> !each.endsWith("picture.png")).toList()) {
                Files.copy(file, copy.resolve(run().relativize(file).toString()));
            }
        }
        return copy;
    }

    private static Optional<ListView<?>> recent() {
        return Window.getWindows().stream()
                .map(window -> window.getScene().getRoot().lookup("#recent-runs"))
                .filter(ListView.class::isInstance)
                .<ListView<?>>map(list -> (ListView<?>) list)
                .findFirst();
    }

    /** The words of each entry, from top to bottom. */
    private static List<String> shown(ListView<?> list) {
        list.applyCss();
        list.layout();
        return list.lookupAll(".recent-run").stream()
                .map(cell -> (ListCell<?>) cell)
                .filter(cell -> !cell.isEmpty() && cell.isVisible())
                .sorted(Comparator.comparing(ListCell::getIndex))
                .map(cell -> {
                    StringBuilder words = new StringBuilder();
                    collect(cell.getGraphic(), words);
                    return words.toString();
                })
                .toList();
    }

    private static void collect(Node node, StringBuilder words) {
        if (node instanceof Labeled label) {
            words.append(label.getText()).append('\n');
        } else if (node instanceof Text text) {
            words.append(text.getText()).append('\n');
        } else if (node instanceof Pane pane) {
            pane.getChildren().forEach(child -> collect(child, words));
        }
    }

    @Test
    void playSaysWhyARunWithoutCheckpointsIsNotTrainedOnAndResetTrainsItAgain() {
        openFromTheMenu();
        double[] before = lab.losses(0);
        lab.fire("#play");
        // Said as soon as its first frame is painted, which may still be to come.
        await("why", () -> lab.model
                .messageProperty()
                .get()
                .equals("This run was saved without checkpoints: it can be looked at, not trained on; Reset trains it"
                        + " again from the start"));
        assertThat(lab.losses(0)).isEqualTo(before);
        assertThat(onWindow(() -> record())).isPresent();
        lab.fire("#reset");
        await("step 0", () -> lab.model.lanes().stream()
                .allMatch(lane -> lane.stepProperty().get() == 0));
        await("no record any more", () -> record().isEmpty());
        assertThat(banner()).isEmpty();
        assertThat(onWindow(() -> lab.stage.getTitle())).isEqualTo("Lipschitz Lab");
        lab.awaitReady();
        lab.fire("#step");
        lab.awaitStep(1);
        assertThat(lab.losses(0)[0]).isEqualTo(before[0]);
    }

    @Test
    void aRunWithCheckpointsTrainsOnWhereItStandsAndIsThenNoRecordAnyMore() throws InterruptedException {
        Path kept = folder.resolve("with checkpoints");
        try (Experiment experiment = Experiment.open(Small.eightGaussians(6), EngineUnderTest.chosen())) {
            experiment.play();
            experiment.awaitRest();
            assertThat(RunFiles.all(experiment).writeInto(kept).complete()).isTrue();
            try (RunCheckpoints checkpoints =
                    new RunCheckpoints(kept, experiment, FileWrites.strict(), new RunTexts(experiment))) {
                checkpoints.writeAtRest();
            }
        }
        lab.awaitReady();
        onWindow(() -> lab.window.files().open(List.of(kept)));
        await("the record", () -> record().isPresent());
        lab.awaitReady();
        assertThat(banner())
                .startsWith("Record of the run with checkpoints, at step 6. ")
                .contains("Play goes on for 6 more");
        Button trainOn = lab.find("#banner .accent", Button.class);
        assertThat(onWindow(() -> trainOn.isVisible() && !trainOn.isDisabled())).isTrue();
        assertThat(onWindow(trainOn::getText)).isEqualTo("Train on");
        picture("record-train-on-1280x800-light", 1280, 800);
        double[] before = lab.losses(0);
        onWindow(trainOn::fire);
        lab.awaitStep(12);
        assertThat(lab.losses(0)).startsWith(before).hasSize(12);
        await("no record any more", () -> record().isEmpty());
        assertThat(onWindow(() -> lab.stage.getTitle())).isEqualTo("Lipschitz Lab");
    }

    @Test
    void aFolderThatIsDroppedOpensAndADamagedPartIsTold() throws IOException {
        lab.awaitReady();
        Path damaged =
                Files.createDirectories(folder.resolve("damaged/history")).getParent();
        Files.copy(run().resolve("run.yaml"), damaged.resolve("run.yaml"));
        Files.copy(run().resolve("curves.csv"), damaged.resolve("curves.csv"));
        Files.writeString(damaged.resolve("history/spectral-norm.npz"), "no archive");
        onWindow(() -> lab.window.files().open(List.of(damaged)));
        await("the record", () -> record().isPresent());
        await("what is damaged", () -> Window.getWindows().size() > 1);
        String told = onWindow(
                () -> ((DialogPane) Window.getWindows().get(1).getScene().getRoot()).getContentText());
        assertThat(told).contains("spectral-norm.npz").contains("try another copy");
        onWindow(() -> Window.getWindows().get(1).hide());
        assertThat(onWindow(() -> lab.model.lanes().get(0).history().frames())).isEmpty();
        assertThat(onWindow(() -> lab.model
                        .lanes()
                        .get(0)
                        .history()
                        .curve(Metric.CRITIC_LOSS)
                        .length()))
                .isEqualTo(STEPS);
    }
}
