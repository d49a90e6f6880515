package lipschitzlab.objective;

import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import lipschitzlab.autodiff.Var;

/** The registry of objectives: pairs of losses that critic and generator minimise, in the critic's outputs {@code [n, 1]}. */
public enum Objective {
    /**
     * Critic E max(0, 1−D(x)) + E max(0, 1+D(G(z))), generator −E D(G(z)) (Miyato et al. 2018, equations 16 and 17). While all
     * scores lie between −1 and 1, the critic's loss is {@link #WASSERSTEIN}'s plus 2, with the same gradients.
     */
    HINGE(
            "hinge",
            "hinge",
            (real, fake) -> real.negate()
                    .addScalar(1)
                    .relu()
                    .mean()
                    .add(fake.addScalar(1).relu().mean()),
            fake -> fake.mean(-1)),
    /**
     * Critic E D(G(z)) − E D(x), generator −E D(G(z)) (Arjovsky et al. 2017, equations 2 and 3). What is added to all scores
     * cancels in the critic's loss. So the gradient with respect to the critic's last bias is 0, under every constraint: 1/n of
     * each fake sample less 1/n of each real one. It is exactly 0 in float arithmetic too, since a dense layer sums real and fake
     * in pairs; the bias never moves.
     */
    WASSERSTEIN("wasserstein", "Wasserstein", (real, fake) -> fake.mean().add(real.mean(-1)), fake -> fake.mean(-1)),
    /** Cross-entropy critic, generator −E ln σ(D(G(z))) (Goodfellow et al. 2014, section 3). */
    NON_SATURATING("non-saturating", "non-saturating", Objective::crossEntropy, fake -> fake.negate()
            .softplus()
            .mean()),
    /**
     * Cross-entropy critic, generator E ln(1−σ(D(G(z)))) (Goodfellow et al. 2014, equation 1): its gradient vanishes where
     * the critic is sure.
     */
    SATURATING("saturating", "saturating (minimax)", Objective::crossEntropy, fake -> fake.softplus()
            .mean(-1));

    private final String id;
    private final String title;
    private final BinaryOperator<Var> critic;
    private final UnaryOperator<Var> generator;

    Objective(String id, String title, BinaryOperator<Var> critic, UnaryOperator<Var> generator) {
        this.id = id;
        this.title = title;
        this.critic = critic;
        this.generator = generator;
    }

    /** −E ln σ(D(x)) − E ln(1−σ(D(G(z)))). */
    private static Var crossEntropy(Var real, Var fake) {
        return real.negate().softplus().mean().add(fake.softplus().mean());
    }

    /**
     * What the critic minimises, without any penalty.
     *
     * @param real D(x), {@code [n, 1]}
     * @param fake D(G(z)), {@code [n, 1]}
     * @return {@code [1]}
     */
    public Var criticLoss(Var real, Var fake) {
        return critic.apply(real, fake);
    }

    /**
     * What the generator minimises.
     *
     * @param fake D(G(z)), {@code [n, 1]}
     * @return {@code [1]}
     */
    public Var generatorLoss(Var fake) {
        return generator.apply(fake);
    }

    /** The name in presets. */
    public String id() {
        return id;
    }

    /** The name in sentences. */
    public String title() {
        return title;
    }

    /** The objective of this name, one of {@link #ids}. */
    public static Objective of(String id) {
        return Arrays.stream(values())
                .filter(objective -> objective.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected one of " + ids() + ", found " + id));
    }

    /** All names. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Objective::id).toList();
    }
}
