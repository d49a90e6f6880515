package lipschitzlab.desktop;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import lipschitzlab.desktop.model.LessonModel;
import lipschitzlab.lesson.Lesson;

/** What stands left of the cards: the panel, or the lesson on show. */
final class LeftSide extends ScrollPane {
    /** @param opened shows what a lesson is about */
    LeftSide(LessonModel lessons, Consumer<Lesson.View> opened, VBox panel, Node lesson) {
        panel.getStyleClass().add("left-side");
        panel.setMinWidth(0);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        lessons.lessonProperty().subscribe(now -> {
            setContent(now.isPresent() ? lesson : panel);
            setVvalue(0);
            now.ifPresent(shown -> opened.accept(shown.view()));
        });
    }
}
