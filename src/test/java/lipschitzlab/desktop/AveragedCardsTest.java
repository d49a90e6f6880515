package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.image.Image;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import lipschitzlab.desktop.control.FxImages;
import lipschitzlab.desktop.model.LaneModel;
import lipschitzlab.plot.Pictures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** All cards show the averaged generators' samples, and say so. */
@ExtendWith(ApplicationExtension.class)
class AveragedCardsTest {
    private OpenWindow lab;

    @Start
    void open(Stage stage) {
        lab = new OpenWindow(stage, Small.eightGaussians(8, "generatorAverage", "0.99"));
    }

    @AfterEach
    void close() throws InterruptedException {
        lab.close();
    }

    @Test
    void aKeyShowsThemOnAllCardsAndTheNewestAgainAndWithoutAnAverageTheMenuNamesItsSetting() {
        lab.awaitReady();
        lab.fire("#play");
        lab.awaitStep(8);
        lab.press("#lab", KeyCode.M);
        await("averages on all cards", () -> lab.model.lanes().stream()
                .allMatch(lane -> lane.averagedProperty().get()));
        LaneModel first = onWindow(() -> lab.model.lanes().get(0));
        assertThat(onWindow(() -> first.onCard().orElseThrow().samples()))
                .isNotEqualTo(onWindow(
                        () -> first.snapshotProperty().get().orElseThrow().samples()));
        assertThat(steps()).hasSize(4).containsOnly("step 8, averaged");
        for (int[] size : new int[][] {{1280, 800}, {1920, 1080}}) {
            lab.resize(size[0], size[1]);
            lab.awaitPainted();
            Image image = onWindow(() -> lab.window.scene().snapshot(null));
            Path file = Path.of("target/screenshots/window-averaged-" + size[0] + "x" + size[1] + ".png");
            Pictures.write(file, FxImages.of(image), Map.of());
        }
        assertThat(item().isDisable()).isFalse();

        onWindow(() -> lab.model.history().goTo(0));
        assertThat(steps()).as("recorded steps have none").containsOnly("step 0, recorded");
        onWindow(() -> lab.model.history().live());
        lab.press("#lab", KeyCode.M);
        assertThat(steps()).containsOnly("step 8 / 8");

        lab.press("#lab", KeyCode.M);
        onWindow(() -> lab.model.open(Small.eightGaussians(4)));
        await(
                "the other",
                () -> !lab.model.lanes().contains(first) && lab.model.lanes().size() == 4);
        lab.awaitReady();
        lab.press("#lab", KeyCode.M);
        assertThat(steps()).containsOnly("step 0 / 4");
        assertThat(item().isDisable()).isTrue();
        assertThat(item().getText()).contains("needs generatorAverage");
    }

    private List<String> steps() {
        return onWindow(() -> lab.window.scene().getRoot().lookupAll(".lane-step").stream()
                .map(node -> ((Label) node).getText())
                .toList());
    }

    /** The command in the menu of the first card. */
    private MenuItem item() {
        return onWindow(() -> {
            Node card = lab.window.scene().lookup(".lane-card");
            card.getOnContextMenuRequested()
                    .handle(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 1, 1, 1, 1, false, null));
            ContextMenu menu = Window.getWindows().stream()
                    .filter(window -> window instanceof ContextMenu)
                    .map(window -> (ContextMenu) window)
                    .findFirst()
                    .orElseThrow();
            menu.hide();
            return menu.getItems().stream()
                    .filter(each -> "average-item".equals(each.getId()))
                    .findFirst()
                    .orElseThrow();
        });
    }
}
