package lipschitzlab.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownPicturesTest {
    @Test
    void aPictureHasTheClassOfItsRowAndNoneWhereNetworksReadNone() {
        ShownPictures ten = new ShownPictures(10);
        assertThat(ten.labelsOf(0)).containsExactly(0);
        assertThat(ten.labelsOf(ShownPictures.COLUMNS + 1)).containsExactly(1);
        assertThat(ten.labelsOf(ten.count() - 1)).containsExactly(9);
        assertThat(new ShownPictures(100).labelsOf(63)).containsExactly(63);
        assertThat(new ShownPictures(0).labelsOf(5)).isEmpty();
    }
}
