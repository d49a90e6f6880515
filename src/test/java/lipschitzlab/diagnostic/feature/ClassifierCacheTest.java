package lipschitzlab.diagnostic.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.dataset.DrawnShapes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierCacheTest {
    private static final Dataset DATA = new DrawnShapes(16, 1);

    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();
    private Engine engine;
    private int trainings;

    @BeforeEach
    void open() {
        engine = EngineUnderTest.chosen().create(1);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Classifier classifier(Path where, Dataset data) {
        return new ClassifierCache(where).classifier(data, engine, told::add, () -> {
            trainings++;
            return new ClassifierTraining(data, 2).train(engine, () -> false);
        });
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    @Test
    void itIsTrainedOnceAndThenTheSameToTheLastDigit() {
        Classifier trained = classifier(folder, DATA);
        Classifier kept = classifier(folder, DATA);
        assertThat(trainings).isEqualTo(1);
        assertThat(told).isEmpty();
        assertThat(kept.words()).isEqualTo(trained.words());
        for (int i = 0; i < trained.network().arrays().size(); i++) {
            assertThat(kept.network().arrays().get(i))
                    .isEqualTo(trained.network().arrays().get(i));
        }
    }

    @Test
    void otherDataHaveAnother() {
        classifier(folder, DATA);
        classifier(folder, new DrawnShapes(18, 1));
        assertThat(trainings).isEqualTo(2);
    }

    @Test
    void aFileThatIsBrokenIsToldAndReplaced() throws IOException {
        classifier(folder, DATA);
        byte[] whole = Files.readAllBytes(onlyFile());
        for (int length : new int[] {0, 5, 200, whole.length - 1}) {
            told.clear();
            Files.write(onlyFile(), Arrays.copyOf(whole, length));
            classifier(folder, DATA);
            assertThat(told).singleElement().asString().contains("trained anew");
            assertThat(Files.readAllBytes(onlyFile())).isEqualTo(whole);
        }
        assertThat(trainings).isEqualTo(5);
    }

    @Test
    void aFileOfOtherDataUnderTheSameNameIsToldAndReplaced() throws IOException {
        classifier(folder, new DrawnShapes(18, 1));
        Path others = onlyFile();
        byte[] bytes = Files.readAllBytes(others);
        Files.delete(others);
        classifier(folder, DATA);
        Files.write(onlyFile(), bytes);
        classifier(folder, DATA);
        assertThat(told).singleElement().asString().contains("one of other data");
        assertThat(trainings).isEqualTo(3);
    }

    @Test
    void whereNothingCanBeWrittenItIsToldAndUsedAllTheSame() throws IOException {
        Path file = Files.writeString(folder.resolve("a file"), "no folder");
        Classifier trained = classifier(file.resolve("classifiers"), DATA);
        assertThat(trained.dimension()).isEqualTo(128);
        assertThat(told).singleElement().asString().contains("could not be kept");
    }

    @Test
    void aDigestTellsDataApart() {
        String key = DataKey.of(DATA, "1");
        assertThat(DataKey.of(new DrawnShapes(16, 1), "1")).isEqualTo(key);
        assertThat(List.of(
                        DataKey.of(DATA, "2"),
                        DataKey.of(new DrawnShapes(18, 1), "1"),
                        DataKey.of(new DrawnShapes(16, 3), "1")))
                .doesNotContain(key)
                .doesNotHaveDuplicates();
    }
}
