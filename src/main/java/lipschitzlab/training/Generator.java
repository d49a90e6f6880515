package lipschitzlab.training;

import java.util.function.Function;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.network.BoundNetwork;
import lipschitzlab.objective.Objective;

/** Where a lane's fake samples come from. */
sealed interface Generator permits TrainedGenerator, FrozenGenerator {
    /**
     * A batch for the critic, in the scope at hand.
     *
     * @param labels the class of each, if the network reads classes; otherwise none
     * @param random this update's stream of a purpose, the same in every lane
     * @return {@code [batch, …sample]}, constant
     */
    Var batch(int size, int[] labels, Function<RandomPurpose, RandomStream> random);

    /**
     * One update, in the scope at hand.
     *
     * @param labels the class of each of the batch, if the networks read classes; otherwise none
     * @param critic given these classes
     * @param random this step's stream of a purpose, the same in every lane
     * @return the loss; of a generator that does not learn, what it would minimise
     */
    Var train(
            int batch,
            int[] labels,
            BoundNetwork critic,
            Objective objective,
            double rate,
            Function<RandomPurpose, RandomStream> random);

    /**
     * Samples to be measured or shown, apart from training.
     *
     * @param labels the class of each, if the network reads classes; otherwise none
     * @param random the stream of a purpose, the same at every step and in every lane
     * @return row-major {@code [count, …sample]}
     */
    float[] samples(int count, int[] labels, SampleUse use, Function<RandomPurpose, RandomStream> random);
}
