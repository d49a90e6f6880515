package lipschitzlab.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.conformance.ReferenceEngine;
import lipschitzlab.network.HandMadeNetworks;
import lipschitzlab.network.Network;
import lipschitzlab.network.Reparametrization;
import org.junit.jupiter.api.Test;

class HistogramTest {
    @Test
    void aNumberOnAnEdgeCountsInTheBinAboveAndTheLastEdgeInTheLastBin() {
        Histogram histogram = Histogram.of(new float[] {-1, -0.5f, 0, 0.25f, 0.5f, 1}, -1, 1, 4);
        assertThat(histogram.counts()).containsExactly(1, 1, 2, 2);
        assertThat(histogram.outside()).isZero();
        assertThat(histogram.edge(0)).isEqualTo(-1);
        assertThat(histogram.edge(3)).isEqualTo(0.5);
    }

    @Test
    void whatLiesOutsideOrIsNotFiniteIsCountedApart() {
        float[] numbers = {-1.5f, 0, 2, Float.NaN, Float.NEGATIVE_INFINITY};
        Histogram histogram = Histogram.of(numbers, -1, 1, 2);
        assertThat(histogram.counts()).containsExactly(0, 1);
        assertThat(histogram.outside()).isEqualTo(4);
    }

    @Test
    void weightsThatWereClippedToAnEdgeLieInTheOuterBins() {
        // 0.1 is no 32-bit number: the nearest, 0.1f, is larger.
        Histogram histogram = Histogram.of(new float[] {0.1f, -0.1f, 0.1f}, -0.1, 0.1, 10);
        assertThat(histogram.counts()[0]).isEqualTo(1);
        assertThat(histogram.counts()[9]).isEqualTo(2);
    }

    @Test
    void eachLayerHasItsOwnRangeAndAllTogetherHaveOne() {
        Engine engine = new ReferenceEngine();
        Network critic = HandMadeNetworks.of(
                engine,
                HandMadeNetworks.dense(engine, "1 dense", new float[] {4, -1, -4, 3}, new float[] {9, 9}),
                HandMadeNetworks.dense(engine, "2 dense", new float[] {0.5f, -0.25f}, new float[1]));
        var bound = critic.bind(Reparametrization.unchanged(), false);

        List<WeightHistogram> layers = WeightHistogram.ofLayers(bound, 4);
        WeightHistogram all = WeightHistogram.ofAll(bound, 4);

        assertThat(layers.stream().map(WeightHistogram::layer)).containsExactly("1 dense", "2 dense");
        assertThat(layers.get(0).largest()).isEqualTo(4);
        assertThat(layers.get(0).histogram().counts()).containsExactly(1, 1, 0, 2);
        assertThat(layers.get(1).largest()).isEqualTo(0.5);
        assertThat(layers.get(1).histogram().counts()).containsExactly(0, 1, 0, 1);
        assertThat(all.layer()).isEqualTo(WeightHistogram.ALL);
        assertThat(all.histogram().counts()).containsExactly(1, 2, 1, 2);
        assertThat(Arrays.stream(all.histogram().counts()).sum()).isEqualTo(6);
    }

    @Test
    void weightsBetweenHiddenLayersLeaveOutTheFirstLayerAndTheLast() {
        Engine engine = new ReferenceEngine();
        Network deep = HandMadeNetworks.of(
                engine,
                HandMadeNetworks.dense(engine, "first", new float[] {9, 9}, new float[2]),
                HandMadeNetworks.dense(engine, "middle", new float[] {1, -2, 2, 1}, new float[2]),
                HandMadeNetworks.dense(engine, "last", new float[] {7, 7}, new float[1]));

        WeightHistogram hidden = WeightHistogram.ofHidden(deep.bind(Reparametrization.unchanged(), false), 2);

        assertThat(hidden.layer()).isEqualTo(WeightHistogram.HIDDEN);
        assertThat(hidden.largest()).isEqualTo(2);
        assertThat(hidden.histogram().counts()).containsExactly(1, 3);
    }

    @Test
    void weightsThatAreAllZeroOrNotFiniteHaveAHistogramToo() {
        Engine engine = new ReferenceEngine();
        Network zero = HandMadeNetworks.of(engine, HandMadeNetworks.dense(engine, "zero", new float[2], new float[1]));
        Network broken = HandMadeNetworks.of(
                engine, HandMadeNetworks.dense(engine, "broken", new float[] {Float.NaN, 1}, new float[1]));

        WeightHistogram ofZero = WeightHistogram.ofAll(zero.bind(Reparametrization.unchanged(), false), 3);
        WeightHistogram ofBroken = WeightHistogram.ofAll(broken.bind(Reparametrization.unchanged(), false), 3);

        assertThat(ofZero.largest()).isZero();
        assertThat(ofZero.histogram().counts()).containsExactly(0, 2, 0);
        assertThat(ofBroken.largest()).isNaN();
        assertThat(ofBroken.histogram().outside()).isEqualTo(1);
    }

    @Test
    void aRangeWithoutWidthAndNoBinsAreRefused() {
        assertThatThrownBy(() -> Histogram.of(new float[1], 1, 1, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 4 from 1.0 to 1.0");
        assertThatThrownBy(() -> Histogram.of(new float[1], 0, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 0 from 0.0 to 1.0");
    }
}
