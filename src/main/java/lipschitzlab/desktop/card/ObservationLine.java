package lipschitzlab.desktop.card;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.desktop.model.LaneModel;
import lipschitzlab.observation.Observation;

/** One sentence on what is happening in a lane; by which rule, and what else can be said, comes up while the mouse rests on it. */
final class ObservationLine extends Label {
    private static final String NOTHING = "too early to say what happens";
    private static final String NOTHING_BRIEFLY = "too early to say";

    /** Letters are seldom as wide as they are said to be. */
    private static final double SPARE = 3;

    private final Text measured = new Text();
    private final LaneModel lane;
    private final LessonLinks lessons;
    private boolean roomy = true;

    ObservationLine(LaneModel lane, LessonLinks lessons) {
        this.lane = lane;
        this.lessons = lessons;
        getStyleClass().add("observation");
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        setMinHeight(USE_PREF_SIZE);
        ObservableValue<List<Observation>> said = lane.words().observationsProperty();
        said.subscribe(now -> fit());
        lane.failureProperty().subscribe(now -> show());
        widthProperty().subscribe(now -> fit());
        fontProperty().subscribe(now -> fit());
        Hint.bind(this, said.map(this::all));
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    /** The whole sentence where there is room for it; it is among the explanations in any case. */
    private void fit() {
        Optional<Observation> first =
                lane.words().observationsProperty().getValue().stream().findFirst();
        String sentence = first.map(Observation::sentence).orElse(NOTHING);
        String brief = first.map(Observation::brief).orElse(NOTHING_BRIEFLY);
        measured.setFont(getFont());
        measured.setText(sentence);
        setText(measured.getLayoutBounds().getWidth() <= getWidth() - SPARE ? sentence : brief);
        setAccessibleText(sentence);
    }

    /** Whether the card has room for it; where the lane has stopped the card says why instead. */
    void setPlace(boolean room) {
        roomy = room;
        show();
    }

    private void show() {
        boolean shown = roomy && lane.failureProperty().get().isEmpty();
        setVisible(shown);
        setManaged(shown);
    }

    private static String starting(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private String all(List<Observation> said) {
        if (said.isEmpty()) {
            return "What happens is said here from the lane's measurements, as soon as there are enough of them.";
        }
        String rules = said.stream()
                .map(each -> starting(each.sentence()) + ".\n" + each.rule())
                .collect(Collectors.joining("\n\n"));
        return links(said).isEmpty() ? rules : rules + "\n\nClick for a lesson about it.";
    }

    private List<MenuItem> links(List<Observation> said) {
        return said.stream()
                .flatMap(each -> each.lesson().stream())
                .distinct()
                .flatMap(name -> lessons.item(name).stream())
                .toList();
    }

    private void clicked(MouseEvent event) {
        List<MenuItem> links = links(lane.words().observationsProperty().getValue());
        if (event.getButton() == MouseButton.PRIMARY && !links.isEmpty()) {
            ContextMenu menu = new ContextMenu();
            menu.getItems().setAll(links);
            menu.show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        }
    }
}
