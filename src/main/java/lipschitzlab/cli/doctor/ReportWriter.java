package lipschitzlab.cli.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import lipschitzlab.setting.InputException;

/**
 * What is written goes to the terminal and into a file, line by line, so that a report is there as far as it came. In place of the
 * user's home folder stands ~: a report may be sent to others.
 */
final class ReportWriter extends Writer {
    private final Writer terminal;
    private final Writer file;
    private final Path path;
    private final String home = System.getProperty("user.home", "");
    private final StringBuilder line = new StringBuilder();

    /**
     * A new file.
     *
     * @throws InputException if it cannot be written
     */
    ReportWriter(Writer terminal, Path path) {
        this.terminal = terminal;
        this.path = path;
        try {
            this.file = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw refused(failure);
        }
    }

    private InputException refused(IOException failure) {
        return new InputException(
                "--gpu-report " + path,
                "a file that can be written",
                failure.getClass().getSimpleName() + ": " + failure.getMessage(),
                "Choose a file in a folder that exists and where there is room.");
    }

    @Override
    public void write(char[] characters, int offset, int length) {
        line.append(characters, offset, length);
        int end = line.lastIndexOf("\n");
        if (end >= 0) {
            String whole = line.substring(0, end + 1);
            line.delete(0, end + 1);
            send(home.length() > 1 ? whole.replace(home, "~") : whole);
        }
    }

    private void send(String text) {
        try {
            terminal.write(text);
            terminal.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write to the terminal", failure);
        }
        try {
            file.write(text);
            file.flush();
        } catch (IOException failure) {
            throw refused(failure);
        }
    }

    @Override
    public void flush() {
        // Whole lines are sent at once.
    }

    @Override
    public void close() throws IOException {
        if (line.length() > 0) {
            write(new char[] {'\n'}, 0, 1);
        }
        file.close();
    }
}
