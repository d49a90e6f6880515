package lipschitzlab.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.compute.conformance.ReferenceEngine;
import lipschitzlab.network.Architecture.Mlp;
import lipschitzlab.network.Network;
import lipschitzlab.network.Networks;
import lipschitzlab.setting.Setting;
import lipschitzlab.setting.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConstraintSetTest {
    private final ReferenceEngine engine = new ReferenceEngine();

    private static List<List<String>> pairs() {
        List<List<String>> pairs = new ArrayList<>();
        for (String one : ConstraintKind.ids()) {
            for (String other : ConstraintKind.ids()) {
                if (!one.equals(other)) {
                    pairs.add(List.of(one, other));
                }
            }
        }
        return pairs;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spectral-norm, weight-norm | what a layer uses in place of its weight",
                "spectral-norm, spectral-norm-gamma | what a layer uses in place of its weight",
                "gradient-penalty, r1 | penalizes the critic's slope",
                "weight-clipping, spectral-norm | the layers then do not use",
                "weight-norm, weight-clipping | the layers then do not use",
                "unconstrained, orthonormal | nothing is held",
                "layer-norm, spectral-norm | scales each layer's output anew",
                "spectral-norm-gamma, layer-norm | scales each layer's output anew",
                "orthonormal, dragan, wgan-lp | penalizes the critic's slope"
            })
    void whatMakesNoSenseTogetherIsRefusedInWords(String ids, String why) {
        assertThat(ConstraintSet.objection(Arrays.asList(ids.split(", "))))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .contains(why)
                        .matches(".*: (keep one of them|name it alone or leave it out)\\."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spectral-norm, gradient-penalty",
                "spectral-norm-gamma, gradient-penalty",
                "weight-norm, gradient-penalty",
                "weight-clipping, gradient-penalty",
                "layer-norm, gradient-penalty",
                "spectral-norm, orthonormal, r1",
                "weight-clipping, layer-norm"
            })
    void whatIsMerelyUnwiseOrFromAPaperIsAllowed(String ids) {
        assertThat(ConstraintSet.objection(Arrays.asList(ids.split(", ")))).isEmpty();
    }

    @Test
    void theOrderOfTwoDoesNotDecideWhetherTheyGoTogether() {
        assertThat(pairs()).allSatisfy(pair -> assertThat(ConstraintSet.objection(pair))
                .isEqualTo(ConstraintSet.objection(List.of(pair.get(1), pair.get(0)))));
    }

    @Test
    void twoThatGoTogetherHaveNoKeyInCommonUnlessItIsTheSameSetting() {
        assertThat(pairs())
                .filteredOn(pair -> ConstraintSet.objection(pair).isEmpty())
                .allSatisfy(pair -> assertThat(
                                ConstraintSets.of(String.join(" + ", pair)).settings())
                        .extracting(Setting::key)
                        .doesNotHaveDuplicates());
    }

    @ParameterizedTest
    @EnumSource(ConstraintKind.class)
    void everySettingSaysItsRangeAndWhatItDoes(ConstraintKind kind) {
        assertThat(kind.settings()).allSatisfy(setting -> {
            assertThat(setting.label()).isNotBlank();
            assertThat(setting.help()).endsWith(".").hasSizeGreaterThan(40);
            assertThat(setting.range()).isNotBlank();
            assertThat(setting.parse(new Values(List.of(setting)).text(setting), "test"))
                    .isEqualTo(setting.defaultValue());
            if (setting.defaultValue() instanceof Number) {
                assertThatThrownBy(() -> setting.parse("-1", "test")).hasMessageContaining(setting.range());
            }
        });
    }

    @Test
    void namesAndTitlesOfACombinationAreThoseOfItsParts() {
        ConstraintSet set = ConstraintSets.of("spectral-norm + gradient-penalty");

        assertThat(set.id()).isEqualTo("spectral-norm + gradient-penalty");
        assertThat(set.laneId()).isEqualTo("spectral-norm-gradient-penalty");
        assertThat(set.title()).isEqualTo("spectral norm + gradient penalty");
        assertThat(set.source()).isEqualTo("Miyato et al. 2018; Gulrajani et al. 2017");
        assertThat(set.settings())
                .extracting(Setting::key)
                .containsExactly("powerIterations", "iterateAt", "bound", "lambda");
        assertThat(ConstraintSets.of("spectral-norm-gamma + gradient-penalty + orthonormal")
                        .laneId())
                .isEqualTo("spectral-norm-gamma-and-more");
    }

    /** A combination takes the same interpolated points as its penalty alone, so that lanes compare. */
    @Test
    void thePenaltyOfACombinationIsThatOfItsPartsOnTheSamePoints() {
        double alone = penalty("gradient-penalty") + penalty("orthonormal");

        assertThat(penalty("gradient-penalty + orthonormal")).isEqualTo(alone);
        assertThat(penalty("orthonormal + gradient-penalty")).isEqualTo(alone);
    }

    private double penalty(String text) {
        ConstraintSet set = ConstraintSets.of(text);
        Network bare = Networks.critic(engine, new Mlp(List.of(5), 0.1), Shape.of(3), 1);
        Constraint constraint = set.create(bare, new Values(set.settings()), TestStreams.of(1, "test"));
        Var real = Var.constant(engine, engine.of(TestStreams.of(1, "real").gaussians(12), Shape.of(4, 3)));
        Var fake = Var.constant(engine, engine.of(TestStreams.of(1, "fake").gaussians(12), Shape.of(4, 3)));
        Var penalty = constraint
                .penalty(constraint.constrain(bare).bind(constraint, true), real, fake, TestStreams.of(1, "penalty"))
                .orElseThrow();
        return engine.readDoubles(penalty.value())[0];
    }
}
