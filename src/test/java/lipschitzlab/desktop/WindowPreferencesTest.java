package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.prefs.AbstractPreferences;
import java.util.prefs.Preferences;
import javafx.event.Event;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import lipschitzlab.desktop.file.PresetOpener;
import lipschitzlab.desktop.model.EnginePreference;
import lipschitzlab.desktop.model.LastFolder;
import lipschitzlab.desktop.model.Speed;
import lipschitzlab.desktop.model.WindowPreferences;
import lipschitzlab.preset.Presets;
import lipschitzlab.setting.ByKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the window remembers from one start to the next. Nothing here reads or writes the account's own preferences. */
@ExtendWith(ApplicationExtension.class)
class WindowPreferencesTest {
    private static final Rectangle2D LEFT = new Rectangle2D(0, 0, 1920, 1080);
    private static final Rectangle2D RIGHT = new Rectangle2D(1920, 0, 2560, 1440);

    private Stage stage;

    @Start
    void keep(Stage given) {
        stage = given;
    }

    /** A node of preferences that lives in this test. */
    private static final class Node extends AbstractPreferences {
        private final Map<String, String> texts = new HashMap<>();

        Node() {
            super(null, "");
        }

        @Override
        protected void putSpi(String key, String value) {
            texts.put(key, value);
        }

        @Override
        protected String getSpi(String key) {
            return texts.get(key);
        }

        @Override
        protected void removeSpi(String key) {
            texts.remove(key);
        }

        @Override
        protected void removeNodeSpi() {
            texts.clear();
        }

        @Override
        protected String[] keysSpi() {
            return texts.keySet().toArray(String[]::new);
        }

        @Override
        protected String[] childrenNamesSpi() {
            return new String[0];
        }

        @Override
        protected AbstractPreferences childSpi(String name) {
            throw new UnsupportedOperationException("it has no children");
        }

        @Override
        protected void syncSpi() {}

        @Override
        protected void flushSpi() {}
    }

    @Test
    void theNextWindowComesUpAsTheLastOneWasLeft() throws InterruptedException {
        WindowPreferences preferences = WindowPreferences.of(new Node());
        // The stage was another test's before, and has that one's smallest width until this window has settled.
        onWindow(() -> stage.setMinWidth(0));
        OpenWindow first = onWindow(() -> new OpenWindow(stage, Small.eightGaussians(3), preferences, 60));
        first.awaitReady();
        OpenWindow.await("a settled window, whose place is remembered", () -> stage.getMinWidth() > 0);
        first.press("#lab", KeyCode.T);
        first.press("#lab", KeyCode.MINUS);
        onWindow(() -> {
            stage.setX(40);
            stage.setY(30);
            stage.setWidth(1210);
            stage.setHeight(720);
            boolean mac = System.getProperty("os.name").startsWith("Mac");
            Event.fireEvent(
                    first.window.scene().getRoot(),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.PLUS, false, !mac, false, mac));
        });
        // The type follows the window's size, which takes a pulse or two.
        OpenWindow.await(
                "the type of a window of this size",
                () -> first.window.scene().getRoot().getStyle().contains("14.3px"));
        String type = onWindow(() -> first.window.scene().getRoot().getStyle());
        first.close();

