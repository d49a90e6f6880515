package lipschitzlab.cli.doctor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import lipschitzlab.benchmark.LaneBaseline;
import lipschitzlab.compute.baseline.BaselineProvider;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.compute.device.EngineKind;
import lipschitzlab.preset.PresetReader;

/**
 * The program of a process that trains the baseline of one lane when it is told to: says {@code ready}, then for each line with
 * a number trains that many generator steps and answers with the seconds that they took, until there are no more lines.
 */
final class BaselineProcess {
    static final String READY = "ready";

    private BaselineProcess() {}

    /** @param arguments a preset's name and one of its lanes */
    public static void main(String[] arguments) throws IOException {
        BaselineProvider provider = BaselineProvider.find()
                .orElseThrow(() ->
                        new IllegalStateException("no library that could train the baseline is on the class path"));
        Backend backend = Backend.choose(EngineKind.LIBTORCH_CPU.id());
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (LaneBaseline baseline =
                LaneBaseline.open(provider, PresetReader.of(arguments[0], Map.of()), arguments[1], backend)) {
            System.out.println(READY);
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                long start = System.nanoTime();
                baseline.train(Integer.parseInt(order));
                System.out.println((System.nanoTime() - start) / 1e9);
            }
        }
    }
}
