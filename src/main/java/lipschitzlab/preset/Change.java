package lipschitzlab.preset;

/**
 * Something that a person changed while lanes ran.
 *
 * @param step generator steps that the lane had done when the change took effect
 * @param lane the lane's id
 * @param key the setting, or {@link #EXTEND}
 * @param value its new value, as text
 */
public record Change(int step, String lane, String key, String value) {
    /** The key of a change that moves the horizon: its value is the number of steps from this one on. */
    public static final String EXTEND = "extend";

    /** The same change of another lane. */
    public Change of(String otherLane) {
        return new Change(step, otherLane, key, value);
    }
}
