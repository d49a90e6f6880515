package lipschitzlab.game;

/**
 * A pair of parameters, or the direction in which they change.
 *
 * @param theta the generator's: its samples all lie there, the data at 0
 * @param psi the critic's: D(x) = ψx
 */
public record Point(double theta, double psi) {
    Point plus(double factor, Point direction) {
        return new Point(theta + factor * direction.theta(), psi + factor * direction.psi());
    }
}
