package lipschitzlab.constraint;

import java.util.List;
import lipschitzlab.setting.ChoiceSetting;
import lipschitzlab.setting.Values;

/** Whether the factor after a normalization is learned. */
final class Gain {
    private static final String LEARNED = "learned";

    static final ChoiceSetting SETTING = new ChoiceSetting(
            "gain",
            "Gain",
            List.of(LEARNED, "one"),
            LEARNED,
            false,
            "Learned: a factor for each output after the normalization, which can undo the constraint. One: no factor, as the"
                    + " SNGAN paper (section 4.1) has it when it compares methods.");

    private Gain() {}

    static boolean learned(Values values) {
        return values.choice(SETTING).equals(LEARNED);
    }
}
