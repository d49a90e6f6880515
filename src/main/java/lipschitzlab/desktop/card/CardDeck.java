package lipschitzlab.desktop.card;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import lipschitzlab.desktop.control.FontProbe;

/** The cards in a row, or in two rows where they would be narrow; or one card alone. */
public final class CardDeck extends Pane {
    private static final double GAP = 8;

    /** In a window at least this wide, at the usual size of type, more than four cards also stand in one row. */
    private static final double WIDE = 2400;

    private static final int MAX_COLUMNS = 4;

    /** A card's, in sizes of a letter. */
    private static final double NARROWEST = 14.5;

    private static final double LOWEST = 16;

    private final ReadOnlyObjectWrapper<Optional<LaneCard>> filling = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final FontProbe type = new FontProbe(this::requestLayout);
    private List<LaneCard> cards = List.of();

    public CardDeck() {
        setId("cards");
        setMinWidth(0);
        filling.subscribe(this::showOnly);
    }

    /** The cards in a place of any height: they fill it, and scroll where they could not be read. */
    public ScrollPane scrolling() {
        ScrollPane scroll = new ScrollPane(this);
        scroll.getStyleClass().add("deck-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        return scroll;
    }

    /**
     * Shows these cards.
     *
     * @return whether they are so many that they now stand in two rows, or so few that they no longer do
     */
    public boolean setCards(List<LaneCard> next) {
        boolean before = inTwoRows();
        Optional<String> filled = filling.get().map(Node::getId);
        cards = List.copyOf(next);
        getChildren().setAll(cards);
        getChildren().add(type);
        filling.set(cards.stream()
                .filter(card -> filled.filter(card.getId()::equals).isPresent())
                .findFirst());
        requestLayout();
        return inTwoRows() != before;
    }

    /** Whether there are too many cards for one row, unless the window is very wide. */
    public boolean inTwoRows() {
        return cards.size() > MAX_COLUMNS;
    }

    /** The cards, in the lanes' order. */
    public List<LaneCard> cards() {
        return cards;
    }

    /** The card that fills the window, if one does. */
    public ReadOnlyObjectProperty<Optional<LaneCard>> fillingProperty() {
        return filling.getReadOnlyProperty();
    }

    /** Lets one card fill the window, or shows all if it did already. */
    public void toggle(LaneCard card) {
        filling.set(filling.get().filter(card::equals).isPresent() ? Optional.empty() : Optional.of(card));
    }

    /** Shows all cards. */
    public void showAll() {
        filling.set(Optional.empty());
    }

    private void showOnly(Optional<LaneCard> one) {
        cards.forEach(card -> {
            card.setVisible(one.isEmpty() || one.get() == card);
            card.setFilling(one.isPresent() && one.get() == card);
        });
        requestLayout();
    }

    private int columns(double width) {
        int columns = Math.max(1, inTwoRows() && width < WIDE * type.scale() ? (cards.size() + 1) / 2 : cards.size());
        while (columns > 1
                && (width - (columns - 1) * GAP) / columns
                        < NARROWEST * type.getFont().getSize()) {
            columns = (columns + 1) / 2;
        }
        return columns;
    }

    private int rows(double width) {
        int columns = columns(width);
        return (cards.size() + columns - 1) / columns;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** Lower than this a card could not be read: then the cards scroll. */
    @Override
    protected double computeMinHeight(double width) {
        int rows = filling.get().isPresent() ? 1 : rows(width < 0 ? getWidth() : width);
        return rows * LOWEST * type.getFont().getSize() + (rows - 1) * GAP;
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected void layoutChildren() {
        if (filling.get().isPresent()) {
            filling.get().get().resizeRelocate(0, 0, getWidth(), getHeight());
            return;
        }
        int columns = columns(getWidth());
        int rows = rows(getWidth());
        double width = (getWidth() - (columns - 1) * GAP) / columns;
        double height = (getHeight() - (rows - 1) * GAP) / Math.max(1, rows);
        for (int i = 0; i < cards.size(); i++) {
            double x = i % columns * (width + GAP);
            double y = i / columns * (height + GAP);
            double left = snapPositionX(x);
            double top = snapPositionY(y);
            // From edge to edge, so that the last card does not reach a pixel beyond the deck.
            cards.get(i).resizeRelocate(left, top, snapPositionX(x + width) - left, snapPositionY(y + height) - top);
        }
    }
}
