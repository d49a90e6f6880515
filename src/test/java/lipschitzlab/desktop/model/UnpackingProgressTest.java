package lipschitzlab.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class UnpackingProgressTest {
    private static final Path FOLDER = Path.of("cache");

    private final AtomicLong nanos = new AtomicLong(7_000_000_000L);
    private final UnpackingProgress progress = new UnpackingProgress(nanos::get);

    private String sentence() {
        return progress.state().orElseThrow().sentence();
    }

    @Test
    void sizeAndTimeAreToldWhileItLastsAndNothingBeforeAndAfter() {
        assertThat(progress.state()).isEmpty();

        progress.begins(FOLDER, 4_000_000_000L);
        assertThat(sentence()).isEqualTo("Unpacking libraries, once: 0.0 of 4.0 GB");

        nanos.addAndGet(10_000_000_000L);
        progress.advances(1_000_000_000L);
        assertThat(sentence()).isEqualTo("Unpacking libraries, once: 1.0 of 4.0 GB, 30 s left");
        assertThat(progress.state().orElseThrow().share()).isEqualTo(0.25);

        progress.ends();
        assertThat(progress.state()).isEmpty();
    }

    @Test
    void aProgramThatWaitsForAnotherSaysSoAndKnowsNoShare() {
        progress.waits(FOLDER);

        assertThat(sentence()).startsWith("Waiting for another program").contains("cache");
        assertThat(progress.state().orElseThrow().share()).isNegative();
    }
}
