package lipschitzlab.desktop.model;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import lipschitzlab.compute.device.UnpackingWatcher;

/** How far the unpacking of native libraries is: told by the thread that unpacks, pulled by the window's. */
public final class UnpackingProgress implements UnpackingWatcher {
    private static final double GIGABYTE = 1e9;
    private static final double SECOND = 1e9;

    /** From here on a rate is worth a word on the time left. */
    private static final double FIRST_SECONDS = 2;

    private final LongSupplier nanos;
    private volatile Task task = new Task(1, 0);
    private volatile Optional<State> state = Optional.empty();

    /** What began, and when. */
    private record Task(long bytes, long start) {}

    /**
     * One look at it.
     *
     * @param share of all bytes, from 0 to 1; negative while another program unpacks and this one waits
     * @param sentence size and time, in words
     */
    public record State(double share, String sentence) {}

    UnpackingProgress() {
        this(System::nanoTime);
    }

    /** As the other, by a clock of its own. */
    UnpackingProgress(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** What is being unpacked; none if nothing is. For any thread. */
    public Optional<State> state() {
        return state;
    }

    @Override
    public void waits(Path folder) {
        state = Optional.of(new State(-1, "Waiting for another program that unpacks libraries into " + folder));
    }

    @Override
    public void begins(Path folder, long bytes) {
        task = new Task(bytes, nanos.getAsLong());
        advances(0);
    }

    @Override
    public void advances(long bytes) {
        Task now = task;
        double seconds = (nanos.getAsLong() - now.start) / SECOND;
        String sentence = String.format(
                Locale.ROOT, "Unpacking libraries, once: %.1f of %.1f GB", bytes / GIGABYTE, now.bytes / GIGABYTE);
        String left = seconds < FIRST_SECONDS || bytes == 0
                ? ""
                : String.format(Locale.ROOT, ", %.0f s left", seconds * (now.bytes - bytes) / bytes);
        state = Optional.of(new State((double) bytes / now.bytes, sentence + left));
    }

    @Override
    public void ends() {
        state = Optional.empty();
    }
}
