package lipschitzlab.export.autosave;

import java.nio.file.Path;
import java.util.Optional;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.TinyPresets;

/** A program of its own that keeps a run in the folder that it is given, says so, and goes on until it is killed. */
final class KeptByAProgram {
    private KeptByAProgram() {}

    public static void main(String[] arguments) throws InterruptedException {
        Autosaver saver = new Autosaver(Optional.of(new AutosaveStore(Path.of(arguments[0]), Long.MAX_VALUE)));
        try (Experiment experiment =
                Experiment.open(TinyPresets.toy("schedule.steps", "1000000"), EngineUnderTest.chosen())) {
            experiment.play();
            while (true) {
                saver.save(experiment);
                saver.folder().ifPresent(System.out::println);
                Thread.sleep(50);
            }
        }
    }
}
