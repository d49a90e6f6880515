package lipschitzlab.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RandomPurposeTest {
    @Test
    void noTwoPurposesShareTheirNumbers() {
        assertThat(Arrays.stream(RandomPurpose.values())
                        .map(purpose -> RandomStream.of(1, purpose).uniform()))
                .doesNotHaveDuplicates();
    }

    /** Runs of earlier versions are repeated with these keys: a renamed constant must not change them. */
    @Test
    void theKeysOfTrainingAreWhatTheyAlwaysWere() {
        assertThat(RandomPurpose.LATENT.text()).isEqualTo("latent");
        assertThat(RandomPurpose.GENERATOR_LATENT.text()).isEqualTo("generator latent");
        assertThat(RandomPurpose.BATCH.text()).isEqualTo("batch");
        assertThat(RandomPurpose.PENALTY.text()).isEqualTo("penalty");
        assertThat(RandomPurpose.CONSTRAINT.text()).isEqualTo("constraint");
        assertThat(RandomPurpose.GENERATOR_WEIGHTS.text()).isEqualTo("generator weights");
        assertThat(RandomPurpose.CRITIC_WEIGHTS.text()).isEqualTo("critic weights");
        assertThat(RandomPurpose.FROZEN_BATCH.text()).isEqualTo("frozen batch");
        assertThat(RandomPurpose.FROZEN_NOISE.text()).isEqualTo("frozen noise");
    }
}
