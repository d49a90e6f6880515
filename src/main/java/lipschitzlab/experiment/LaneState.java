package lipschitzlab.experiment;

/** What a lane does now. */
public enum LaneState {
    /** Nothing trained yet. */
    READY("ready"),
    /** Training. */
    RUNNING("training"),
    /** Further than the others, which catch up. */
    WAITING("waiting"),
    /** Stopped by a person, between two steps. */
    PAUSED("paused"),
    /** At the horizon. */
    FINISHED("finished"),
    /** Stopped by itself; see its failure. */
    FAILED("stopped");

    private final String title;

    LaneState(String title) {
        this.title = title;
    }

    /** The word on a card. */
    public String title() {
        return title;
    }
}
