package lipschitzlab.lesson;

/** On which side of its threshold an effect speaks for the claim. */
public enum Direction {
    /** Larger than the threshold. */
    ABOVE("above", ">"),
    /** Smaller than the threshold. */
    BELOW("below", "<");

    private final String id;
    private final String sign;

    Direction(String id, String sign) {
        this.id = id;
        this.sign = sign;
    }

    /** The word in a lesson's file and in texts. */
    public String id() {
        return id;
    }

    /** The comparison between an effect and its threshold. */
    public String sign() {
        return sign;
    }

    /** The side that speaks against the claim. */
    public Direction opposite() {
        return this == ABOVE ? BELOW : ABOVE;
    }

    /** Whether a number lies on this side; the threshold itself lies on neither. */
    public boolean beyond(double number, double threshold) {
        return this == ABOVE ? number > threshold : number < threshold;
    }
}
