package lipschitzlab.desktop.lesson;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import lipschitzlab.desktop.control.Actions;
import lipschitzlab.desktop.control.Command;
import lipschitzlab.desktop.control.Follow;
import lipschitzlab.desktop.model.Bundled;
import lipschitzlab.desktop.model.LessonModel;
import lipschitzlab.lesson.Lesson;

/** Offers the lessons that come with the program, each with its claim, and those in files. */
public final class LessonMenu extends MenuButton {
    private static final double WIDTH = 760;

    private final LessonModel lessons;
    private final Runnable openFile;

    public LessonMenu(LessonModel lessons, Bundled bundled, Runnable openFile) {
        super(Command.LESSONS.title());
        this.lessons = lessons;
        this.openFile = openFile;
        Actions.dress(this, Command.LESSONS);
        Follow.list(bundled.lessons(), () -> list(bundled.lessons()));
        setOnShowing(event -> bundled.read());
    }

    private void list(List<Lesson> found) {
        List<MenuItem> items = new ArrayList<>();
        found.forEach(lesson -> items.add(item(lesson)));
        if (!found.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        MenuItem file = new MenuItem("Open a lesson file …");
        file.setId("open-lesson-file");
        file.setOnAction(event -> openFile.run());
        items.add(file);
        getItems().setAll(items);
    }

    private CustomMenuItem item(Lesson lesson) {
        Label title = new Label(lesson.title());
        title.getStyleClass().add("heading");
        // A menu asks no label how high it is at a width; a text knows.
        Text claim = new Text(lesson.claim());
        claim.setWrappingWidth(WIDTH);
        claim.getStyleClass().add("lesson-menu-claim");
        VBox cell = new VBox(title, claim);
        CustomMenuItem item = new CustomMenuItem(cell);
        item.setId("lesson-" + lesson.name());
        item.getStyleClass().add("lesson-menu-item");
        item.setOnAction(event -> lessons.open(lesson));
        return item;
    }
}
