package lipschitzlab.desktop.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lipschitzlab.desktop.control.Texts;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.export.RunThumbnail;
import lipschitzlab.export.autosave.Autosaved;
import lipschitzlab.export.run.RunReader;
import org.slf4j.LoggerFactory;

/**
 * A run that was opened or saved here.
 *
 * @param folder where it lies
 * @param title its preset's
 * @param measures what it came to, in words
 */
public record RecentRun(Path folder, String title, String measures) {
    private static final String BREAK = "\n";
    private static final int LINES = 3;

    /** A run as it stands now. */
    static RecentRun of(Path folder, Experiment experiment) {
        return new RecentRun(
                folder.toAbsolutePath().normalize(), experiment.preset().title(), RunMeasures.inWords(experiment));
    }

    /** A run that the lab kept by itself. */
    static RecentRun of(Autosaved kept) {
        return new RecentRun(kept.folder(), kept.title(), "step " + Texts.count(kept.step()) + " · kept by the lab");
    }

    /** When its record was written last, if it has one. */
    Optional<Instant> written() {
        try {
            return Optional.of(
                    Files.getLastModifiedTime(folder.resolve(RunReader.RECORD)).toInstant());
        } catch (IOException gone) {
            LoggerFactory.getLogger(RecentRun.class).debug("{} has no record any more", folder, gone);
            return Optional.empty();
        }
    }

    /** As it is remembered; nothing if its folder's name cannot be. */
    Optional<String> text() {
        List<String> lines = List.of(folder.toString(), title.replace(BREAK, " "), measures.replace(BREAK, " "));
        return folder.toString().contains(BREAK) ? Optional.empty() : Optional.of(String.join(BREAK, lines));
    }

    /** What was remembered; nothing if it is none. */
    static Optional<RecentRun> of(String text) {
        List<String> lines = Arrays.asList(text.split(BREAK, -1));
        if (lines.size() != LINES || lines.get(0).isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RecentRun(Path.of(lines.get(0)), lines.get(1), lines.get(2)));
        } catch (InvalidPathException impossible) {
            return Optional.empty();
        }
    }

    /** Whether it still is where it was. */
    boolean isThere() {
        return Files.isDirectory(folder) && Files.isReadable(folder) && RunReader.isRun(folder);
    }

    /** A picture of it: its own, or else that of a lane's newest samples. */
    Optional<Path> picture() {
        Path own = folder.resolve(RunThumbnail.FILE);
        return Files.isRegularFile(own) ? Optional.of(own) : samples();
    }

    private Optional<Path> samples() {
        Path samples = folder.resolve("samples");
        if (!Files.isDirectory(samples)) {
            return Optional.empty();
        }
        try (Stream<Path> lanes = Files.list(samples)) {
            return lanes.map(lane -> lane.resolve("latest.png"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .findFirst();
        } catch (IOException | UncheckedIOException unreadable) {
            LoggerFactory.getLogger(RecentRun.class).debug("{} has no picture to show", folder, unreadable);
            return Optional.empty();
        }
    }
}
