package lipschitzlab.lesson;

import java.util.Map;
import java.util.OptionalDouble;
import lipschitzlab.setting.NumberSetting;

/**
 * By what a claim is decided: one number of each seed, its effect, and a threshold.
 *
 * @param what the effect is, in words
 * @param effect of measures
 * @param direction of the threshold, where the effect speaks for the claim
 * @param because why this effect and this threshold
 */
public record Decision(String what, Formula effect, double threshold, Direction direction, String because) {
    /** The effect of one seed; none where a measure that it needs is missing. */
    OptionalDouble effect(Map<String, Double> values) {
        return effect.number(Map.of(), values);
    }

    /** The comparison with its signs as a person writes them: {@code min(5 − |slope|, gap) > 0}. */
    public String inWords() {
        return effect.inWords() + " " + direction.sign() + " " + NumberSetting.format(threshold);
    }
}
