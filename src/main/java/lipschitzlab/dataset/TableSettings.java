package lipschitzlab.dataset;

import java.util.List;
import java.util.regex.Pattern;
import lipschitzlab.setting.ChoiceSetting;
import lipschitzlab.setting.Setting;
import lipschitzlab.setting.TextSetting;

/** What can be said of a table of points; all of it is found where nothing is said. */
public final class TableSettings {
    /** The value of a setting that is to be found. */
    public static final String AUTO = "auto";

    private static final String NUMBER = "[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?";

    /** What stands between two cells. */
    public static final ChoiceSetting<String> SEPARATOR = ChoiceSetting.ofTexts(
            "separator",
            "Separator",
            List.of(AUTO, "comma", "semicolon", "tab", "space"),
            AUTO,
            false,
            "What stands between two cells of a line. Auto finds it, and says so where it cannot.");

    /** What stands before decimals. */
    public static final ChoiceSetting<String> DECIMAL = ChoiceSetting.ofTexts(
            "decimal",
            "Decimal sign",
            List.of(AUTO, "point", "comma"),
            AUTO,
            false,
            "What stands before decimals: 0.5 or 0,5. Auto finds it, and says so where it cannot.");

    /** Which columns are x and y. */
    public static final TextSetting COLUMNS = new TextSetting(
            "columns",
            "Columns",
            AUTO,
            false,
            "The two columns that are x and y, by the numbers or the names that they have in the table."
                    + " Auto takes the only two with numbers, besides row numbers, or those called x and y.",
            Pattern.compile(AUTO + "|\\s*+[^,\\s][^,]*+,\\s*+[^,\\s][^,]*+"),
            "auto, or two columns with a comma between them, such as 2, 3 or lon, lat,");

    /** What is taken off the table's numbers. */
    public static final TextSetting CENTRE = new TextSetting(
            "centre",
            "Centre",
            AUTO,
            false,
            "What is taken off x and y for training. Auto centres a table unless it lies around the origin already."
                    + " What is exported has it added again.",
            Pattern.compile(AUTO + "|" + NUMBER + "\\s*,\\s*" + NUMBER),
            "auto, or two numbers with a comma between them, such as 10.5, 47");

    /** By what the table's numbers are divided. */
    public static final TextSetting SCALE = new TextSetting(
            "scale",
            "Scale",
            AUTO,
            false,
            "By what x and y are divided for training, after the centre is taken off. The methods' rates suit data that reach"
                    + " to about 1.5 from the origin: auto scales a table to that. Two numbers scale x and y apart.",
            Pattern.compile(AUTO + "|" + NUMBER + "(\\s*,\\s*" + NUMBER + ")?"),
            "auto, or one or two numbers greater than 0, such as 2.5");

    private TableSettings() {}

    /** All of them, in the order in which a panel shows them. */
    public static List<Setting<?>> all() {
        return List.of(SEPARATOR, DECIMAL, COLUMNS, CENTRE, SCALE);
    }
}
