package lipschitzlab.lesson;

/** What the seeds say of a claim together. */
public enum Verdict {
    /** The whole interval of the effect lies beyond the threshold. */
    HOLDS("holds"),
    /** The whole interval lies on the threshold's other side. */
    DOES_NOT_HOLD("does not hold"),
    /** The interval reaches the threshold, or there are too few seeds, or a seed has no effect. */
    NOT_DECIDED("not decided");

    private final String title;

    Verdict(String title) {
        this.title = title;
    }

    /** The words in a table. */
    public String title() {
        return title;
    }
}
