package lipschitzlab.export.autosave;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import lipschitzlab.export.RunThumbnail;
import lipschitzlab.setting.InputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run that was kept, as its folder says when it is looked at; no window shows it.
 *
 * @param title its preset's; the folder's name where the record cannot be read
 * @param step generator steps of the lane that is furthest
 * @param saved the time of its last save
 * @param bytes what it takes on the disk
 * @param damage why it cannot be opened, in words; empty if its record is whole
 */
public record Autosaved(
        Path folder, AutosaveState state, String title, int step, Instant saved, long bytes, Optional<String> damage) {
    private static final Logger LOG = LoggerFactory.getLogger(Autosaved.class);

    /** What stands in a folder. */
    static Autosaved in(Path folder) {
        AutosaveState state = AutosaveState.in(folder);
        long bytes = bytesIn(folder);
        try {
            AutosaveRecord record = AutosaveRecord.read(folder);
            return new Autosaved(folder, state, record.title(), record.step(), record.saved(), bytes, Optional.empty());
        } catch (InputException unreadable) {
            String name = folder.getFileName().toString();
            return new Autosaved(folder, state, name, 0, changed(folder), bytes, Optional.of(unreadable.getMessage()));
        }
    }

    /** Whether its window did not come to its end, so that it is to be offered. */
    public boolean unfinished() {
        return state == AutosaveState.OPEN;
    }

    /** The picture by which a person knows it again, if it has one. */
    public Optional<Path> picture() {
        return Optional.of(folder.resolve(RunThumbnail.FILE)).filter(Files::isRegularFile);
    }

    /** What a folder's files take together; a file that goes away meanwhile takes nothing. */
    static long bytesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException | UncheckedIOException unreadable) {
            LOG.debug("{} cannot be measured", folder, unreadable);
            return 0;
        }
    }

    private static Instant changed(Path folder) {
        try {
            return Files.getLastModifiedTime(folder).toInstant();
        } catch (IOException unreadable) {
            LOG.debug("{} tells no time", folder, unreadable);
            return Instant.EPOCH;
        }
    }
}
