package lipschitzlab.desktop;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import lipschitzlab.desktop.model.WindowPreferences;

/** Where the window is on the screens and how large, remembered from one start to the next. */
final class WindowBounds {
    private static final String NAME = "window";
    private static final String MAXIMIZED = "maximized";

    /** So much of the window's upper edge must lie on a screen that a person can take hold of it. */
    private static final double GRIP_WIDTH = 120;

    private static final double GRIP_HEIGHT = 24;

    /**
     * In pixels. A person who drags the window's edge makes it smaller by less than this from one event to the next; a window
     * manager may set a new size at once.
     */
    private static final double JUMP = 50;

    /** A window manager that still insists after this many corrections gets the size it wants. */
    private static final int MAX_CORRECTIONS = 10;

    private final Stage stage;
    private final WindowPreferences preferences;
    private final Rectangle2D usual;
    private Rectangle2D last;
    private Dimension2D smallest = new Dimension2D(0, 0);
    private boolean followScheduled;
    private boolean touched;
    private int taken;

    /**
     * @param width that it has where nothing else is remembered and the screen has room
     * @param height likewise
     */
    WindowBounds(Stage stage, WindowPreferences preferences, double width, double height) {
        this.stage = stage;
        this.preferences = preferences;
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        this.usual = centred(width, height, screen);
        this.last = usual;
    }

    /** Puts the window where it was; or where it fits, if that screen is no more. */
    void restore() {
        Optional<String> remembered = preferences.recall(NAME);
        List<Rectangle2D> screens =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        last = remembered
                .flatMap(WindowBounds::parse)
                .map(wanted -> fitted(wanted, screens, Screen.getPrimary().getVisualBounds()))
                .orElse(usual);
        apply();
        stage.setMaximized(remembered.filter(text -> text.endsWith(MAXIMIZED)).isPresent());
    }

    /**
     * Sets the smallest size of the window, and from now on remembers position and size as a person changes them. Some window
     * managers answer a new window with a tiny size, at once or seconds later where the machine is busy: a size that no
     * person can have chosen is corrected whenever it comes.
     *
     * @param minWidth that a person can give it, where the screen has so much
     * @param minHeight likewise
     */
    void settle(double minWidth, double minHeight) {
        smallest = new Dimension2D(Math.min(minWidth, last.getWidth()), Math.min(minHeight, last.getHeight()));
        stage.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> touched = true);
        stage.addEventFilter(KeyEvent.KEY_PRESSED, event -> touched = true);
        List.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())
                .forEach(property -> property.subscribe((before, now) -> followSoon()));
        followSoon();
    }

    /** After all four numbers of one change have come. */
    private void followSoon() {
        if (!followScheduled) {
            followScheduled = true;
            Platform.runLater(() -> {
                followScheduled = false;
                follow();
            });
        }
    }

    private void follow() {
        if (!stage.isShowing() || stage.isMaximized() || stage.isFullScreen() || stage.isIconified()) {
            return;
        }
        if (isUnrequested() && taken < MAX_CORRECTIONS) {
            taken++;
            apply();
            return;
        }
        if (stage.getWidth() >= smallest.getWidth() && stage.getHeight() >= smallest.getHeight()) {
            last = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        }
        stage.setMinWidth(smallest.getWidth());
        stage.setMinHeight(smallest.getHeight());
    }

    /**
     * Whether no person can have chosen the size: it is below the smallest allowed one; or it is the smallest one, to which a
     * window manager raises smaller sizes, and the window jumped to it before a person did anything in it.
     */
    private boolean isUnrequested() {
        boolean jumped = last.getWidth() - stage.getWidth() > JUMP || last.getHeight() - stage.getHeight() > JUMP;
        return below(0) || !touched && jumped && below(1);
    }

    private boolean below(double more) {
        return stage.getWidth() < smallest.getWidth() + more && stage.getHeight() < smallest.getHeight() + more;
    }

    private void apply() {
        stage.setX(last.getMinX());
        stage.setY(last.getMinY());
        stage.setWidth(last.getWidth());
        stage.setHeight(last.getHeight());
    }

    /** Remembers it for the next start. */
    void remember() {
        String numbers = Arrays.stream(new double[] {last.getMinX(), last.getMinY(), last.getWidth(), last.getHeight()})
                .mapToObj(number -> Long.toString(Math.round(number)))
                .collect(Collectors.joining(" "));
        preferences.remember(NAME, stage.isMaximized() ? numbers + " " + MAXIMIZED : numbers);
    }

    /** Reads x, y, width and height; nothing if the text is none of ours. */
    static Optional<Rectangle2D> parse(String text) {
        if (!text.matches("-?\\d{1,6} -?\\d{1,6} \\d{1,6} \\d{1,6}( " + MAXIMIZED + ")?")) {
            return Optional.empty();
        }
        double[] numbers = Arrays.stream(text.split(" "))
                .limit(4)
                .mapToDouble(Double::parseDouble)
                .toArray();
        return Optional.of(new Rectangle2D(numbers[0], numbers[1], numbers[2], numbers[3]));
    }

    /** The same place if a person can take hold of the window there; otherwise the middle of the first screen, and no larger than it. */
    static Rectangle2D fitted(Rectangle2D wanted, List<Rectangle2D> screens, Rectangle2D first) {
        Optional<Rectangle2D> home = screens.stream()
                .filter(screen -> gripped(wanted, screen))
                .max(Comparator.comparingDouble(screen -> overlap(wanted, screen)));
        double width = Math.min(wanted.getWidth(), home.orElse(first).getWidth());
        double height = Math.min(wanted.getHeight(), home.orElse(first).getHeight());
        return home.map(screen -> new Rectangle2D(wanted.getMinX(), wanted.getMinY(), width, height))
                .orElseGet(() -> centred(width, height, first));
    }

    private static boolean gripped(Rectangle2D window, Rectangle2D screen) {
        return overlap(window, screen) >= GRIP_WIDTH
                && window.getMinY() >= screen.getMinY()
                && window.getMinY() + GRIP_HEIGHT <= screen.getMaxY();
    }

    /** By how many pixels their widths overlap. */
    private static double overlap(Rectangle2D window, Rectangle2D screen) {
        return Math.min(window.getMaxX(), screen.getMaxX()) - Math.max(window.getMinX(), screen.getMinX());
    }

    private static Rectangle2D centred(double width, double height, Rectangle2D screen) {
        double w = Math.min(width, screen.getWidth());
        double h = Math.min(height, screen.getHeight());
        return new Rectangle2D(
                screen.getMinX() + (screen.getWidth() - w) / 2, screen.getMinY() + (screen.getHeight() - h) / 2, w, h);
    }
}
