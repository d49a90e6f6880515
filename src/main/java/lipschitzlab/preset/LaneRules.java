package lipschitzlab.preset;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import lipschitzlab.file.FileName;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Quoted;
import lipschitzlab.yaml.YamlText;

/** How many lanes an experiment may have and what they may be called, wherever they come from. */
public final class LaneRules {
    /** The most lanes of one experiment: more could not be told apart on cards and curves. */
    public static final int MAX_LANES = 8;

    private static final int LONGEST_ID = 40;

    /** In characters as a person counts them; what draws a title shortens it to the room there is. */
    private static final int LONGEST_TITLE = 200;

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\x85]+");

    /** Ids are part of file names, also where these ignore case. */
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0," + (LONGEST_ID - 1) + "}");

    /** What tells lanes of one name apart. */
    private static final Pattern NUMBER = Pattern.compile("(?<=.)-[0-9]+$");

    private LaneRules() {}

    /**
     * Demands a possible number of lanes.
     *
     * @param where what has so many
     * @throws InputException if there are none or more than {@link #MAX_LANES}
     */
    public static void requireCount(int count, String where) {
        if (count < 1 || count > MAX_LANES) {
            throw new InputException(
                    where,
                    "1 to " + MAX_LANES + " lanes",
                    count == 0 ? "none" : Integer.toString(count),
                    "A lane is a name with its settings below it.");
        }
    }

    /**
     * Demands a possible id.
     *
     * @param where where it was given
     * @throws InputException if files could not be named after it
     */
    public static void requireId(String id, String where) {
        if (!ID.matcher(id).matches()) {
            throw new InputException(
                    where,
                    "a lane's name of at most " + LONGEST_ID + " lower-case letters, digits and hyphens",
                    Quoted.of(id),
                    "Rename the lane; files are named after it.");
        }
        if (!FileName.fitsEverywhere(id)) {
            throw new InputException(
                    where,
                    "a lane's name that files can have on every system",
                    "'" + id + "', which Windows keeps for a device",
                    "Rename the lane; files are named after it.");
        }
    }

    /**
     * Demands a possible id that no other lane has.
     *
     * @param taken the other lanes' ids
     * @param where where it was given
     * @throws InputException if it is another lane's, or files could not be named after it
     */
    public static void requireFreeId(String id, Collection<String> taken, String where) {
        requireId(id, where);
        if (taken.contains(id)) {
            throw new InputException(
                    where, "a name that no other lane has", Quoted.of(id), "Lanes: " + String.join(", ", taken) + ".");
        }
    }

    /**
     * A title as a person wrote it, with one space for every stretch of spaces and line breaks; nothing if it says nothing.
     *
     * @param where where it was given
     * @throws InputException if it is longer than {@value #LONGEST_TITLE} characters, or holds what cannot be written
     */
    public static Optional<String> title(String written, String where) {
        String title = SPACES.matcher(written).replaceAll(" ").strip();
        long length = title.codePoints().count();
        if (length > LONGEST_TITLE) {
            throw new InputException(
                    where,
                    "a title of at most " + LONGEST_TITLE + " characters",
                    length + " characters",
                    "Shorten it.");
        }
        title.codePoints()
                .filter(character -> !YamlText.canHold(character))
                .findFirst()
                .ifPresent(character -> {
                    throw new InputException(
                            where,
                            "a title of characters that can be written",
                            String.format("U+%04X", character),
                            "Delete that character.");
                });
        return Optional.of(title).filter(text -> !text.isEmpty());
    }

    /** Whether an id is this name, or this name with a number as {@link #freeId} makes it. */
    static boolean madeOf(String id, String name) {
        return id.equals(name) || NUMBER.matcher(id).replaceFirst("").equals(name);
    }

    /** The id that is wanted, with the first number from 2 on behind it that makes it another than those of lanes. */
    public static String freeId(Collection<String> taken, String wanted) {
        String base = taken.contains(wanted) ? NUMBER.matcher(wanted).replaceFirst("") : wanted;
        String id = wanted;
        for (int number = 2; taken.contains(id); number++) {
            String ending = "-" + number;
            id = base.substring(0, Math.min(base.length(), LONGEST_ID - ending.length())) + ending;
        }
        return id;
    }
}
