package lipschitzlab.desktop.lesson;

import java.util.Optional;
import javafx.scene.control.MenuItem;
import lipschitzlab.desktop.card.LessonLinks;
import lipschitzlab.desktop.model.Bundled;
import lipschitzlab.desktop.model.LessonModel;
import lipschitzlab.lesson.Lesson;

/** Menu items that open bundled lessons. */
public final class LessonItems implements LessonLinks {
    private final Bundled bundled;
    private final LessonModel lessons;

    public LessonItems(Bundled bundled, LessonModel lessons) {
        this.bundled = bundled;
        this.lessons = lessons;
    }

    @Override
    public Optional<MenuItem> item(String lesson) {
        return bundled.lesson(lesson).map(this::item);
    }

    private MenuItem item(Lesson lesson) {
        MenuItem item = new MenuItem("Open the lesson: " + lesson.title());
        item.setOnAction(event -> lessons.open(lesson));
        return item;
    }
}
