package lipschitzlab.desktop.control;

import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.util.StringConverter;

/**
 * Views that show what is there already, and what comes later. What a view follows may have come before the view was made, or
 * may never change: so a view reads it at once. For one value JavaFX has {@code subscribe(now -> …)}; lists have it here.
 */
public final class Follow {
    private Follow() {}

    /** Runs the action now, and after each change of the list. */
    public static void list(ObservableList<?> list, Runnable action) {
        list.addListener((ListChangeListener<Object>) change -> action.run());
        action.run();
    }

    /**
     * Lets a box write its items and its value by their title. A value that is not, or not yet, among the items is written by the
     * converter and not by a cell: without one it would be the name of its class and all that it holds.
     */
    public static <T> void titles(ComboBox<T> box, Function<? super T, String> title) {
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T item) {
                return item == null ? "" : title.apply(item);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("the list is not edited");
            }
        });
        box.setCellFactory(list -> new TitleCell<>(title));
        box.setButtonCell(new TitleCell<>(title));
    }

    private static final class TitleCell<T> extends ListCell<T> {
        private final Function<? super T, String> title;

        TitleCell(Function<? super T, String> title) {
            this.title = title;
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : title.apply(item));
        }
    }
}
