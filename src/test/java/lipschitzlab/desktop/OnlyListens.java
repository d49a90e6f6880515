package lipschitzlab.desktop;

import javafx.beans.value.ObservableValue;

/** A view that would not show what is there already; never run. */
public final class OnlyListens {
    void follow(ObservableValue<String> text) {
        text.addListener((property, before, now) -> now.length());
    }
}