        Stage another = onWindow(() -> new Stage());
        OpenWindow second = onWindow(() -> new OpenWindow(another, Small.eightGaussians(3), preferences, 60));
        second.awaitReady();
        assertThat(onWindow(() -> second.window.scene().getRoot().getPseudoClassStates()))
                .anyMatch(state -> state.getPseudoClassName().equals("dark"));
        assertThat(onWindow(() -> ((ComboBox<?>) second.window.scene().lookup("#speed")).getValue()))
                .isEqualTo(Speed.TWENTY_FIVE);
        OpenWindow.await(
                "the same type",
                () -> second.window.scene().getRoot().getStyle().equals(type));
        assertThat(onWindow(() -> List.of(another.getX(), another.getY(), another.getWidth(), another.getHeight())))
                .containsExactly(40.0, 30.0, 1210.0, 720.0);
        second.close();
    }

    @Test
    void aMemoryThatIsNonsenseIsNoneAtAll() throws InterruptedException {
        Node node = new Node();
        for (String name : List.of("theme", "speed", "historySpeed", "window", "folder", "engine")) {
            node.put(name, "1e999 %s \u00e9 ,,");
        }
        WindowPreferences preferences = WindowPreferences.of(node);
        OpenWindow lab = onWindow(() -> new OpenWindow(stage, Small.eightGaussians(3), preferences, 60));
        lab.awaitReady();
        assertThat(onWindow(() -> lab.model.training().speedProperty().get())).isEqualTo(Speed.FULL);
        assertThat(new EnginePreference(preferences).wished()).isEqualTo("auto");
        assertThat(new LastFolder(preferences).folder()).isEqualTo(Path.of(System.getProperty("user.home")));
        lab.close();
    }

    @Test
    void whatIsTooLongToKeepIsLeftOut() {
        WindowPreferences preferences = WindowPreferences.of(new Node());
        preferences.remember("folder", "x".repeat(Preferences.MAX_VALUE_LENGTH + 1));
        preferences.remember("theme", "a\0b");
        assertThat(preferences.recall("folder")).isEmpty();
        assertThat(preferences.recall("theme")).isEmpty();
    }

    @Test
    void aPresetThatCannotBeOpenedAgainIsToldAndTheFirstOneOpens() throws InterruptedException {
        OpenWindow lab =
                onWindow(() -> new OpenWindow(stage, Small.eightGaussians(3), WindowPreferences.ofThisRun(), 60));
        lab.awaitReady();
        onWindow(() -> lab.model.openAgain("no/such/preset.yaml"));
        OpenWindow.await("the first preset", () -> lab.model
                .experimentProperty()
                .get()
                .filter(run -> ByKey.text(run.preset().shared(), "steps").equals("3000"))
                .isPresent());
        assertThat(onWindow(
                        () -> lab.model.problemProperty().get().orElseThrow().text()))
                .contains("no/such/preset.yaml");
        lab.close();
    }

    @Test
    void theBundledPresetThatWasOpenedLastIsOpenedAtTheNextStart() throws InterruptedException {
        WindowPreferences preferences = WindowPreferences.ofThisRun();
        assertThat(PresetOpener.last(preferences)).isEqualTo(Presets.DEFAULT);
        OpenWindow lab = onWindow(() -> new OpenWindow(stage, Small.eightGaussians(3), preferences, 60));
        lab.awaitReady();
        PresetOpener opener = new PresetOpener(lab.model, null, () -> stage, preferences);
        onWindow(() -> opener.open(Small.tiny("swiss-roll")));
        assertThat(PresetOpener.last(preferences)).isEqualTo("swiss-roll");
        Path file = Path.of("mine.yaml").toAbsolutePath();
        onWindow(() -> opener.open(Small.tiny("swiss-roll"), file));
        assertThat(PresetOpener.last(preferences)).isEqualTo(file.toString());
        lab.close();
    }

    @Test
    void aWindowComesBackToAScreenThatExists() {
        Rectangle2D onTheRight = new Rectangle2D(2000, 100, 1440, 900);
        assertThat(WindowBounds.fitted(onTheRight, List.of(LEFT, RIGHT), LEFT)).isEqualTo(onTheRight);
        assertThat(WindowBounds.fitted(onTheRight, List.of(LEFT), LEFT)).isEqualTo(new Rectangle2D(240, 90, 1440, 900));
        Rectangle2D large = new Rectangle2D(2000, 10, 2500, 1400);
        Rectangle2D small = WindowBounds.fitted(large, List.of(LEFT), LEFT);
        assertThat(LEFT.contains(small)).isTrue();
        Rectangle2D above = new Rectangle2D(100, -600, 1440, 900);
        assertThat(WindowBounds.fitted(above, List.of(LEFT), LEFT).getMinY()).isNotNegative();
        Rectangle2D halfOut = new Rectangle2D(-700, 100, 1440, 900);
        assertThat(WindowBounds.fitted(halfOut, List.of(LEFT), LEFT)).isEqualTo(halfOut);
    }
}
