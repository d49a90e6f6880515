package lipschitzlab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import lipschitzlab.compute.device.NativeFolder;
import lipschitzlab.compute.device.UnpackingWatcher;

/** The unpacking of native libraries in the terminal: a line, and a bar where a terminal is attached. */
final class UnpackingBar implements UnpackingWatcher {
    private static final long MEGABYTE = 1_000_000;
    private static final double GIGABYTE = 1e9;

    private final PrintWriter out;
    private Optional<StepBar> bar = Optional.empty();

    UnpackingBar(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void waits(Path folder) {
        say("Another program is unpacking native libraries into " + folder + "; this one waits for it.");
    }

    @Override
    public void begins(Path folder, long bytes) {
        say(String.format(
                Locale.ROOT,
                "Unpacking native libraries, once: %.2f GB into %s (another folder: java" + " -D%s=FOLDER).",
                bytes / GIGABYTE,
                folder,
                NativeFolder.ofEngines().property()));
        bar = Optional.of(new StepBar("unpacking", bytes, " MB", MEGABYTE));
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public void advances(long bytes) {
        bar.ifPresent(shown -> shown.update(bytes, ""));
    }

    @Override
    public void ends() {
        bar.ifPresent(StepBar::close);
        bar = Optional.empty();
    }
}
