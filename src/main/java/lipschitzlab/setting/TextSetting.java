package lipschitzlab.setting;

import java.util.regex.Pattern;

/**
 * A value that is neither one number nor one of a few names: two numbers, or the names of columns. A preset may also give
 * it as a list, whose items then stand in one line with commas between them.
 *
 * @param form what a value looks like
 * @param range the same in words
 */
public record TextSetting(
        String key, String label, String defaultValue, boolean live, String help, Pattern form, String range)
        implements Setting<String> {
    /** Between two items of a list. */
    public static final String AND = ", ";

    /** Checks the default. */
    public TextSetting {
        if (!form.matcher(defaultValue).matches()) {
            throw new IllegalArgumentException(
                    "default of " + key + ": expected " + range + ", found '" + defaultValue + "'");
        }
    }

    @Override
    public Class<String> type() {
        return String.class;
    }

    @Override
    public String parse(String text, String where) {
        return require(text.strip(), where);
    }

    @Override
    public String require(String value, String where) {
        if (!form.matcher(value).matches()) {
            throw new InputException(
                    where, range() + " for " + key, Quoted.of(value), "Correct the value of " + key + ".");
        }
        return value;
    }

    @Override
    public String text(String value) {
        return value;
    }
}
