package lipschitzlab.experiment;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** Waits for what threads come to, and fails if they do not within a minute. */
public final class Await {
    private Await() {}

    public static void until(String what, Callable<Boolean> reached) {
        Awaitility.await(what)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .atMost(Duration.ofMinutes(1))
                .until(reached);
    }
}
