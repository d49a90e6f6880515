package lipschitzlab.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Against the closed forms of Mescheder, Geiger and Nowozin 2018, sections 2 and 3, where f′(0) = 1/2 and f″(0) = −1/4. */
class DiracMethodTest {
    private static final double RATE = 0.1;

    @ParameterizedTest
    @EnumSource(value = DiracMethod.class, names = "GRADIENT_PENALTY", mode = Mode.EXCLUDE)
    void theJacobianIsTheDerivativeOfTheFieldAtTheEquilibrium(DiracMethod method) {
        double[][] closed = method.jacobian().orElseThrow();
        double h = 1e-5;
        Point right = method.field(new Point(h, 0));
        Point left = method.field(new Point(-h, 0));
        Point up = method.field(new Point(0, h));
        Point down = method.field(new Point(0, -h));
        assertThat(closed[0][0]).isCloseTo((right.theta() - left.theta()) / (2 * h), within(1e-6));
        assertThat(closed[1][0]).isCloseTo((right.psi() - left.psi()) / (2 * h), within(1e-6));
        assertThat(closed[0][1]).isCloseTo((up.theta() - down.theta()) / (2 * h), within(1e-6));
        assertThat(closed[1][1]).isCloseTo((up.psi() - down.psi()) / (2 * h), within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        // Section 2: ± f′(0)i; a Wasserstein GAN has f′(0) = 1.
        "SIMULTANEOUS, 0, 0.5",
        "ALTERNATING, 0, 0.5",
        "CLIPPING, 0, 1",
        // Section 3, instance noise: f″(0)σ² ± √(f″(0)²σ⁴ − f′(0)²), with σ = 0.7.
        "INSTANCE_NOISE, -0.1225, 0.484763",
        // Section 3, zero-centred gradient penalties: −γ/2 ± √(γ²/4 − f′(0)²), with γ = 0.3.
        "R1, -0.15, 0.476970",
        // Of J − γJᵀJ: −γf′(0)² ± f′(0)i, with γ = 1.
        "CONSENSUS, -0.25, 0.5"
    })
    void theEigenvaluesAreThoseOfThePaper(DiracMethod method, double real, double imaginary) {
        List<Eigenvalue> both = method.eigenvalues().orElseThrow();
        assertThat(both.get(0).real()).isCloseTo(real, within(1e-5));
        assertThat(both.get(0).imaginary()).isCloseTo(imaginary, within(1e-5));
        assertThat(both.get(1).imaginary()).isCloseTo(-imaginary, within(1e-5));
    }

    @Test
    void bothAtOnceSpiralOutAndByTurnsTheyCircle() {
        // Section 2: |1 ± hf′(0)i| > 1; by turns 1 − α²/2 ± √((1 − α²/2)² − 1) with α = hf′(0), of modulus 1.
        assertThat(DiracMethod.SIMULTANEOUS.modulus(RATE).orElseThrow()).isCloseTo(Math.hypot(1, 0.05), within(1e-12));
        Eigenvalue turn =
                DiracMethod.ALTERNATING.stepEigenvalues(RATE).orElseThrow().get(0);
        assertThat(turn.real()).isCloseTo(1 - 0.05 * 0.05 / 2, within(1e-12));
        assertThat(turn.modulus()).isCloseTo(1, within(1e-12));
        assertThat(DiracMethod.SIMULTANEOUS.verdict(RATE)).isEqualTo(Verdict.SPIRALS_OUT);
        assertThat(DiracMethod.ALTERNATING.verdict(RATE)).isEqualTo(Verdict.CIRCLES);
    }

    private static double end(DiracMethod method) {
        List<Point> path = method.path(RATE, 4000);
        return path.subList(3000, 4001).stream()
                .mapToDouble(point -> Math.hypot(point.theta(), point.psi()))
                .max()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(DiracMethod.class)
    void thePathDoesWhatTheVerdictSays(DiracMethod method) {
        double end = end(method);
        switch (method.verdict(RATE)) {
            case CONVERGES -> assertThat(end).isLessThan(1e-3);
            case CIRCLES -> assertThat(end).isBetween(1.2, 2.0);
            case SPIRALS_OUT -> assertThat(end).isGreaterThan(method == DiracMethod.CLIPPING ? 0.9 : 2);
            case NEVER_RESTS -> assertThat(end).isBetween(0.1, 2.0);
        }
    }

    @Test
    void whoConvergesAndWhoDoesNotIsAsInThePaper() {
        assertThat(List.of(DiracMethod.R1, DiracMethod.INSTANCE_NOISE, DiracMethod.CONSENSUS))
                .allMatch(method -> method.verdict(RATE) == Verdict.CONVERGES);
        assertThat(DiracMethod.CLIPPING.verdict(RATE)).isEqualTo(Verdict.SPIRALS_OUT);
        assertThat(DiracMethod.GRADIENT_PENALTY.verdict(RATE)).isEqualTo(Verdict.NEVER_RESTS);
        assertThat(DiracMethod.R1.verdict(1.3)).as("too large a rate").isEqualTo(Verdict.SPIRALS_OUT);
    }

    @Test
    void theFieldOfTheGradientPenaltyJumpsAtTheEquilibrium() {
        double above = DiracMethod.GRADIENT_PENALTY.field(new Point(0, 1e-9)).psi();
        double below = DiracMethod.GRADIENT_PENALTY.field(new Point(0, -1e-9)).psi();
        assertThat(above - below).isCloseTo(2 * 0.3, within(1e-6));
    }

    @Test
    void clippingHoldsTheCriticsParameter() {
        assertThat(DiracMethod.CLIPPING.path(RATE, 1000)).allMatch(point -> Math.abs(point.psi()) <= 1);
    }
}
