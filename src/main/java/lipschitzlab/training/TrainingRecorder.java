package lipschitzlab.training;

/**
 * Is told what one lane's training starts from, what it draws and what it computes, so that somebody else can repeat it. Called by
 * the thread that trains, with arrays that it is not to change. What it does has no influence on any number of the training. The
 * step at hand is {@link LaneTraining#step}, the number of steps made before.
 */
public interface TrainingRecorder {
    /** Once, before the first step: networks and the constraint's state are as they start. */
    void begin(LaneTraining training);

    /**
     * The generator drew numbers for an update of the critic.
     *
     * @param update of the critic, from 0 in each step
     */
    void criticLatent(int update, float[] numbers);

    /**
     * A penalty drew numbers; an update may draw several arrays.
     *
     * @param update of the critic, from 0 in each step
     */
    void penaltyNoise(int update, float[] numbers);

    /**
     * The classes of the real samples of an update of the critic, which its fake ones have too; only where the networks read classes.
     *
     * @param update of the critic, from 0 in each step
     */
    void criticClasses(int update, int[] labels);

    /**
     * The critic was updated.
     *
     * @param update from 0 in each step
     * @param rate the learning rate
     * @param real the batch of data, row-major {@code [batch, …sample]}
     * @param fake as many samples of the generator
     * @param report from before the update
     */
    void criticUpdated(int update, double rate, float[] real, float[] fake, CriticReport report);

    /** The classes of the samples of the generator's own update; only where the networks read classes. */
    void generatorClasses(int[] labels);

    /** The generator drew numbers for its own update. */
    void generatorLatent(float[] numbers);

    /**
     * A step ended: the weights are those after it, while {@link LaneTraining#step} still counts those before.
     *
     * @param rate the generator's learning rate
     * @param loss the generator's, from before its update
     */
    void stepped(double rate, double loss);
}
