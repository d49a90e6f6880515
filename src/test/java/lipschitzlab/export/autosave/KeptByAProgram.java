package lipschitzlab.export.autosave;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.TinyPresets;

/** A program of its own that keeps a run in a folder, says where, and goes on until it is killed. */
public final class KeptByAProgram implements AutoCloseable {
    private static final int STEPS = 60;

    private final Process process;
    private final Path run;

    private KeptByAProgram(Process process, Path run) {
        this.process = process;
        this.run = run;
    }

    /** Starts one that keeps its run in this folder, and waits until it has. */
    public static KeptByAProgram in(Path kept) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KeptByAProgram.class.getName(),
                        kept.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = process.inputReader();
        return new KeptByAProgram(process, Path.of(out.readLine()));
    }

    /** The folder of its run. */
    public Path run() {
        return run;
    }

    /** Kills it. */
    @Override
    public void close() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException interrupted) {
            throw new AssertionError("nobody interrupts this", interrupted);
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        Autosaver saver = new Autosaver(Optional.of(new AutosaveStore(Path.of(arguments[0]), Long.MAX_VALUE)));
        try (Experiment experiment =
                Experiment.open(TinyPresets.toy("schedule.steps", "1000000"), EngineUnderTest.chosen())) {
            experiment.play();
            while (experiment.lanes().get(0).step() < STEPS) {
                Thread.sleep(10);
            }
            while (true) {
                saver.save(experiment);
                saver.folder().ifPresent(System.out::println);
                Thread.sleep(50);
            }
        }
    }
}
