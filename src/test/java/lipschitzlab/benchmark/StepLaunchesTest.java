package lipschitzlab.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.compute.device.EngineKind;
import lipschitzlab.compute.device.EngineUnderTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a step of the toy networks asks of LibTorch, which counts on the processor what it would start on a card. */
class StepLaunchesTest {
    private static final Path PAGE = Path.of("src/site/markdown/gpu.md");
    private static final Pattern ROW = Pattern.compile("\\| ([a-z0-9-]+) \\| (\\d+) → (\\d+) \\|.*");

    private static List<StepLaunches.Count> counts;

    private record Row(long before, long now) {}

    @BeforeAll
    static void count() {
        EngineUnderTest.of(EngineKind.LIBTORCH_CPU);
        counts = StepLaunches.of(Workload.TOY, Backend.choose(EngineKind.LIBTORCH_CPU.id()));
    }

    @Test
    void thePageHasTheLaunchesOfEachMethodAndEachIsAtMostHalfOfWhatItWas() throws IOException {
        Map<String, Row> page = page();
        assertThat(page.keySet())
                .containsExactlyElementsOf(
                        counts.stream().map(count -> count.method().id()).toList());
        for (StepLaunches.Count count : counts) {
            Row row = page.get(count.method().id());
            long launches = count.critic().launches().orElseThrow();
            assertThat(launches).as(count.method().id()).isEqualTo(row.now());
            assertThat(2 * launches).as(count.method().id()).isLessThanOrEqualTo(row.before());
        }
    }

    @Test
    void aStepWaitsForNumbersOnce() {
        assertThat(counts).allSatisfy(count -> assertThat(count.step().reads()).isEqualTo(1));
    }

    private static Map<String, Row> page() throws IOException {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(row.group(1), new Row(Long.parseLong(row.group(2)), Long.parseLong(row.group(3))));
            }
        }
        return rows;
    }
}
