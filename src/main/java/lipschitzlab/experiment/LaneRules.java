package lipschitzlab.experiment;

import java.util.Collection;
import java.util.regex.Pattern;
import lipschitzlab.setting.InputException;

/** How many lanes an experiment may have and what they may be called, wherever they come from. */
public final class LaneRules {
    /** The most lanes of one experiment: more could not be told apart on cards and curves. */
    public static final int MOST = 8;

    private static final int LONGEST_ID = 40;

    /** Ids are part of file names, also where these ignore case. */
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0," + (LONGEST_ID - 1) + "}");

    /** What tells lanes of one name apart. */
    private static final Pattern NUMBER = Pattern.compile("(?<=.)-[0-9]+$");

    private LaneRules() {}

    /**
     * Demands a possible number of lanes.
     *
     * @param where what has so many
     * @throws InputException if there are none or more than {@link #MOST}
     */
    static void requireCount(int count, String where) {
        if (count < 1 || count > MOST) {
            throw new InputException(
                    where,
                    "1 to " + MOST + " lanes",
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
                    "'" + id + "'",
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
                    where, "a name that no other lane has", "'" + id + "'", "Lanes: " + String.join(", ", taken) + ".");
        }
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
