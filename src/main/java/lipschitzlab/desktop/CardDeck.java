package lipschitzlab.desktop;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** The cards in a row, or in two rows where they would be narrow; or one card alone. */
final class CardDeck extends Pane {
    private static final double GAP = 8;
    private static final double NARROWEST = 215;
    private static final double LOWEST = 330;
    private static final int MOST_IN_A_ROW = 4;

    private final ReadOnlyObjectWrapper<Optional<LaneCard>> filling = new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<LaneCard> cards = List.of();

    CardDeck() {
        setId("cards");
        setMinSize(0, 0);
        filling.subscribe(this::showOnly);
    }

    /**
     * Shows these cards.
     *
     * @return whether they are so many that they now stand in two rows, or so few that they no longer do
     */
    boolean setCards(List<LaneCard> next) {
        boolean before = inTwoRows();
        Optional<String> filled = filling.get().map(Node::getId);
        cards = List.copyOf(next);
        getChildren().setAll(cards);
        filling.set(cards.stream()
                .filter(card -> filled.filter(card.getId()::equals).isPresent())
                .findFirst());
        requestLayout();
        return inTwoRows() != before;
    }

    /** Whether there are too many cards for one row, unless the window is very wide. */
    boolean inTwoRows() {
        return cards.size() > MOST_IN_A_ROW;
    }

    /** The cards, in the lanes' order. */
    List<LaneCard> cards() {
        return cards;
    }

    /** The card that fills the window, if one does. */
    ReadOnlyObjectProperty<Optional<LaneCard>> fillingProperty() {
        return filling.getReadOnlyProperty();
    }

    /** Lets one card fill the window, or shows all if it did already. */
    void toggle(LaneCard card) {
        filling.set(filling.get().filter(card::equals).isPresent() ? Optional.empty() : Optional.of(card));
    }

    /** Shows all cards. */
    void showAll() {
        filling.set(Optional.empty());
    }

    private void showOnly(Optional<LaneCard> one) {
        cards.forEach(card -> {
            card.setVisible(one.isEmpty() || one.get() == card);
            card.setFilling(one.isPresent() && one.get() == card);
        });
        requestLayout();
    }

    private int columns() {
        int all = Math.max(1, cards.size());
        boolean narrow = (getWidth() - (all - 1) * GAP) / all < NARROWEST;
        boolean room = inTwoRows() || (all > 2 && getHeight() >= 2 * LOWEST);
        return narrow && room ? (all + 1) / 2 : all;
    }

    @Override
    protected void layoutChildren() {
        if (filling.get().isPresent()) {
            filling.get().get().resizeRelocate(0, 0, getWidth(), getHeight());
            return;
        }
        int columns = columns();
        int rows = (cards.size() + columns - 1) / columns;
        double width = (getWidth() - (columns - 1) * GAP) / columns;
        double height = (getHeight() - (rows - 1) * GAP) / Math.max(1, rows);
        for (int i = 0; i < cards.size(); i++) {
            double x = i % columns * (width + GAP);
            double y = i / columns * (height + GAP);
            cards.get(i).resizeRelocate(snapPositionX(x), snapPositionY(y), snapSizeX(width), snapSizeY(height));
        }
    }
}
