package lipschitzlab.constraint;

import java.util.Optional;
import java.util.function.DoubleSupplier;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.network.BoundNetwork;

/**
 * A penalty on the critic's slope: weight · E cost(‖∇D(x̂)‖₂). The methods that work this way differ in two things only: where
 * the points x̂ lie, and what a slope costs there.
 *
 * @param weight the factor before the expectation, read at each update; at 0 nothing is computed
 */
record SlopePenalty(DoubleSupplier weight, Points points, Cost cost) implements Constraint {
    /** Under roots and logarithms, whose derivatives are infinite at 0. */
    static final double EPSILON = 1e-12;

    /** Where the slope is measured. */
    @FunctionalInterface
    interface Points {
        /** Between real and fake samples, as gradient penalty has them: {@link Interpolation#between}. */
        Points BETWEEN = Interpolation::between;

        /** At the real samples. */
        Points REAL = (real, fake, random) -> real;

        /**
         * The points of one update.
         *
         * @param real a batch of data, {@code [n, …]}
         * @param fake as many samples of the generator
         * @param random this update's stream, the same in every lane
         * @return {@code [n, …]}
         */
        Var of(Var real, Var fake, RandomStream random);
    }

    /** What the slope at a point costs. */
    @FunctionalInterface
    interface Cost {
        /** (‖∇D‖₂ − 1)². */
        Cost TWO_SIDED = squares -> norm(squares).addScalar(-1).square();

        /** max(0, ‖∇D‖₂ − 1)². */
        Cost ONE_SIDED = squares -> norm(squares).addScalar(-1).relu().square();

        /**
         * The cost at each point.
         *
         * @param squares ‖∇D‖₂², {@code [n]}
         * @return {@code [n]}
         */
        Var of(Var squares);

        private static Var norm(Var squares) {
            return squares.addScalar(EPSILON).sqrt();
        }
    }

    @Override
    public Optional<Var> penalty(BoundNetwork critic, Var real, Var fake, RandomStream random) {
        double factor = weight.getAsDouble();
        if (factor == 0) {
            return Optional.empty();
        }
        Var squares = Slopes.squares(critic, points.of(real, fake, random));
        return Optional.of(cost.of(squares).mean(factor));
    }
}
