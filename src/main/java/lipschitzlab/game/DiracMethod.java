package lipschitzlab.game;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ways of training the Dirac-GAN (Mescheder, Geiger and Nowozin 2018, section 2): data at 0, generated samples at θ, D(x) = ψx and
 * L(θ, ψ) = f(θψ) + f(0), which the generator makes small and the critic large. Without regularization the vector field is
 * (−f′(θψ)ψ, f′(θψ)θ), with the equilibrium (0, 0). f(t) = −log(1 + exp(−t)), or for Wasserstein GANs f(t) = t.
 */
public enum DiracMethod {
    /** Both parameters change at once. */
    SIMULTANEOUS("no constraint, both at once", false),
    /** The generator changes first, the critic answers. */
    ALTERNATING("no constraint, by turns", false),
    /** Wasserstein, and |ψ| is cut at {@link #CLIP}. */
    CLIPPING("weight clipping", true),
    /** Wasserstein, with the penalty λ/2 · (|ψ| − 1)² (WGAN-GP). */
    GRADIENT_PENALTY("gradient penalty", true) {
        @Override
        double critic(double theta, double psi) {
            return super.critic(theta, psi) - Math.signum(psi) * LAMBDA * (Math.abs(psi) - 1);
        }

        @Override
        Optional<double[][]> jacobian() {
            return Optional.empty();
        }
    },
    /** The penalty γ/2 · ψ²: R1, which is R2 here, since D has one slope everywhere. */
    R1("R1", false) {
        @Override
        double critic(double theta, double psi) {
            return super.critic(theta, psi) - GAMMA * psi;
        }

        @Override
        Optional<double[][]> jacobian() {
            return turning(-GAMMA);
        }
    },
    /** Gaussian noise of standard deviation {@link #NOISE} on data and samples. */
    INSTANCE_NOISE("instance noise", false) {
        @Override
        public Point field(Point at) {
            double theta = 0;
            double psi = 0;
            for (int i = -NODES; i <= NODES; i++) {
                double noise = REACH * NOISE * i / NODES;
                double weight = REACH / NODES * Math.exp(-Math.pow(noise / NOISE, 2) / 2) / Math.sqrt(2 * Math.PI);
                double fake = at.theta() + noise;
                theta -= weight * rise(at.psi() * fake) * at.psi();
                psi += weight * (rise(at.psi() * fake) * fake - rise(-at.psi() * noise) * noise);
            }
            return new Point(theta, psi);
        }

        @Override
        Optional<double[][]> jacobian() {
            return turning(2 * CURVATURE * NOISE * NOISE);
        }
    },
    /** Both also make ½‖v‖² small (Mescheder et al. 2017). */
    CONSENSUS("consensus", false) {
        @Override
        public Point field(Point at) {
            double slope = rise(at.theta() * at.psi());
            double curvature = slope * (slope - 1);
            double size = at.theta() * at.theta() + at.psi() * at.psi();
            Point gradient = new Point(
                    slope * (slope * at.theta() + curvature * at.psi() * size),
                    slope * (slope * at.psi() + curvature * at.theta() * size));
            return super.field(at).plus(-CONSENSUS_WEIGHT, gradient);
        }

        @Override
        Optional<double[][]> jacobian() {
            double inwards = -CONSENSUS_WEIGHT * SLOPE * SLOPE;
            return Optional.of(new double[][] {{inwards, -SLOPE}, {SLOPE, inwards}});
        }
    };

    /** Where parameters start. */
    public static final Point START = new Point(1, 1);

    /** The largest |ψ| under weight clipping. */
    public static final double CLIP = 1;

    static final double LAMBDA = 0.3;
    static final double GAMMA = 0.3;
    static final double NOISE = 0.7;
    static final double CONSENSUS_WEIGHT = 1;

    /** f′(0) and f″(0) of f(t) = −log(1 + exp(−t)). */
    static final double SLOPE = 0.5;

    static final double CURVATURE = -0.25;

    private static final int NODES = 60;
    private static final double REACH = 6;

    private final String title;
    private final boolean wasserstein;

    DiracMethod(String title, boolean wasserstein) {
        this.title = title;
        this.wasserstein = wasserstein;
    }

    /** The name in a legend. */
    public String title() {
        return title;
    }

    /** f′. */
    double rise(double t) {
        return wasserstein ? 1 : 1 / (1 + Math.exp(t));
    }

    double critic(double theta, double psi) {
        return rise(theta * psi) * theta;
    }

    /** The direction in which gradient steps change the parameters. */
    public Point field(Point at) {
        return new Point(-rise(at.theta() * at.psi()) * at.psi(), critic(at.theta(), at.psi()));
    }

    /** The field's derivative at the equilibrium, in closed form; nothing where the field jumps. */
    Optional<double[][]> jacobian() {
        return turning(0);
    }

    /** @param damping how the critic's own parameter holds it back */
    final Optional<double[][]> turning(double damping) {
        double slope = rise(0);
        return Optional.of(new double[][] {{0, -slope}, {slope, damping}});
    }

    /** The eigenvalues of the field's Jacobian at the equilibrium, both; none where the field jumps. */
    public Optional<List<Eigenvalue>> eigenvalues() {
        return jacobian().map(Eigenvalue::of);
    }

    /** Those of one step's derivative there. */
    public Optional<List<Eigenvalue>> stepEigenvalues(double rate) {
        return jacobian().map(j -> Eigenvalue.of(stepJacobian(j, rate)));
    }

    /** I + hJ at once; by turns (I + hJ of the critic's row) after (I + hJ of the generator's). */
    private double[][] stepJacobian(double[][] j, double rate) {
        double a = 1 + rate * j[0][0];
        double b = rate * j[0][1];
        double c = rate * j[1][0];
        double d = 1 + rate * j[1][1];
        return this == ALTERNATING ? new double[][] {{a, b}, {c * a, d + c * b}} : new double[][] {{a, b}, {c, d}};
    }

    /** The largest |eigenvalue| of a step at the equilibrium. */
    public Optional<Double> modulus(double rate) {
        return stepEigenvalues(rate)
                .map(both ->
                        both.stream().mapToDouble(Eigenvalue::modulus).max().orElseThrow());
    }

    /** What becomes of parameters near the equilibrium. */
    public Verdict verdict(double rate) {
        return modulus(rate).map(Verdict::of).orElse(Verdict.NEVER_RESTS);
    }

    /** One step of gradient descent and ascent. */
    Point step(Point from, double rate) {
        Point next = from.plus(rate, field(from));
        if (this == ALTERNATING) {
            Point moved = new Point(next.theta(), from.psi());
            next = new Point(moved.theta(), moved.plus(rate, field(moved)).psi());
        }
        return this == CLIPPING ? new Point(next.theta(), Math.max(-CLIP, Math.min(CLIP, next.psi()))) : next;
    }

    /**
     * The parameters after each of some steps.
     *
     * @return the start, and then one point a step
     */
    public List<Point> path(double rate, int steps) {
        List<Point> path = new ArrayList<>(List.of(START));
        for (int i = 0; i < steps; i++) {
            path.add(step(path.get(i), rate));
        }
        return path;
    }
}
