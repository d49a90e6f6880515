package lipschitzlab.desktop.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.dataset.DrawnShapes;
import lipschitzlab.dataset.LabelledSamples;
import lipschitzlab.dataset.Mixture;
import lipschitzlab.dataset.StoredSamples;
import lipschitzlab.diagnostic.feature.Classifier;
import lipschitzlab.diagnostic.feature.ClassifierCache;
import lipschitzlab.diagnostic.feature.FeatureNetworks;
import lipschitzlab.diagnostic.feature.QuickClassifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The training pictures nearest to one, by pixels and by features. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class NeighbourSearchTest {
    private static final int SIDE = 28;
    private static final int LENGTH = SIDE * SIDE;
    private static final int STEPS = 200;
    private static final int[] RADII = {5, 9};
    private static final int COPIES = 550;
    private static final int MOVED = 2;
    private static final Backend BACKEND = EngineUnderTest.chosen();
    private static final Shapes DATA = new Shapes(true);

    @TempDir
    static Path folder;

    private static ClassifierCache classifiers;

    @BeforeAll
    static void train() {
        classifiers = QuickClassifier.cache(folder, DATA, STEPS);
    }

    /**
     * Two thin crosses, a small disc where their middle is once they are moved, and other discs. A classifier learns the shapes from
     * others that are drawn for it.
     */
    private record Shapes(boolean classes) implements Dataset {
        private static final DrawnShapes DRAWN = new DrawnShapes(SIDE, 1);

        @Override
        public String name() {
            return "some-shapes";
        }

        @Override
        public Shape sampleShape() {
            return DRAWN.sampleShape();
        }

        @Override
        public List<String> classNames() {
            return classes ? DRAWN.classNames() : List.of();
        }

        @Override
        public float[] batch(int size, RandomStream random) {
            return DRAWN.batch(size, random);
        }

        @Override
        public LabelledSamples labelledBatch(int size, RandomStream random) {
            return DRAWN.labelledBatch(size, random);
        }

        @Override
        public float[] heldOut(int size, RandomStream random) {
            return DRAWN.heldOut(size, random);
        }

        @Override
        public LabelledSamples labelledHeldOut(int size, RandomStream random) {
            return DRAWN.labelledHeldOut(size, random);
        }

        @Override
        public Optional<StoredSamples> stored() {
            return Optional.of(new StoredSamples() {
                @Override
                public int count() {
                    return RADII.length * COPIES;
                }

                @Override
                public LabelledSamples samples(int first, int count) {
                    float[] values = new float[count * LENGTH];
                    for (int i = 0; i < count; i++) {
                        System.arraycopy(picture(first + i), 0, values, i * LENGTH, LENGTH);
                    }
                    return new LabelledSamples(values, classes ? new int[count] : new int[0]);
                }
            });
        }

        private static float[] picture(int place) {
            int radius = RADII[place % RADII.length];
            return switch (place / RADII.length) {
                case 0 -> cross(radius, 0);
                case 1 -> disc(2, MOVED);
                default -> disc(radius - 1, place % 7);
            };
        }

        @Override
        public Optional<Mixture> mixture() {
            return Optional.empty();
        }

        @Override
        public double range() {
            return 1;
        }
    }

    /** What is inside of a shape around the middle, before it is moved to the right and down. */
    private interface Inside {
        boolean holds(double x, double y);
    }

    private static float[] drawn(int by, Inside shape) {
        float[] picture = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            double x = i % SIDE + 0.5 - SIDE / 2.0 - by;
            double y = i / SIDE + 0.5 - SIDE / 2.0 - by;
            picture[i] = shape.holds(x, y) ? 1 : -1;
        }
        return picture;
    }

    private static float[] disc(double radius, int by) {
        return drawn(by, (x, y) -> x * x + y * y <= radius * radius);
    }

    /** Of two lines that are two pixels wide. */
    private static float[] cross(double radius, int by) {
        return drawn(
                by, (x, y) -> Math.max(Math.abs(x), Math.abs(y)) <= radius && Math.min(Math.abs(x), Math.abs(y)) <= 1);
    }

    private static NeighbourSearch.Question question(Dataset data, float[] picture) {
        return new NeighbourSearch.Question(data, 1, picture, BACKEND);
    }

    private static NeighbourSearch.Answer answer(NeighbourSearch search, float[] picture, Resemblance by) {
        return search.answer(question(DATA, picture), by, () -> true, said -> {})
                .orElseThrow();
    }

    private static String nearest(int radius, Resemblance by) {
        float[] found = answer(new NeighbourSearch(classifiers), cross(radius, MOVED), by)
                .nearest()
                .neighbours()
                .get(0)
                .sample();
        return Arrays.equals(found, cross(radius, 0)) ? "the original" : "another";
    }

    /** No line of a cross that was moved lies on a line of the original. */
    @Test
    void aPictureThatIsMovedByTwoPixelsIsNearestToItsOriginalByFeaturesAndToAnotherByPixels() {
        for (int radius : RADII) {
            assertThat(nearest(radius, Resemblance.PIXELS))
                    .as("radius %d", radius)
                    .isEqualTo("another");
            assertThat(nearest(radius, Resemblance.FEATURES))
                    .as("radius %d", radius)
                    .isEqualTo("the original");
        }
    }

    @Test
    void theSameQuestionHasTheSameAnswerAndFeaturesAreComputedOnce() {
        NeighbourSearch search = new NeighbourSearch(classifiers);
        assertThat(search.keptBytes()).isZero();
        NeighbourSearch.Answer first = answer(search, disc(7, 1), Resemblance.FEATURES);
        assertThat(search.keptBytes()).isEqualTo(4L * 128 * RADII.length * COPIES);
        NeighbourSearch.Answer second = answer(search, disc(7, 1), Resemblance.FEATURES);
        NeighbourSearch.Answer other = answer(new NeighbourSearch(classifiers), disc(7, 1), Resemblance.FEATURES);
        for (NeighbourSearch.Answer again : List.of(second, other)) {
            assertThat(again.words()).isEqualTo(first.words());
            assertThat(distances(again)).isEqualTo(distances(first));
        }
        search.forget();
        assertThat(search.keptBytes()).isZero();
    }

    private static List<Double> distances(NeighbourSearch.Answer answer) {
        return answer.nearest().neighbours().stream()
                .map(each -> each.distance())
                .toList();
    }

    @Test
    void theUnitNamesTheFeaturesAndHowManyPicturesWereSearched() {
        assertThat(answer(new NeighbourSearch(classifiers), disc(7, 1), Resemblance.FEATURES)
                        .words())
                .startsWith(
                        "Among all 1,100 training pictures. Numbers: Euclidean distance of 128 features of a classifier that"
                                + " the lab trained on the data's 4 classes (it names ");
        Dataset unlabelled = new Shapes(false);
        NeighbourSearch search = new NeighbourSearch(classifiers);
        assertThat(search.answer(question(unlabelled, disc(7, 1)), Resemblance.FEATURES, () -> true, said -> {})
                        .orElseThrow()
                        .words())
                .contains("Euclidean distance of 512 features of a random convolutional network of fixed seed.");
    }

    @Test
    void theClassifierWhoseFeaturesAreComparedSaysWhatItTakesThePictureFor() {
        NeighbourSearch search = new NeighbourSearch(classifiers);
        Set<String> said = new HashSet<>();
        try (Engine engine = BACKEND.create(1)) {
            Classifier classifier = (Classifier) FeatureNetworks.of(DATA, engine, classifiers, () -> false, told -> {});
            for (float[] picture : List.of(disc(7, 1), cross(9, 0), disc(2, MOVED))) {
                String name = DATA.classNames().get(classifier.classify(picture, engine)[0]);
                NeighbourSearch.Answer answer = answer(search, picture, Resemblance.FEATURES);
                assertThat(answer.takenFor()).contains(name);
                assertThat(answer.words()).endsWith("The classifier takes the generated picture for: " + name + ".");
                said.add(name);
            }
        }
        assertThat(said).as("pictures that it tells apart").hasSizeGreaterThan(1);
        assertThat(answer(search, disc(7, 1), Resemblance.PIXELS).takenFor()).isEmpty();
    }

    @Test
    void aSearchThatIsNoLongerWantedStopsAmongTheFeaturesAndTheNextGoesOnFromThere() {
        NeighbourSearch search = new NeighbourSearch(classifiers);
        int[] asked = {0};
        List<String> said = new ArrayList<>();
        assertThat(search.answer(question(DATA, disc(7, 1)), Resemblance.FEATURES, () -> ++asked[0] < 3, said::add))
                .isEmpty();
        assertThat(asked[0]).isEqualTo(3);
        assertThat(said).endsWith("Searching … 512 of 1,100", "Searching … 1,024 of 1,100");
        assertThat(search.keptBytes()).isEqualTo(4L * 128 * 1024);
        assertThat(distances(answer(search, disc(7, 1), Resemblance.FEATURES)))
                .isEqualTo(distances(answer(new NeighbourSearch(classifiers), disc(7, 1), Resemblance.FEATURES)));
    }

    @Test
    void theTrainingOfTheClassifierIsSaidAndStopsWithTheSearch() {
        Path none = folder.resolve("none");
        int[] asked = {0};
        List<String> said = new ArrayList<>();
        assertThat(new NeighbourSearch(new ClassifierCache(none))
                        .answer(question(DATA, disc(7, 1)), Resemblance.FEATURES, () -> ++asked[0] < 3, said::add))
                .isEmpty();
        assertThat(asked[0]).isEqualTo(3);
        assertThat(said).last().asString().startsWith("Training the classifier once");
        assertThat(none).satisfiesAnyOf(path -> assertThat(path).doesNotExist(), path -> assertThat(Files.list(path))
                .isEmpty());
    }
}
