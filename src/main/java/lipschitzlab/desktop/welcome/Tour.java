package lipschitzlab.desktop.welcome;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Window;

/** Goes through the window's parts, one after the other, and says of each what it is for. */
final class Tour {
    private static final String TOURED = "toured";
    private static final double WIDTH = 340;
    private static final double BESIDE = 10;

    /**
     * One part of the window.
     *
     * @param selector of the part
     */
    record Stop(String selector, String title, String text) {}

    private final Scene scene;
    private final List<Stop> stops;
    private final Popup popup = new Popup();
    private final Label title = new Label();
    private final Label text = new Label();
    private final Label place = new Label();
    private final Button back = new Button("Back");
    private final Button next = new Button("Next");
    private final VBox words;
    private Optional<Node> toured = Optional.empty();
    private int at;

    Tour(Scene scene, List<Stop> stops) {
        this.scene = scene;
        this.stops = List.copyOf(stops);
        title.getStyleClass().add("heading");
        text.setWrapText(true);
        text.setPrefWidth(WIDTH);
        text.setMinHeight(Region.USE_PREF_SIZE);
        place.getStyleClass().add("note");
        back.setId("tour-back");
        next.setId("tour-next");
        next.getStyleClass().add("accent");
        Button skip = new Button("Skip");
        skip.setId("tour-skip");
        skip.setOnAction(event -> end());
        back.setOnAction(event -> show(at - 1));
        next.setOnAction(event -> show(at + 1));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        words = new VBox(8, title, text, new HBox(6, place, gap, skip, back, next));
        words.getStyleClass().add("tour");
        words.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        popup.getContent().setAll(words);
        popup.setHideOnEscape(false);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            end();
            event.consume();
        }
    }

    /** Begins at the first stop. */
    void start() {
        show(0);
    }

    private void show(int wanted) {
        if (wanted < 0 || wanted >= stops.size()) {
            end();
            return;
        }
        at = wanted;
        leave();
        Stop stop = stops.get(at);
        Node node = scene.lookup(stop.selector());
        if (node == null) {
            throw new IllegalStateException("expected a part of the window with " + stop.selector());
        }
        toured = Optional.of(node);
        node.getStyleClass().add(TOURED);
        title.setText(stop.title());
        text.setText(stop.text());
        place.setText((at + 1) + " of " + stops.size());
        back.setDisable(at == 0);
        next.setText(at == stops.size() - 1 ? "Done" : "Next");
        popup.show(scene.getWindow());
        words.applyCss();
        words.layout();
        popup.sizeToScene();
        place(node);
        next.requestFocus();
    }

    /** Where the words hide nothing of the part, if there is room, and are within the window in any case. */
    private void place(Node node) {
        Bounds part = node.localToScreen(node.getLayoutBounds());
        Window window = scene.getWindow();
        double right = window.getX() + window.getWidth();
        double bottom = window.getY() + window.getHeight();
        double wide = popup.getWidth();
        double high = popup.getHeight();
        double x = part.getMaxX() + BESIDE + wide <= right
                ? part.getMaxX() + BESIDE
                : part.getMinX() - BESIDE - wide >= window.getX()
                        ? part.getMinX() - BESIDE - wide
                        : part.getCenterX() - wide / 2;
        boolean beside = x >= part.getMaxX() || x + wide <= part.getMinX();
        double y = beside
                ? part.getMinY()
                : part.getMaxY() + BESIDE + high <= bottom ? part.getMaxY() + BESIDE : part.getMinY() - BESIDE - high;
        popup.setX(Math.max(window.getX() + BESIDE, Math.min(x, right - wide - BESIDE)));
        popup.setY(Math.max(window.getY() + BESIDE, Math.min(y, bottom - high - BESIDE)));
    }

    private void leave() {
        toured.ifPresent(node -> node.getStyleClass().remove(TOURED));
        toured = Optional.empty();
    }

    private void end() {
        leave();
        popup.hide();
    }
}
