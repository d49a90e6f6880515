package lipschitzlab.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.desktop.Small;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.plot.style.Palette;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HistoryModelTest {
    private static final String METHOD = "gradient-penalty";
    private static final long MILLISECOND = 1_000_000;

    /** Recorded at 0, 5, 10, 15 and 20. */
    private static Experiment byFives;

    /** Recorded at 0, 4, 8 and 12. */
    private static Experiment byFours;

    /** Recorded at 0 only. */
    private static Experiment fresh;

    private final ObservableList<LaneModel> lanes = FXCollections.observableArrayList();
    private final HistoryModel history = new HistoryModel(lanes);

    @BeforeAll
    static void train() throws InterruptedException {
        byFives = trained(20, 5);
        byFours = trained(12, 4);
        fresh = open(20, 5);
        fresh.awaitRest();
    }

    @AfterAll
    static void close() {
        List.of(byFives, byFours, fresh).forEach(Experiment::close);
    }

    private static Experiment open(int steps, int every) {
        return Experiment.open(
                Small.eightGaussians(steps, "schedule.diagnosticsEvery", Integer.toString(every), "batch", "16")
                        .withOnly(List.of(METHOD), "test"),
                EngineUnderTest.chosen());
    }

    private static Experiment trained(int steps, int every) throws InterruptedException {
        Experiment experiment = open(steps, every);
        train(experiment);
        return experiment;
    }

    private static void train(Experiment experiment) throws InterruptedException {
        experiment.play();
        experiment.awaitRest();
    }

    /** Shows the experiment's lane as well. */
    private LaneModel show(Experiment experiment) {
        Lane lane = experiment.lane(METHOD);
        LaneModel model = new LaneModel(
                lane,
                METHOD,
                new LaneModel.RealData(experiment.data(), 1),
                Palette.of(lanes.size(), lane.spec().constraint().primary()),
                Optional.empty());
        lanes.add(model);
        history.pull();
        return model;
    }

    private OptionalInt step() {
        return history.stepProperty().get();
    }

    private boolean playing() {
        return history.playingProperty().get();
    }

    private static OptionalInt recorded(LaneModel lane) {
        return lane.recordedProperty().get();
    }

    private void assertNewest(LaneModel lane, int newest) {
        assertThat(step()).isEmpty();
        assertThat(recorded(lane)).isEmpty();
        assertThat(lane.snapshotProperty().get().orElseThrow().step()).isEqualTo(newest);
    }

    private void assertShown(int step, LaneModel lane) {
        assertThat(step()).hasValue(step);
        assertThat(recorded(lane)).hasValue(step);
        assertThat(lane.snapshotProperty().get().orElseThrow().step()).isEqualTo(step);
    }

    private void assertNothingMoves() {
        history.goTo(3);
        history.earlier();
        history.later();
        history.togglePlaying();
        assertThat(playing()).isFalse();
        assertThat(history.playTo(1000 * MILLISECOND)).isFalse();
        assertThat(step()).isEmpty();
        assertThat(history.availableProperty().get()).isFalse();
        assertThat(history.lastProperty().get()).isZero();
    }

    @Test
    void withoutLanesOrWithOneRecordedStepOnlyThereIsNothingToLookBackAt() {
        assertNothingMoves();
        history.pull();
        assertNothingMoves();
        LaneModel lane = show(fresh);
        assertNothingMoves();
        assertNewest(lane, 0);
    }

    @Test
    void aStepThatWasNotRecordedShowsTheNearestBeforeItOrElseTheFirst() {
        LaneModel lane = show(byFives);

        assertThat(history.availableProperty().get()).isTrue();
        assertThat(history.lastProperty().get()).isEqualTo(20);
        assertNewest(lane, 20);
        history.goTo(13);
        assertShown(10, lane);
        history.goTo(15);
        assertShown(15, lane);
        history.goTo(99);
        assertShown(20, lane);
        history.goTo(-1);
        assertShown(0, lane);
        history.live();
        assertNewest(lane, 20);
    }

    @Test
    void oneStepBackFromTheNewestIsTheLastOlderOneAndTheFirstIsTheEnd() {
        LaneModel lane = show(byFives);
        List<Integer> back = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            history.earlier();
            back.add(step().orElseThrow());
        }

        assertThat(back).containsExactly(15, 10, 5, 0, 0);
        assertShown(0, lane);
    }

    @Test
    void oneStepOnBehindTheLastIsTheNewestAndFromThereNoFurther() {
        LaneModel lane = show(byFives);
        history.goTo(15);
        history.later();
        assertShown(20, lane);
        history.later();
        assertNewest(lane, 20);
        history.later();
        assertNewest(lane, 20);
    }

    @Test
    void lanesAreLookedBackAtTogetherEachAtItsOwnNearestFrame() {
        LaneModel fives = show(byFives);
        LaneModel fours = show(byFours);
        List<Integer> back = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            history.earlier();
            back.add(step().orElseThrow());
        }

        assertThat(back).containsExactly(15, 12, 10, 8, 5, 4, 0);
        history.goTo(9);
        assertThat(step()).hasValue(8);
        assertThat(recorded(fives)).hasValue(5);
        assertThat(recorded(fours)).hasValue(8);
        history.goTo(17);
        assertThat(recorded(fives)).hasValue(15);
        assertThat(recorded(fours)).hasValue(12);
    }

    @Test
    void playingBeginsAtTheFirstFromTheNewestAndElsewhereGoesOn() {
        LaneModel lane = show(byFives);
        history.togglePlaying();
        assertThat(playing()).isTrue();
        assertShown(0, lane);
        history.goTo(10);
        assertThat(playing()).isTrue();
        history.togglePlaying();
        assertThat(playing()).isFalse();
        assertShown(10, lane);
        history.togglePlaying();
        assertThat(playing()).isTrue();
        assertShown(10, lane);
    }

    @Test
    void whoeverGoesStepByStepOrToTheNewestStopsPlaying() {
        show(byFives);
        for (Runnable move : List.<Runnable>of(history::earlier, history::later, history::live)) {
            history.togglePlaying();
            assertThat(playing()).isTrue();
            move.run();
            assertThat(playing()).isFalse();
        }
    }

    @Test
    void byHandEachPressShowsTheNextAndNothingPlays() {
        LaneModel lane = show(byFives);
        history.togglePlaying();
        history.speedProperty().set(Speed.BY_HAND);
        assertThat(playing()).isFalse();
        history.live();

        for (int expected : new int[] {0, 5, 10, 15, 20}) {
            history.togglePlaying();
            assertThat(playing()).isFalse();
            assertShown(expected, lane);
        }
        history.togglePlaying();
        assertNewest(lane, 20);
    }

    @Test
    void playedFiveStepsASecondEachComesWhenItIsDueAndTheEndIsTheNewest() {
        LaneModel lane = show(byFives);
        history.speedProperty().set(Speed.FIVE);
        long start = 7_000 * MILLISECOND;
        history.playTo(start);
        history.togglePlaying();

        assertThat(history.playTo(start + 199 * MILLISECOND)).isFalse();
        assertShown(0, lane);
        assertThat(history.playTo(start + 201 * MILLISECOND)).isTrue();
        assertShown(5, lane);
        assertThat(history.playTo(start + 399 * MILLISECOND)).isFalse();
        // The millisecond by which the step before came late is not lost.
        assertThat(history.playTo(start + 400 * MILLISECOND)).isTrue();
        assertShown(10, lane);
        history.playTo(start + 600 * MILLISECOND);
        history.playTo(start + 800 * MILLISECOND);
        assertShown(20, lane);
        assertThat(playing()).isTrue();
        assertThat(history.playTo(start + 1000 * MILLISECOND)).isTrue();
        assertNewest(lane, 20);
        assertThat(playing()).isFalse();
        assertThat(history.playTo(start + 5000 * MILLISECOND)).isFalse();
    }

    @Test
    void aSlowWindowLeavesOutWhatItCannotShowInTime() {
        LaneModel lane = show(byFives);
        history.playTo(0);
        history.togglePlaying();

        assertThat(history.playTo(650 * MILLISECOND)).isTrue();
        assertShown(15, lane);
        assertThat(history.playTo(790 * MILLISECOND)).isFalse();
        assertThat(history.playTo(100_000 * MILLISECOND)).isTrue();
        assertNewest(lane, 20);
    }

    @Test
    void whatPassedWhileItRestedIsNotMadeUpFor() {
        LaneModel lane = show(byFives);
        history.playTo(0);
        history.goTo(5);
        history.playTo(60_000 * MILLISECOND);
        history.togglePlaying();

        assertThat(history.playTo(60_100 * MILLISECOND)).isFalse();
        assertShown(5, lane);
        assertThat(history.playTo(60_200 * MILLISECOND)).isTrue();
        assertShown(10, lane);
    }

    @Test
    void theSpeedSaysHowManyStepsASecondAndNoneIsFasterThanSixty() {
        LaneModel lane = show(byFives);
        long now = 0;
        for (Speed speed : List.of(Speed.ONE, Speed.FIVE, Speed.TWENTY_FIVE, Speed.FULL)) {
            history.speedProperty().set(speed);
            history.playTo(now);
            history.goTo(0);
            history.togglePlaying();
            long period = Math.round(1e9 / Math.min(60, speed.perSecond()));

            assertThat(history.playTo(now + period - MILLISECOND))
                    .as("too early at %s", speed)
                    .isFalse();
            assertThat(history.playTo(now + period + 1)).as("due at %s", speed).isTrue();
            assertShown(5, lane);
            history.live();
            now += 10_000 * MILLISECOND;
        }
    }

    @Test
    void framesThatComeMoveTheEndAndNeitherTheNewestNorTheStepOnShow() throws InterruptedException {
        try (Experiment growing = trained(10, 5)) {
            LaneModel lane = show(growing);
            grow(growing, lane, 5);
            assertNewest(lane, 15);
            assertThat(history.lastProperty().get()).isEqualTo(15);
            history.goTo(5);
            grow(growing, lane, 5);
            assertShown(5, lane);
            assertThat(history.lastProperty().get()).isEqualTo(20);
            history.goTo(20);
            assertShown(20, lane);
        }
    }

    private void grow(Experiment experiment, LaneModel lane, int steps) throws InterruptedException {
        experiment.extend(steps);
        train(experiment);
        lane.pull();
        history.pull();
    }

    @Test
    void whereTheStepOnShowIsThinnedOutTheOneBeforeItIsShown() throws InterruptedException {
        try (Experiment lasting = trained(127, 1)) {
            LaneModel lane = show(lasting);
            history.goTo(5);
            assertShown(5, lane);
            grow(lasting, lane, 2);
            assertShown(4, lane);
            history.later();
            assertShown(6, lane);
        }
    }

    @Test
    void whatWasRecordedByALaneThatIsGoneIsNoLongerShown() {
        LaneModel fives = show(byFives);
        LaneModel fours = show(byFours);
        history.goTo(12);
        lanes.remove(fours);
        history.pull();
        assertShown(10, fives);
        history.togglePlaying();
        lanes.clear();
        history.pull();

        assertNothingMoves();
    }

    @Test
    void aLaneThatComesWhileOthersLookBackLooksBackToo() {
        show(byFives);
        history.goTo(10);
        LaneModel late = show(byFours);

        assertThat(step()).hasValue(10);
        assertThat(recorded(late)).hasValue(8);
    }

    @Test
    void afterAResetTheNewestIsShownAndPlayingEnds() throws InterruptedException {
        try (Experiment again = trained(10, 5)) {
            LaneModel lane = show(again);
            history.goTo(5);
            history.togglePlaying();
            again.reset();
            again.awaitRest();
            lane.pull();
            history.pull();

            assertNothingMoves();
            assertNewest(lane, 0);
        }
    }
}
