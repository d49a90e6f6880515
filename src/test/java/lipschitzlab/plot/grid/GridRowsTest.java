package lipschitzlab.plot.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;
import lipschitzlab.measurement.Snapshot;
import org.junit.jupiter.api.Test;

/** Which pictures stand where in a grid. Pictures here are single pixels. */
class GridRowsTest {
    private static final Shape PIXEL = Shape.of(1, 1, 1);
    private static final List<String> THREE = List.of("a", "b", "c");

    private static Snapshot snapshot(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = i;
        }
        return new Snapshot(7, PIXEL, values, Optional.empty(), List.of());
    }

    private static GridRows rows(int rows, int columns, List<String> classes) {
        return new GridRows(new GridLayout(rows, columns, 1), classes);
    }

    @Test
    void withoutClassesTheFirstPicturesStandAsTheyWereMade() {
        GridRows rows = rows(2, 3, List.of());
        assertThat(rows.areIn(snapshot(6))).isTrue();
        assertThat(rows.areIn(snapshot(5))).isFalse();
        assertThat(rows.of(snapshot(64)).samples()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(rows.names()).isEmpty();
    }

    @Test
    void ofASnapshotByClassEachRowGivesItsFirstPictures() {
        GridRows rows = rows(2, 3, THREE);
        assertThat(rows.areIn(snapshot(24))).isTrue();
        assertThat(rows.of(snapshot(24)).samples()).containsExactly(0, 1, 2, 8, 9, 10);
        assertThat(rows.names()).containsExactly("a", "b");
        assertThat(rows(4, 3, THREE).areIn(snapshot(24))).isFalse();
    }

    @Test
    void whatIsMadeForAGridHasTheClassOfItsRow() {
        GridRows rows = rows(5, 2, THREE);
        Snapshot made = rows.made(7, PIXEL, labels -> {
            float[] values = new float[labels.length];
            for (int i = 0; i < labels.length; i++) {
                values[i] = labels[i];
            }
            return values;
        });
        assertThat(made.samples()).containsExactly(0, 0, 1, 1, 2, 2, 0, 0, 1, 1);
        assertThat(rows.names()).containsExactly("a", "b", "c", "a", "b");
        assertThat(made.step()).isEqualTo(7);
    }

    @Test
    void aBatchOfWhatIsMadeHasTheClassesInTurn() {
        int[][] asked = new int[1][];
        rows(3, 4, THREE).made(0, PIXEL, labels -> {
            asked[0] = labels.clone();
            return new float[labels.length];
        });
        assertThat(Arrays.copyOf(asked[0], 6)).containsExactly(0, 1, 2, 0, 1, 2);
    }

    @Test
    void everyPictureOfAStreamHasItsOwnPlace() {
        float[] drawn = RandomStream.of(1, RandomPurpose.SHOWN_LATENT).gaussians(12);
        assertThat(rows(3, 4, THREE).made(0, PIXEL, labels -> drawn).samples()).containsExactlyInAnyOrder(drawn);
    }
}
