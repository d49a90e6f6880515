package lipschitzlab.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import lipschitzlab.diagnostic.sample.FeatureRows;
import org.junit.jupiter.api.Test;

/** Features of samples that were searched before. */
class KeptFeaturesTest {
    private int computed;

    private FeatureRows rows() {
        computed++;
        return new FeatureRows(new float[100], 10);
    }

    @Test
    void whatIsKeptIsComputedOnceAndWhatHasNoRoomEachTime() {
        KeptFeatures kept = new KeptFeatures(900);
        for (int time = 0; time < 3; time++) {
            for (int part = 0; part < 3; part++) {
                kept.part(10 * part, this::rows);
            }
        }
        assertThat(kept.bytes()).isEqualTo(800);
        assertThat(computed).isEqualTo(2 + 3);
    }
}
