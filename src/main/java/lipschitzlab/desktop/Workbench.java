package lipschitzlab.desktop;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lipschitzlab.desktop.card.BesideBanner;
import lipschitzlab.desktop.card.CardChart;
import lipschitzlab.desktop.card.CardDeck;
import lipschitzlab.desktop.card.CardToolbar;
import lipschitzlab.desktop.card.ChartPane;
import lipschitzlab.desktop.card.CurvesPane;
import lipschitzlab.desktop.card.HistoryBar;
import lipschitzlab.desktop.card.HorizonBanner;
import lipschitzlab.desktop.card.LaneCard;
import lipschitzlab.desktop.card.LessonLinks;
import lipschitzlab.desktop.card.SamplePainter;
import lipschitzlab.desktop.control.BackgroundRunner;
import lipschitzlab.desktop.model.BesideModel;
import lipschitzlab.desktop.model.ChosenLane;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.desktop.model.LaneModel;
import lipschitzlab.desktop.model.WindowPreferences;
import lipschitzlab.desktop.picture.NeighbourPopover;
import lipschitzlab.desktop.picture.RealStrip;
import lipschitzlab.lesson.Lesson;
import lipschitzlab.measurement.Detail;
import lipschitzlab.measurement.SurfaceQuantity;
import lipschitzlab.plot.style.ChartTheme;

/** Cards above curves: everything that moves while lanes train. */
final class Workbench extends SplitPane {
    private final LabModel model;
    private final BesideModel beside;
    private final ChosenLane chosen;
    private final CardToolbar toolbar = new CardToolbar();
    private final CardDeck deck = new CardDeck();
    private final CurvesPane curves;
    private final HeightShares shares;
    private final BackgroundRunner sampleRunner = new BackgroundRunner("sample-painter");
    private final BackgroundRunner chartRunner = new BackgroundRunner("chart-painter");
    private final SamplePainter painter;
    private final NeighbourPopover neighbours;
    private Function<LaneModel, ContextMenu> cardMenu = lane -> new ContextMenu();
    private LessonLinks lessonLinks = LessonLinks.none();
    private ChartTheme theme = ChartTheme.LIGHT;
    private boolean averaged;
    private long ticks;

    Workbench(
            LabModel model,
            BesideModel beside,
            ChosenLane chosen,
            HorizonBanner banner,
            HistoryBar history,
            WindowPreferences preferences) {
        this.model = model;
        this.beside = beside;
        model.awaitFirstFrames();
        this.chosen = chosen;
        this.curves = new CurvesPane(model, beside, chartPane());
        this.painter = new SamplePainter(sampleRunner, this::frame, this::couldNotPaint);
        this.neighbours = new NeighbourPopover(model, preferences);
        ScrollPane cards = deck.scrolling();
        VBox upper =
                new VBox(6, banner, new BesideBanner(model, beside), toolbar, new RealStrip(model), cards, history);
        upper.getStyleClass().add("deck");
        upper.setMinSize(0, 0);
        VBox.setVgrow(cards, Priority.ALWAYS);
        this.shares = new HeightShares(this, upper, curves);
        beside.follow(this::lanesChanged);
        chosen.laneProperty().subscribe(now -> markChosen());
        toolbar.layerProperty().subscribe(now -> deck.cards().forEach(this::showChart));
        toolbar.viewProperty().subscribe(now -> {
            observe();
            deck.cards().forEach(this::showChart);
        });
        model.history().stepProperty().subscribe(now -> {
            deck.cards().forEach(this::showChart);
            curves.show();
        });
        toolbar.surfaceQuantityProperty().subscribe(now -> observe());
        deck.fillingProperty().subscribe(filling -> shares.showCurves(filling.isEmpty()));
    }

    /** Requests from lanes the details that the cards show, and no others. */
    private void observe() {
        Set<Detail> wanted = toolbar.details();
        if (averaged) {
            wanted.add(Detail.AVERAGED_SAMPLES);
        }
        beside.all().forEach(lane -> lane.showAverage(averaged));
        model.experimentProperty().get().ifPresent(open -> open.observe(wanted));
    }

    /** Shows the averaged generators' samples on all cards, or the newest generators' own again. */
    void showAverage(boolean now) {
        averaged = now;
        observe();
    }

    /** Shows the critic's slope below the points, or its value again. */
    void toggleSurfaceQuantity() {
        toolbar.toggleSurfaceQuantity();
    }

    /** Draws curves against training time, or against steps again. */
    void toggleAxis() {
        curves.toggleAxis();
    }

    /** Shows what a lesson is about. */
    void show(Lesson.View view) {
        toolbar.choose(view);
        curves.choose(view.curve());
    }

    /** What is shown now, for a lesson. */
    Lesson.View view() {
        int layer = toolbar.layerProperty().get();
        return new Lesson.View(
                toolbar.viewProperty().get(),
                toolbar.surfaceQuantityProperty().get(),
                curves.metric(),
                layer < 0 ? OptionalInt.empty() : OptionalInt.of(layer + 1));
    }

    private ChartPane chartPane() {
        return new ChartPane(chartRunner, this::couldNotPaint);
    }

    private void couldNotPaint(Throwable failure) {
        model.report("A picture could not be painted", failure);
    }

    /** The cards. */
    CardDeck deck() {
        return deck;
    }

    /** Lets the card under the mouse, or else that of the chosen lane, fill the window; or shows all again. */
    void toggleFill() {
        if (deck.fillingProperty().get().isPresent()) {
            deck.showAll();
            return;
        }
        targetCard().ifPresent(deck::toggle);
    }

