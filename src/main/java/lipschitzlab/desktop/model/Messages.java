package lipschitzlab.desktop.model;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What the window tells a person: the last thing that happened, and the last that did not work. For the window's thread. */
final class Messages {
    private final ReadOnlyStringWrapper last = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Shows a line in the status bar. */
    void say(String line) {
        last.set(line);
    }

    /** Tells the person what did not work. */
    void report(String title, Throwable failure) {
        report(Problem.of(title, failure));
    }

    /** Tells the person what did not work, in words that are ready. */
    void report(Problem found) {
        say(found.title());
        problem.set(Optional.of(found));
    }

    /** The last thing that happened, as half a sentence. */
    ReadOnlyStringProperty lastProperty() {
        return last.getReadOnlyProperty();
    }

    /** The last thing that did not work; a new object each time. */
    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
