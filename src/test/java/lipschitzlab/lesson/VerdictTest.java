package lipschitzlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final Optional<Boolean> YES = Optional.of(true);
    private static final Optional<Boolean> NO = Optional.of(false);

    @Test
    void aClaimHoldsIfItsRuleIsTrueOfEverySeed() {
        assertThat(Verdict.of(List.of(YES, YES, YES))).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void itDoesNotHoldIfItsRuleIsFalseOfEverySeed() {
        assertThat(Verdict.of(List.of(NO, NO, NO))).isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    @Test
    void seedsThatDisagreeDecideNothing() {
        assertThat(Verdict.of(List.of(YES, YES, NO))).isEqualTo(Verdict.NOT_DECIDED);
    }

    @Test
    void aSeedThatWasNotMeasuredDecidesNothing() {
        assertThat(Verdict.of(List.of(YES, Optional.empty(), YES))).isEqualTo(Verdict.NOT_DECIDED);
        assertThat(Verdict.of(List.of(NO, Optional.empty()))).isEqualTo(Verdict.NOT_DECIDED);
        assertThat(Verdict.of(List.of())).isEqualTo(Verdict.NOT_DECIDED);
    }
}
