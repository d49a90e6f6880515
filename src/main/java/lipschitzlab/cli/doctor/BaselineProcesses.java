package lipschitzlab.cli.doctor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;

/**
 * A process for each lane of a preset that trains the lane's baseline with one native thread, as a user without this lab starts
 * a script for each method. The processes start once and then wait for orders, so that no start is timed.
 */
final class BaselineProcesses implements AutoCloseable {
    private final List<Running> running = new ArrayList<>();

    /** One process and the ends of its pipes. */
    private record Running(String lane, Process process, PrintWriter orders, BufferedReader answers) {
        String answer() throws IOException {
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("the baseline process of lane " + lane + " ended; its reason is above");
            }
            return line;
        }
    }

    /**
     * Starts them and waits until each of them is ready.
     *
     * @param preset a bundled one
     */
    BaselineProcesses(Preset preset) {
        try {
            for (LaneSpec spec : preset.lanes()) {
                running.add(start(preset.name(), spec.id()));
            }
            for (Running each : running) {
                String answer = each.answer();
                if (!answer.equals(BaselineProcess.READY)) {
                    throw new IllegalStateException(
                            "expected '" + BaselineProcess.READY + "' of a baseline process, found '" + answer + "'");
                }
            }
        } catch (IOException failed) {
            close();
            throw new UncheckedIOException(failed);
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private static Running start(String preset, String lane) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                BaselineProcess.class.getName(),
                preset,
                lane);
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.environment().put("OPENBLAS_NUM_THREADS", "1");
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process = builder.start();
        return new Running(
                lane,
                process,
                new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true),
                process.inputReader(StandardCharsets.UTF_8));
    }

    /** All of them train that many generator steps at the same time; returns the seconds until the last one is done. */
    double seconds(int steps) {
        try {
            long start = System.nanoTime();
            running.forEach(each -> each.orders().println(steps));
            for (Running each : running) {
                each.answer();
            }
            return (System.nanoTime() - start) / 1e9;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Lets them end. */
    @Override
    public void close() {
        for (Running each : running) {
            each.orders().close();
            each.process().destroy();
        }
    }
}
