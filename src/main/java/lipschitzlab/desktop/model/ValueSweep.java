package lipschitzlab.desktop.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lipschitzlab.preset.LaneRules;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.PresetEdit;
import lipschitzlab.setting.Assignment;
import lipschitzlab.setting.ChoiceSetting;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.Setting;
import lipschitzlab.setting.Values;

/**
 * Values of one setting side by side: lanes like another one, each with another value. That lane stays; it stands for the value
 * that it has.
 *
 * @param like the lane's id
 * @param own the lane's values as they are now
 * @param setting what differs
 * @param values the values, none twice
 * @param <T> what they are
 */
public record ValueSweep<T>(String like, Values own, Setting<T> setting, List<T> values) {
    private static final Pattern SEMICOLONS = Pattern.compile("\\s*;\\s*");
    private static final Pattern COMMAS = Pattern.compile("\\s*,\\s*");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    public ValueSweep {
        values = List.copyOf(values);
    }

    /**
     * Reads values that a person typed: between semicolons, commas or spaces; between semicolons or spaces a comma may stand before
     * decimals.
     *
     * @throws InputException if one of them is no value of the setting, or there are none
     */
    public static <T> ValueSweep<T> read(String like, Values own, Setting<T> setting, String typed) {
        List<String> texts = Arrays.stream(separator(typed.strip()).split(typed.strip()))
                .filter(text -> !text.isEmpty())
                .toList();
        if (texts.isEmpty()) {
            throw new InputException(
                    setting.label(), "some values, each " + setting.range(), "none", "Write them with commas between.");
        }
        return new ValueSweep<>(
                like,
                own,
                setting,
                texts.stream()
                        .map(text -> setting.parse(text, setting.label()))
                        .distinct()
                        .toList());
    }

    private static Pattern separator(String typed) {
        if (typed.contains(";")) {
            return SEMICOLONS;
        }
        boolean spaced = SPACES.matcher(typed).find();
        boolean commasBetween = typed.contains(", ") || typed.contains(" ,");
        return spaced && !commasBetween ? SPACES : COMMAS;
    }

    /** Some values that show something: for a number a hundredth, a tenth, itself and tenfold, where it may have them. */
    public static <T> String suggested(Setting<T> setting, Values own) {
        if (setting instanceof ChoiceSetting<T> choice) {
            return String.join(", ", choice.choices().stream().map(choice::text).toList());
        }
        if (!(own.get(setting) instanceof Number now)) {
            return own.text(setting);
        }
        List<String> values = new ArrayList<>();
        for (double factor : new double[] {0.01, 0.1, 1, 10}) {
            // Through ten digits, since 0.07 of a binary number is seldom 0.07.
            String text = NumberSetting.format(
                    Double.parseDouble(String.format(java.util.Locale.ROOT, "%.10g", now.doubleValue() * factor)));
            if (possible(setting, text) && !values.contains(text)) {
                values.add(text);
            }
        }
        return String.join(", ", values);
    }

    private static boolean possible(Setting<?> setting, String text) {
        try {
            setting.parse(text, setting.label());
            return true;
        } catch (InputException refused) {
            return false;
        }
    }

    /** Those of the values for which a lane is added: all but the one that the lane has itself. */
    private List<T> added() {
        T now = own.get(setting);
        return values.stream().filter(value -> !value.equals(now)).toList();
    }

    /**
     * The lanes to be added.
     *
     * @param lanes all lanes there are
     * @throws InputException if that makes too many lanes
     */
    public List<LaneSpec> specs(List<LaneSpec> lanes) {
        requireRoom(lanes.size());
        List<String> taken = new ArrayList<>(lanes.stream().map(LaneSpec::id).toList());
        List<LaneSpec> specs = new ArrayList<>();
        for (T value : added()) {
            String id = LaneRules.freeId(taken, like);
            taken.add(id);
            specs.add(new LaneSpec(id, PresetEdit.changed(own, new Assignment<>(setting, value))));
        }
        return specs;
    }

    private void requireRoom(int there) {
        int room = LaneRules.MAX_LANES - there;
        if (added().size() > room) {
            throw new InputException(
                    setting.label(),
                    "at most " + LaneRules.MAX_LANES + " lanes in all, and so "
                            + (room == 1 ? "one new value" : room + " new values") + " beside the " + there
                            + " there are",
                    Integer.toString(added().size()),
                    "Name fewer values, or remove a lane first.");
        }
    }

    /**
     * What will be done, as a sentence or two.
     *
     * @param title what the lane is called
     * @throws InputException if it cannot be done
     */
    public String inWords(String title, List<LaneSpec> lanes) {
        List<LaneSpec> specs = specs(lanes);
        String stays = title + " stays, with " + setting.nameBeforeValue() + own.text(setting);
        if (specs.isEmpty()) {
            return "Nothing is added: " + stays + ".";
        }
        String named = added().stream()
                .map(value -> setting.nameBeforeValue() + setting.text(value))
                .collect(Collectors.joining(", "));
        return (specs.size() == 1 ? "One lane is added: " : specs.size() + " lanes are added: ") + named + ". " + stays
                + ", which makes " + (lanes.size() + specs.size()) + " lanes in all.";
    }
}
