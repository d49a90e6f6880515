package lipschitzlab.constraint;

import java.util.Locale;
import lipschitzlab.setting.ChoiceSetting;
import lipschitzlab.setting.SettingSource;

/** The factor after a normalization. */
enum Gain {
    /** A factor for each output, which is trained and can undo the constraint. */
    LEARNED,
    /** No factor. */
    ONE;

    /** Whether the factor is learned. */
    static final ChoiceSetting<Gain> SETTING = ChoiceSetting.of(
            "gain",
            "Gain",
            Gain.class,
            gain -> gain.name().toLowerCase(Locale.ROOT),
            LEARNED,
            false,
            "Learned: a factor for each output after the normalization, which can undo the constraint. One: no factor, as the"
                    + " SNGAN paper (section 4.1) has it when it compares methods.");

    static boolean learned(SettingSource values) {
        return values.get(SETTING) == LEARNED;
    }
}
