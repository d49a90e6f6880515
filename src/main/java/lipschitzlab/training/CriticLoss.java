package lipschitzlab.training;

import java.util.Optional;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.constraint.Constraint;
import lipschitzlab.network.BoundNetwork;
import lipschitzlab.objective.Objective;

/**
 * What a critic minimises on one batch: the objective's loss, and what the constraint adds to it. The only place where a
 * penalty, its λ included, enters the loss.
 *
 * @param total the loss with its penalty, {@code [1]}
 * @param penalty the penalty, {@code [1]}, of constraints that have one
 */
record CriticLoss(Var total, Optional<Var> penalty) {
    /** What a critic minimises, and how it is constrained. */
    record Rule(Objective objective, Constraint constraint) {
        /**
         * The loss of scores that the critic has given.
         *
         * @param critic the critic of this update
         * @param real a batch of data, {@code [n, …]}, with its scores, {@code [n, 1]}
         * @param fake as many samples of the generator, with theirs
         * @param random this update's stream for the penalty, the same in every lane
         */
        CriticLoss of(
                BoundNetwork critic, Var real, Var scoresOfReal, Var fake, Var scoresOfFake, RandomStream random) {
            Var loss = objective.criticLoss(scoresOfReal, scoresOfFake);
            Optional<Var> penalty = constraint.penalty(critic, real, fake, random);
            return new CriticLoss(penalty.map(loss::add).orElse(loss), penalty);
        }
    }
}
