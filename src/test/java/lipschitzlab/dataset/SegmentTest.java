package lipschitzlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lipschitzlab.compute.TestStreams;
import org.junit.jupiter.api.Test;

class SegmentTest {
    @Test
    void evenlySpacedPointsAreTheMiddlesOfEqualParts() {
        assertThat(new Segment(2, -1, 1).spread(4)).containsExactly(2, -0.75f, 2, -0.25f, 2, 0.25f, 2, 0.75f);
    }

    @Test
    void theDisjointDataLieOnTheirSegments() {
        DisjointSegments data = new DisjointSegments(3);
        assertOn(data.real(), data.batch(500, TestStreams.of(1, "test")));
        assertThat(data.real().x()).isEqualTo(1.5);
    }

    private static void assertOn(Segment segment, float[] points) {
        for (int i = 0; i < points.length; i += 2) {
            assertThat((double) points[i]).isEqualTo(segment.x());
            assertThat((double) points[i + 1]).isBetween(segment.low(), segment.high());
        }
    }

    @Test
    void aSegmentWithoutLengthIsRefused() {
        assertThatThrownBy(() -> new Segment(0, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected finite numbers and a high above the low, found x 0.0 from 1.0 to 1.0");
    }
}
