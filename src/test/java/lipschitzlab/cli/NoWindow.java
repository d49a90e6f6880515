package lipschitzlab.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import lipschitzlab.preset.Preset;

/** A machine without a display. */
final class NoWindow implements Desktop {
    @Override
    public Optional<String> obstacle() {
        return Optional.of("There is no display here.");
    }

    @Override
    public void open(Optional<String> engine, Optional<Path> run) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String measureWindow(String engine, Preset preset, Duration duration) {
        throw new UnsupportedOperationException();
    }
}
