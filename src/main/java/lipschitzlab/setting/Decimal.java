package lipschitzlab.setting;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Decimal numbers as people write them: with a point or a comma before decimals, in any locale. */
final class Decimal {
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][-+]?\\d+)?");
    private static final Pattern THOUSANDS = Pattern.compile("[-+]?[1-9]\\d{0,2}(,\\d{3}){1,4}");

    private Decimal() {}

    /**
     * That a text or a number is no value of a setting.
     *
     * @param doubt what to do about it; nothing to say that the value is to be corrected
     */
    static InputException refused(Setting<?> setting, String where, String found, Optional<String> doubt) {
        return new InputException(
                where,
                setting.range() + " for " + setting.key(),
                found,
                doubt.orElse("Correct the value of " + setting.key() + "."));
    }

    /** The number that a text is; nothing where it is none, or could be two. */
    static OptionalDouble of(String text) {
        String written = text.strip();
        return DECIMAL.matcher(written).matches() && doubt(written).isEmpty()
                ? OptionalDouble.of(Double.parseDouble(written.replace(',', '.')))
                : OptionalDouble.empty();
    }

    /**
     * What to write in place of a number whose comma may stand for decimals or between thousands, as a sentence; nothing if there
     * is no such doubt. A comma before decimals is read: 0,01 is 0.01.
     */
    static Optional<String> doubt(String text) {
        String written = text.strip();
        return THOUSANDS.matcher(written).matches()
                ? Optional.of("Write " + written.replace(",", "") + " or, if the comma stands before decimals, "
                        + written.replaceFirst(",", ".") + ".")
                : Optional.empty();
    }
}