    /**
     * The lane that a command on a card is for: that whose card fills the window or is under the mouse, or else the chosen
     * lane.
     */
    Optional<LaneModel> targetLane() {
        return deck.fillingProperty()
                .get()
                .or(this::targetCard)
                .map(LaneCard::lane)
                .filter(lane -> lane.run().isEmpty());
    }

    private Optional<LaneCard> targetCard() {
        List<LaneCard> cards = deck.cards();
        return cards.stream().filter(Node::isHover).findFirst().or(() -> cards.stream()
                .filter(card -> card.lane() == chosen.laneProperty().get())
                .findFirst());
    }

    /** What a card offers on a right click. */
    void setCardMenu(Function<LaneModel, ContextMenu> menu) {
        cardMenu = menu;
    }

    /** Leads from what happens in a lane to a lesson about it. */
    void setLessonLinks(LessonLinks links) {
        lessonLinks = links;
    }

    private void lanesChanged() {
        List<LaneCard> cards = beside.all().stream().map(this::cardOf).toList();
        boolean otherRows = deck.setCards(cards);
        if (otherRows) {
            shares.adaptTo(deck.inTwoRows());
        }
        markChosen();
        model.experimentProperty().get().ifPresent(open -> {
            curves.setData(open.data(), open.preset());
            cards.forEach(neighbours::offer);
        });
        observe();
        curves.show();
    }

    /** The card that the lane has already, or a new one, whose chart does not wait for its turn. */
    private LaneCard cardOf(LaneModel lane) {
        Optional<LaneCard> before =
                deck.cards().stream().filter(card -> card.lane() == lane).findFirst();
        return before.orElseGet(() -> {
            LaneCard made = card(lane);
            showChart(made);
            return made;
        });
    }

    private LaneCard card(LaneModel lane) {
        LaneCard card =
                new LaneCard(lane, new CardChart(lane, chartPane(), theme), theme, name -> lessonLinks.item(name));
        card.fillButton().setOnAction(event -> deck.toggle(card));
        card.setOnMouseClicked(event -> {
            if (lane.run().isEmpty()) {
                chosen.laneProperty().set(lane);
            }
            if (event.getClickCount() == 2) {
                deck.toggle(card);
            }
        });
        if (lane.run().isEmpty()) {
            card.setOnContextMenuRequested(
                    event -> cardMenu.apply(lane).show(card, event.getScreenX(), event.getScreenY()));
        }
        return card;
    }

    private void markChosen() {
        deck.cards()
                .forEach(card ->
                        card.setChosen(card.lane() == chosen.laneProperty().get()));
    }

    /** Draws everything anew in other colours. */
    void setTheme(ChartTheme next) {
        theme = next;
        toolbar.setTheme(next);
        curves.setTheme(next);
        deck.cards().forEach(card -> {
            card.setTheme(next);
            showChart(card);
        });
    }

    /** Shows what is new: samples each time, and of the charts one at a time, so that no single pulse is long. */
    void refresh() {
        List<LaneModel> lanes = beside.all();
        if (lanes.isEmpty()) {
            return;
        }
        SurfaceQuantity surfaceQuantity = toolbar.surfaceQuantityProperty().get();
        model.experimentProperty().get().ifPresent(open -> painter.paint(open, lanes, surfaceQuantity, side(), theme));
        tellOfFirstFrame();
        toolbar.setLayersOf(lanes.get(0));
        if (ticks % 2 == 0) {
            curves.show();
        } else {
            showChart(deck.cards().get((int) (ticks / 2 % lanes.size())));
        }
        ticks++;
    }

    /** In pixels, of the largest card's samples. */
    private int side() {
        return deck.cards().stream()
                .filter(Node::isVisible)
                .mapToInt(card -> card.samples().side())
                .max()
                .orElse(64);
    }

    /** Whether everything is painted as it was last pulled: no picture is left to make, and none is being made. */
    boolean upToDate() {
        List<LaneModel> lanes = beside.all();
        SurfaceQuantity surfaceQuantity = toolbar.surfaceQuantityProperty().get();
        return model.experimentProperty()
                        .get()
                        .filter(open -> painter.upToDate(open, lanes, surfaceQuantity, side(), theme))
                        .isPresent()
                && deck.cards().stream().filter(Node::isVisible).allMatch(this::upToDate)
                && curves.upToDate();
    }

    private boolean upToDate(LaneCard card) {
        return card.chart()
                .upToDate(toolbar.viewProperty().get(), toolbar.layerProperty().get(), beside.ofTheRunOf(card.lane()));
    }

    private void tellOfFirstFrame() {
        List<LaneModel> lanes = beside.all();
        if (painter.upToDate(lanes) && lanes.stream().allMatch(LaneModel::hasFirstFrame)) {
            model.onFirstFrame();
        }
    }

    private void showChart(LaneCard card) {
        card.chart().show(toolbar.viewProperty().get(), toolbar.layerProperty().get(), beside.ofTheRunOf(card.lane()));
    }

    private void frame(SamplePainter.RenderedSamples rendered) {
        List<LaneCard> cards = deck.cards();
        if (cards.size() == rendered.rasters().size()) {
            for (int i = 0; i < cards.size(); i++) {
                rendered.rasters().get(i).ifPresent(cards.get(i).samples()::show);
            }
            toolbar.showLegendOf(rendered);
        }
        tellOfFirstFrame();
    }

    /** Paints no more. */
    void finish() {
        neighbours.finish();
        sampleRunner.finish();
        chartRunner.finish();
    }
}
