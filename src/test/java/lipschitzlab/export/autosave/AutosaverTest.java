package lipschitzlab.export.autosave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.TinyPresets;
import lipschitzlab.export.RunThumbnail;
import lipschitzlab.export.checkpoint.StoredRun;
import lipschitzlab.setting.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Experiments that are kept as they train, in a window that ends well or is killed. */
@Timeout(400)
class AutosaverTest {
    private static final long PLENTY = 100_000_000;

    @TempDir
    private Path folder;

    private AutosaveStore store() {
        return new AutosaveStore(folder.resolve("kept"), PLENTY);
    }

    private static Experiment trained() throws InterruptedException {
        Experiment experiment = Experiment.open(TinyPresets.toy(), EngineUnderTest.chosen());
        experiment.awaitRest();
        experiment.step();
        experiment.awaitRest();
        return experiment;
    }

    @Test
    void anExperimentThatHasNotTrainedLeavesNothing() throws InterruptedException {
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), EngineUnderTest.chosen())) {
            experiment.awaitRest();
            Autosaver saver = new Autosaver(Optional.of(store()));

            assertThat(saver.save(experiment)).isFalse();

            assertThat(store().folder()).doesNotExist();
        }
    }

    @Test
    void theNewestStateTakesThePlaceOfTheOneBeforeAndAWindowThatEndsLeavesItClosed() throws InterruptedException {
        try (Experiment experiment = trained()) {
            Autosaver saver = new Autosaver(Optional.of(store()));
            assertThat(saver.save(experiment)).isTrue();
            experiment.step();
            experiment.awaitRest();
            assertThat(saver.save(experiment)).isTrue();
            saver.leave();

            List<Autosaved> runs = store().runs();
            assertThat(runs).hasSize(1);
            assertThat(runs.get(0).step()).isEqualTo(2);
            assertThat(runs.get(0).unfinished()).isFalse();
        }
    }

    @Test
    void eachExperimentHasAFolderOfItsOwnAndOneThatComesBackTakesThePlaceOfItsFormer() throws InterruptedException {
        try (Experiment one = trained();
                Experiment other = trained()) {
            Autosaver saver = new Autosaver(Optional.of(store()));
            saver.save(one);
            Path first = saver.folder().orElseThrow();
            saver.save(other);
            assertThat(saver.folder().orElseThrow()).isNotEqualTo(first);

            one.step();
            one.awaitRest();
            saver.save(one);

            assertThat(first).as("what it stands in for").doesNotExist();
            assertThat(store().runs())
                    .as("the other")
                    .extracting(Autosaved::step)
                    .containsExactly(1);
            saver.forget(one);
            assertThat(store().runs()).extracting(Autosaved::step).containsExactly(1);
        }
    }

    @Test
    void aKeptRunHasAPictureOfItsLanesSideBySide() throws InterruptedException, IOException {
        try (Experiment experiment = trained()) {
            Autosaver saver = new Autosaver(Optional.of(store()));
            saver.save(experiment);
            saver.leave();

            Path picture = store().runs().get(0).picture().orElseThrow();
            assertThat(picture).hasFileName(RunThumbnail.FILE);
            int width = ImageIO.read(picture.toFile()).getWidth();
            assertThat(width)
                    .isEqualTo(RunThumbnail.of(experiment).orElseThrow().getWidth());
        }
    }

    @Test
    void whatWasRecoveredIsHeldUntilItsContinuationIsSaved() throws InterruptedException {
        try (Experiment before = trained();
                Experiment recovered = trained()) {
            Autosaver lost = new Autosaver(Optional.of(store()));
            lost.save(before);
            Path kept = lost.folder().orElseThrow();
            lost.abandon();

            AutosaveStore next = store();
            Autosaver saver = new Autosaver(Optional.of(next));
            assertThat(saver.adopt(next.unfinished().get(0).folder(), recovered))
                    .isTrue();
            assertThat(store().unfinished()).as("while it is open here").isEmpty();
            assertThat(kept).as("until it is saved itself").exists();
            saver.save(recovered);

            assertThat(kept).doesNotExist();
            saver.leave();
            assertThat(store().runs()).extracting(Autosaved::state).containsExactly(AutosaveState.CLOSED);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldAndTheNextSaveTriesAgain() throws InterruptedException, IOException {
        Path obstacle = Files.writeString(folder.resolve("kept"), "a file where the folder should be");
        try (Experiment experiment = trained()) {
            Autosaver saver = new Autosaver(Optional.of(store()));
            assertThatThrownBy(() -> saver.save(experiment))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(obstacle.toString());

            Files.delete(obstacle);

            assertThat(saver.save(experiment)).isTrue();
        }
    }

    @Test
    void aRunThatTakesMoreThanAllKeptRunsMayIsNotSavedAnyMoreAndItsLastSaveStays() throws InterruptedException {
        try (Experiment experiment = trained()) {
            Autosaver saver = new Autosaver(Optional.of(new AutosaveStore(folder.resolve("kept"), 100)));
            saver.save(experiment);

            assertThatThrownBy(() -> saver.save(experiment))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("What was saved of it last stays");

            saver.leave();
            assertThat(store().runs()).hasSize(1);
        }
    }

    @Test
    void nothingIsKeptWhereKeepingIsOff() throws InterruptedException {
        try (Experiment experiment = trained()) {
            Autosaver saver = new Autosaver(Optional.of(store()));
            saver.keepIn(Optional.empty());

            assertThat(saver.save(experiment)).isFalse();

            assertThat(store().runs()).isEmpty();
        }
    }

    @Test
    void aProgramThatIsKilledLeavesItsRunToBeOfferedAndOneThatRunsDoesNot() throws IOException {
        Path run;
        try (KeptByAProgram program = KeptByAProgram.in(folder.resolve("kept"))) {
            run = program.run();
            assertThat(store().unfinished()).isEmpty();
            assertThat(store().reopen(run)).isEmpty();
        }

        List<Autosaved> offered = store().unfinished();

        assertThat(offered).extracting(Autosaved::folder).containsExactly(run);
        assertThat(offered.get(0).damage()).isEmpty();
        assertThat(offered.get(0).step()).isPositive();
        StoredRun whole = StoredRun.open(run);
        assertThat(whole.notes()).isEmpty();
        assertThat(whole.lanes()).hasSize(4);
        assertThat(whole.lanes().values()).allSatisfy(lane -> {
            assertThat(lane.networks()).as("from which it trains on").isPresent();
            assertThat(lane.position().step()).isPositive();
        });
    }
}
