package lipschitzlab.setting;

/** The values that a lane trains with by now. Used by one thread at a time: they change only between the lane's steps. */
public final class LiveValues implements SettingSource {
    private Values now;

    /** @param first the values to begin with */
    public LiveValues(Values first) {
        this.now = first;
    }

    @Override
    public <T> T get(Setting<T> setting) {
        return now.get(setting);
    }

    /** All of them as they stand; it never changes. */
    public Values now() {
        return now;
    }

    /** One of them is another from now on. */
    public void set(Assignment<?> assignment) {
        now = now.with(assignment);
    }
}
