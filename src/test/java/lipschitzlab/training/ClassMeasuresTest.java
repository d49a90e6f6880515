package lipschitzlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.compute.conformance.ReferenceEngine;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.diagnostic.feature.ClassifierTraining;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.Metric;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.setting.InputException;
import org.junit.jupiter.api.Test;

/** Each class by itself, of generators that are made by hand and of a lane. */
class ClassMeasuresTest {
    private static final int SAMPLES = 60;
    private static final Dataset BANDS = new BandedPictures(new int[] {0, 1, 2});

    private final Engine engine = new ReferenceEngine();
    private final ClassMeasures measures = new ClassMeasures(BANDS, 1, BandedPictures.features(), engine, SAMPLES);

    /** New pictures of these classes in place of those that were asked for. */
    private static List<float[]> fresh(int... classes) {
        return Arrays.stream(classes)
                .mapToObj(label -> BandedPictures.of(label, SAMPLES, TestStreams.of(label, "fresh")))
                .toList();
    }

    @Test
    void aClassThatIsDroppedIsNotCoveredAndTheOthersMeasureAsBefore() {
        List<Map<Metric, Double>> whole = measures.of(fresh(0, 1, 2), engine);
        List<Map<Metric, Double>> dropped = measures.of(fresh(0, 2, 2), engine);

        assertThat(dropped.get(1))
                .containsEntry(Metric.RECALL, 0.0)
                .containsEntry(Metric.COVERAGE, 0.0)
                .containsEntry(Metric.PRECISION, 0.0)
                .containsEntry(Metric.DENSITY, 0.0);
        assertThat(dropped.get(1).get(Metric.KERNEL_DISTANCE))
                .isGreaterThan(10 * Math.abs(whole.get(1).get(Metric.KERNEL_DISTANCE)));
        assertThat(dropped.get(0)).isEqualTo(whole.get(0));
        assertThat(dropped.get(2)).isEqualTo(whole.get(2));
        assertThat(whole.get(1).get(Metric.RECALL)).isGreaterThan(0.5);
        assertThat(whole.get(1).get(Metric.COVERAGE)).isGreaterThan(0.8);
    }

    @Test
    void realPicturesOfEachClassGiveItsFloors() {
        List<Map<Metric, Floor>> floors = measures.floors(engine);
        List<Map<Metric, Double>> fresh = measures.of(fresh(0, 1, 2), engine);

        assertThat(floors).hasSize(3);
        IntStream.range(0, 3).forEach(label -> {
            assertThat(floors.get(label).keySet()).isEqualTo(fresh.get(label).keySet());
            floors.get(label).forEach((metric, floor) -> {
                double spread = floor.high() - floor.low();
                assertThat(fresh.get(label).get(metric))
                        .as("%s of class %d", metric, label)
                        .isBetween(floor.low() - spread, floor.high() + spread);
            });
        });
    }

    @Test
    void theClassWithTheFewestDecidesHowManyThereAreOfEachAndTooFewAreRefused() {
        Dataset uneven = new BandedPictures(new int[] {0, 0, 1, 1, 2, 0});
        assertThat(new ClassMeasures(uneven, 1, BandedPictures.features(), engine, 100).samples())
                .isEqualTo(100);
        assertThat(new ClassMeasures(
                                new BandedPictures(new int[] {0, 1, 2}, 165), 1, BandedPictures.features(), engine, 100)
                        .samples())
                .isEqualTo(55);
        int[] rare = new int[100];
        rare[0] = 1;
        rare[1] = 2;
        rare[2] = 2;
        assertThatThrownBy(() ->
                        new ClassMeasures(new BandedPictures(rare), 1, BandedPictures.features(), engine, SAMPLES))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("50 held-out pictures or more of each class")
                .hasMessageContaining("4 of class middle");
    }

    @Test
    void theFrechetDistanceIsThereWherePicturesAreMoreThanFeatures() {
        assertThat(measures.of(fresh(0, 1, 2), engine).get(0)).containsKey(Metric.FRECHET_DISTANCE);
        assertThat(measures.words()).contains("60 generated with 60 held-out").doesNotContain("Fréchet");
    }

    @Test
    void ofAFileEachTrainingPictureIsDrawnAtMostOnceAndHasItsClass() {
        ClassSamples samples = new ClassSamples(new BandedPictures(new int[] {0, 1, 2, 2}, 80));
        assertThat(samples.count(1)).isEqualTo(20);
        List<float[]> drawn = samples.draw(20, TestStreams.of(1, "draw"));
        TreeSet<Integer> places = new TreeSet<>();
        for (int i = 0; i < 20; i++) {
            int place = (int) drawn.get(1)[i * BandedPictures.LENGTH];
            assertThat(place % 4).isEqualTo(1);
            places.add(place);
        }
        assertThat(places).hasSize(20);
    }

    @Test
    void aLaneMakesClassesMixedAsInTrainingAndSoDoesTheAverageOfItsGenerators() {
        Preset preset = PresetReader.of(
                "shapes",
                Map.of(
                        "generator.width", "0.03",
                        "critic.width", "0.03",
                        "conditional", "projection",
                        "generatorAverage", "0.5"));
        LaneSpec spec = preset.lanes().get(0);
        Dataset data = preset.data().load();
        Engine fast = EngineUnderTest.chosen().create(1);
        try (LaneTraining lane = new LaneTraining(preset, spec, spec.values(), data, fast)) {
            ClassMeasures quick =
                    new ClassMeasures(data, 1, new ClassifierTraining(data, 1).train(fast, () -> false), fast, 50);
            List<Map<Metric, Double>> found = quick.of(lane);

            assertThat(quick.words()).contains("No Fréchet distance");
            assertThat(found).hasSize(4).allSatisfy(values -> assertThat(values)
                    .hasSize(6)
                    .containsKey(Metric.CLASS_AGREEMENT)
                    .doesNotContainKey(Metric.FRECHET_DISTANCE));
            LaneProbe probe = new LaneProbe(lane);
            List<float[]> alone = IntStream.range(0, 4)
                    .mapToObj(label -> IntStream.generate(() -> label).limit(50).toArray())
                    .map(labels -> probe.samples(50, labels, SampleUse.MEASURED))
                    .toList();
            assertThat(quick.of(alone, fast))
                    .as("in batches of one class, which batch normalization makes others of")
                    .isNotEqualTo(found);
            // Its pictures differ by class, and before the first step the average is the generator itself.
            assertThat(found.get(0)).isNotEqualTo(found.get(1));
            assertThat(quick.ofAverage(lane)).contains(found);
        }
    }
}
