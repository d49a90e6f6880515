package lipschitzlab.desktop.card;

import java.util.Optional;
import javafx.scene.control.MenuItem;

/** Ways from a card to a lesson. */
@FunctionalInterface
public interface LessonLinks {
    /** What opens a bundled lesson; empty where there is none of this name, or none is read yet. */
    Optional<MenuItem> item(String lesson);

    /** No way to any lesson. */
    static LessonLinks none() {
        return lesson -> Optional.empty();
    }
}
