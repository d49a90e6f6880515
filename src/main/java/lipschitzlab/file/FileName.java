package lipschitzlab.file;

import java.util.regex.Pattern;

/** What a file or a folder may be called on every system, so that results can be carried from one to another. */
public final class FileName {
    /** Windows takes these for devices, with any ending and in any case. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|(com|lpt)[0-9¹²³])(\\..*)?");

    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"/\\\\|?*\\p{Cntrl}]");

    /** Windows leaves them out, so that two names would be one. */
    private static final Pattern TRAILING = Pattern.compile("[. ]+$");

    private FileName() {}

    /** Whether files can be named so on every system, also with an ending behind the name. */
    public static boolean fitsEverywhere(String name) {
        return !name.isEmpty() && name.equals(everywhere(name));
    }

    /** The name itself where it fits everywhere, otherwise one close to it that does. */
    public static String everywhere(String name) {
        String possible =
                TRAILING.matcher(FORBIDDEN.matcher(name).replaceAll("-")).replaceFirst("");
        if (possible.isEmpty()) {
            return "unnamed";
        }
        return DEVICE.matcher(possible).matches() ? possible.replaceFirst("(?=\\.|$)", "-") : possible;
    }
}
