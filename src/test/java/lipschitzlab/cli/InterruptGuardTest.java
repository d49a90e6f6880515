package lipschitzlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import lipschitzlab.experiment.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InterruptGuardTest {
    private static final Duration AGES = Duration.ofHours(1);

    private final AtomicInteger pauses = new AtomicInteger();

    @Test
    void theProgramEndsOnlyWhenWhatWasTrainedIsWritten() throws InterruptedException {
        InterruptGuard guard = new InterruptGuard(AGES, AGES);
        guard.pauses(pauses::incrementAndGet);
        Thread ending = new Thread(guard::pauseAndWait);
        ending.start();
        Await.until("the end that was asked for", guard::interrupted);

        assertThat(ending.isAlive()).isTrue();
        assertThat(guard.overdue()).isFalse();
        guard.close();
        ending.join();
        assertThat(pauses).hasValue(1);
    }

    @Test
    void anOwnerThatComputesWithoutEndDoesNotKeepTheProgram() {
        InterruptGuard guard = new InterruptGuard(AGES, Duration.ofMillis(1));
        guard.pauses(pauses::incrementAndGet);

        guard.pauseAndWait();

        assertThat(pauses).hasValue(1);
        guard.close();
    }

    @Test
    void stepsThatDoNotEndAreLeftAlone() throws InterruptedException {
        InterruptGuard guard = new InterruptGuard(Duration.ZERO, AGES);
        assertThat(guard.overdue()).isFalse();
        Thread ending = new Thread(guard::pauseAndWait);
        ending.start();
        Await.until("the end of patience", guard::overdue);
        guard.close();
        ending.join();
    }

    @Test
    void workThatBeginsAfterTheProgramWasAskedToEndIsPausedAtOnce() {
        InterruptGuard guard = new InterruptGuard(AGES, Duration.ofMillis(1));
        guard.pauseAndWait();

        guard.pauses(pauses::incrementAndGet);

        assertThat(pauses).hasValue(1);
        guard.close();
    }
}
