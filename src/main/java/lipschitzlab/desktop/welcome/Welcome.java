package lipschitzlab.desktop.welcome;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import lipschitzlab.desktop.control.Command;
import lipschitzlab.desktop.model.WindowPreferences;
import lipschitzlab.lesson.Lessons;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Lies over the window at the first start, and whenever it is asked for: three ways to begin, and a tour. */
public final class Welcome extends VBox {
    private static final String WELCOMED = "welcomed";
    private static final double CARD = 230;

    private final WindowPreferences preferences;
    private final Pane frame;
    private final Button first;

    /**
     * What the cards do.
     *
     * @param see opens something to watch
     * @param bring asks for data
     */
    public record Ways(Runnable see, Runnable bring) {}

    /** Hidden at first. */
    public Welcome(Pane frame, WindowPreferences preferences, Ways ways) {
        super(22);
        this.preferences = preferences;
        this.frame = frame;
        setId("welcome");
        getStyleClass().add("welcome");
        setAlignment(Pos.CENTER);
        setManaged(false);
        setVisible(false);
        Label title = new Label("Lipschitz Lab");
        title.getStyleClass().add("welcome-title");
        Label words = new Label(
                "Four ways to hold a GAN's critic to a Lipschitz constraint, trained side by side from the same weights, on"
                        + " the same batches and the same noise.");
        words.setWrapText(true);
        words.setMaxWidth(3 * CARD);
        words.setTextAlignment(TextAlignment.CENTER);
        words.setMinHeight(USE_PREF_SIZE);
        first = card(
                "welcome-see",
                Command.LESSONS.icon(),
                "See it",
                "A lesson: why a critic needs a constraint at all. It says what to press and what to look for.",
                ways.see());
        HBox cards = new HBox(
                16,
                first,
                card(
                        "welcome-touch",
                        Command.PLAY.icon(),
                        "Touch it",
                        "Press Play on 8 Gaussians, and change what you like while it trains. Nothing can break.",
                        () -> {}),
                card(
                        "welcome-bring",
                        Command.YOUR_DATA.icon(),
                        "Bring your own",
                        "A table of points, or a file of pictures, to be learned by all four.",
                        ways.bring()));
        cards.setAlignment(Pos.CENTER);
        Hyperlink tour = new Hyperlink("Show me around: five stops");
        tour.setId("welcome-tour");
        tour.setOnAction(event -> {
            hide();
            new Tour(getScene(), stops()).start();
        });
        Label again = new Label(Command.WELCOME.keys() + " brings this back.");
        again.getStyleClass().add("note");
        getChildren().setAll(title, words, cards, tour, again);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        frame.getChildren().add(this);
        frame.layoutBoundsProperty().subscribe(bounds -> resizeRelocate(0, 0, bounds.getWidth(), bounds.getHeight()));
    }

    /** The stops of the tour. */
    static List<Tour.Stop> stops() {
        return List.of(
                new Tour.Stop(
                        "#play",
                        "Play",
                        "Trains all lanes. Pause rests, Step trains one step, Reset goes back to the same weights. The box at the"
                                + " right slows it down."),
                new Tour.Stop(
                        "#cards",
                        "A card for each method",
                        "Dots are samples, on the colours of the critic's value. The line in italics says what is happening; below"
                                + " are the singular values of a layer."),
                new Tour.Stop(
                        "#curves",
                        "Curves of all lanes",
                        "One measure over time. Point at them for values, drag to see a part. The list has many more measures, and"
                                + " says what each means."),
                new Tour.Stop(
                        "#lane-chooser",
                        "What you may change",
                        "The settings of one lane; above are those of all lanes, with their networks. Hover over a name for its"
                                + " meaning, Enter applies a value."),
                new Tour.Stop(
                        "#lessons",
                        "Lessons",
                        Lessons.names().size()
                                + " claims from papers and of our own, each with its experiment, what to look for, and what came out."));
    }

    private Button card(String id, Ikon icon, String title, String text, Runnable work) {
        Label heading = new Label(title, new FontIcon(icon));
        heading.getStyleClass().add("welcome-heading");
        Label words = new Label(text);
        words.setWrapText(true);
        words.setPrefWidth(CARD - 40);
        VBox content = new VBox(8, heading, words);
        Button card = new Button("", content);
        card.setId(id);
        card.getStyleClass().add("welcome-card");
        card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        card.setAccessibleText(title + ". " + text);
        card.setPrefWidth(CARD);
        card.setOnAction(event -> {
            hide();
            work.run();
        });
        return card;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            hide();
            event.consume();
        }
    }

    /** Shows it to somebody who never saw it. */
    public void greet() {
        if (preferences.recall(WELCOMED).isEmpty()) {
            show();
        }
    }

    /** Shows it. */
    public void show() {
        preferences.remember(WELCOMED, "yes");
        toFront();
        setVisible(true);
        first.requestFocus();
    }

    private void hide() {
        setVisible(false);
        frame.requestFocus();
    }
}
