package lipschitzlab.compute.device;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lipschitzlab.file.FreeSpace;

/**
 * Why native code did not load, in words. The true reason stands at the end of a chain of causes whose beginning says only that a
 * class could not be initialized.
 *
 * @param folder from which the code was to be loaded
 * @param freeMiB the room that is left there, in units of 2²⁰ bytes
 */
public record NativeFailure(Path folder, long freeMiB) {
    /** Unpacked, the smallest engine takes more than half of that. */
    private static final long LITTLE_MIB = 1024;

    private static final Pattern MISSING =
            Pattern.compile("(\\S+): cannot open shared object file|Can't find dependent libraries|image not found");
    private static final Pattern OLD_SYSTEM = Pattern.compile("version [`'‘]?(\\w+_[\\d.]+)['’]? not found");

    /** Of a folder as it is now. */
    public static NativeFailure in(Path folder) {
        return new NativeFailure(folder, FreeSpace.at(folder).orElse(Long.MAX_VALUE) >> 20);
    }

    /**
     * The reason as one or two sentences, and what to do.
     *
     * @param failure what was thrown while a library was loaded or tried
     */
    public String inWords(Throwable failure) {
        String root = root(failure);
        String small = root.toLowerCase(Locale.ROOT);
        if (failure instanceof NoClassDefFoundError) {
            return "It failed to load earlier in this program, and said why; after that is mended, start the program again.";
        }
        Matcher old = OLD_SYSTEM.matcher(root);
        if (old.find()) {
            return "It needs " + old.group(1) + ", which is newer than this system's (" + root
                    + "). Use a newer system.";
        }
        if (small.contains("no space left")
                || (freeMiB < LITTLE_MIB && MISSING.matcher(root).find())) {
            return "There was no room to unpack it into " + folder + ": " + freeMiB + " MiB are free there (" + root
                    + "). Free some, or name another folder: " + elsewhere();
        }
        if (small.contains("failed to map segment")
                || small.contains("operation not permitted")
                || small.contains("permission denied")) {
            return "The system does not let code be loaded from " + folder + " (" + root
                    + "). Allow it, or name another folder: " + elsewhere();
        }
        if (MISSING.matcher(root).find()) {
            return "A library that it needs is missing on this system (" + root + "). Install it.";
        }
        if (small.contains("java.library.path")) {
            return "The class path holds no native library for this platform (" + System.getProperty("os.name") + ", "
                    + System.getProperty("os.arch") + "; " + root
                    + "). Build the program on the machine that runs it.";
        }
        return root + ".";
    }

    private static String elsewhere() {
        return "java -D" + NativeFolder.ofEngines().property() + "=FOLDER -jar lipschitz-lab.jar.";
    }

    /** The message at the end of the chain; the first of those that the same failure has at several places. */
    private static String root(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !chain.contains(cause); cause = cause.getCause()) {
            chain.add(cause);
        }
        Throwable last = chain.get(chain.size() - 1);
        String message = last.getMessage() == null ? last.toString() : last.getMessage();
        String line = message.lines().findFirst().orElse(last.toString());
        return last instanceof UnsatisfiedLinkError || last instanceof IOException
                ? withoutRepeatedPath(line)
                : last.getClass().getSimpleName() + ": " + line;
    }

    /** The loader writes "PATH: PATH: reason". */
    private static String withoutRepeatedPath(String line) {
        return line.replaceFirst("^(\\S+): \\1: ", "$1: ").replaceFirst("(java\\.library\\.path).*", "$1");
    }
}
