package lipschitzlab.file;

import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Quoted;

/**
 * How this system's file names are spelt in bytes. Java takes that from the locale: in the locale C, as cron, containers and some
 * remote shells have it, it knows ASCII only, and a file whose name has other letters can be neither found nor made.
 *
 * @param charset the encoding of file names and of a program's arguments
 */
public record FileNameEncoding(Charset charset) {
    private static final char LOST = '\uFFFD';
    private static final String BEYOND_ASCII = "éλ";

    /** This program's. */
    public static FileNameEncoding ofThisProgram() {
        return new FileNameEncoding(Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")));
    }

    /** Whether letters of a text that came from the system were lost on the way. */
    public static boolean hasLost(String text) {
        return text.indexOf(LOST) >= 0;
    }

    /** Whether it is one of the encodings that have all letters. */
    private boolean hasAllLetters() {
        return charset.newEncoder().canEncode(BEYOND_ASCII);
    }

    /**
     * Refuses texts from the system of which letters were lost.
     *
     * @param where what they are
     */
    public void requireWhole(String where, String... texts) {
        for (String text : texts) {
            if (hasLost(text)) {
                throw new InputException(
                        where,
                        "names whose letters this program's locale has (" + charset + ")",
                        Quoted.of(text.replace(LOST, '?')),
                        remedy());
            }
        }
    }

    /**
     * The path that a text names.
     *
     * @param where where the text was given
     * @throws InputException if this program can reach no file of such a name
     */
    public Path path(String text, String where) {
        try {
            return Path.of(text);
        } catch (InvalidPathException impossible) {
            boolean foreign = !charset.newEncoder().canEncode(text);
            throw new InputException(
                    where, "the path of a file", Quoted.of(text), foreign ? remedy() : "Correct the path.", impossible);
        }
    }

    private String remedy() {
        return hasAllLetters()
                ? "Give the file a name in this encoding."
                : "Start the program in a locale that has them, such as LC_ALL=C.UTF-8 java -jar lipschitz-lab.jar …";
    }
}
