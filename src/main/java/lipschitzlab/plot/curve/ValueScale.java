package lipschitzlab.plot.curve;

/** By which scale values are drawn. */
public enum ValueScale {
    /** By powers of ten for metrics that spread over them, otherwise evenly. */
    AUTOMATIC("as suits the metric"),
    /** Evenly. */
    LINEAR("linear"),
    /** By powers of ten; values of 0 and less are left out. */
    LOGARITHMIC("logarithmic");

    private final String title;

    ValueScale(String title) {
        this.title = title;
    }

    /** In words. */
    public String title() {
        return title;
    }
}
