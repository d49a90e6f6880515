package lipschitzlab.file;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import lipschitzlab.setting.InputException;

/**
 * Writes files one by one and takes a failure in one of two ways: strictly, where the first one ends the work and is told, or
 * patiently, where it is remembered and the other files are still tried, since hours of training may be in them. Used by one thread.
 */
public final class FileWrites {
    private static final int NAMED = 8;

    private final boolean patient;
    private final Map<Path, InputException> failures = new LinkedHashMap<>();

    private FileWrites(boolean patient) {
        this.patient = patient;
    }

    /** The first file that cannot be written ends the work. */
    public static FileWrites strict() {
        return new FileWrites(false);
    }

    /** Every file is tried. */
    public static FileWrites patient() {
        return new FileWrites(true);
    }

    /**
     * Writes one file.
     *
     * @param write throws an {@link InputException} if the file cannot be written
     * @return whether it was written
     * @throws InputException if it was not, and this is strict
     */
    public boolean write(Path file, Runnable write) {
        try {
            write.run();
            failures.remove(file);
            return true;
        } catch (InputException unwritable) {
            if (!patient) {
                throw unwritable;
            }
            failures.put(file, unwritable);
            return false;
        }
    }

    /** Whether every file was written when it was tried last. */
    public boolean complete() {
        return failures.isEmpty();
    }

    /** Leaves out of account what failed so far, such as files that are not tried again. */
    public void startAnew() {
        failures.clear();
    }

    /**
     * For work whose files were all tried.
     *
     * @throws InputException of the first that was not written when it was tried last
     */
    public void requireComplete() {
        if (!complete()) {
            throw failures.values().iterator().next();
        }
    }

    /** Why the first of the files that are missing could not be written, and what to do; for when {@link #complete} is false. */
    public String reason() {
        return failures.values().iterator().next().getMessage();
    }

    /**
     * The first files that could not be written when they were tried last, and how many more there are.
     *
     * @param folder what their names are relative to
     */
    public String names(Path folder) {
        String first = failures.keySet().stream()
                .limit(NAMED)
                .map(file -> folder.relativize(file).toString())
                .collect(Collectors.joining(", "));
        return failures.size() > NAMED ? first + " and " + (failures.size() - NAMED) + " more" : first;
    }
}
