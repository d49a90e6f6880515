package lipschitzlab.picture;

/** How a picture that is no square becomes one. */
public enum Fit {
    /** As most of the pictures suggest: {@link #CROP}, unless the square in the middle would lose more than half of most of them. */
    AUTO("auto"),
    /** The square in the middle. */
    CROP("crop"),
    /** The whole picture between two bars. */
    PAD("pad");

    private final String id;

    Fit(String id) {
        this.id = id;
    }

    /** The name in presets. */
    public String id() {
        return id;
    }
}
