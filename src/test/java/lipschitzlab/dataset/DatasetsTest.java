package lipschitzlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lipschitzlab.setting.ByKey;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatasetsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(DatasetKind.class)
    void everyKindMakesADatasetThatBearsItsIdAndForm(DatasetKind kind) throws IOException {
        Dataset data = Datasets.create(kind, new Values(kind.settings()), fileFor(kind));
        assertThat(data.name()).isEqualTo(kind.id());
        assertThat(data.sampleShape().rank()).isEqualTo(kind.images() ? 3 : 1);
        assertThat(Datasets.kind(kind.id(), "--data")).isEqualTo(kind);
    }

    private Optional<Path> fileFor(DatasetKind kind) throws IOException {
        if (!kind.needsFile()) {
            return Optional.empty();
        }
        if (kind == DatasetKind.PICTURES) {
            return Optional.of(Files.write(folder.resolve("test_batch.bin"), PictureFiles.batch(2)));
        }
        byte[] content = kind.images() ? IdxFiles.pictures(2, 28, 28) : "x,y\n1,2\n3,4\n".getBytes();
        return Optional.of(Files.write(folder.resolve("data"), content));
    }

    @ParameterizedTest
    @EnumSource(
            value = DatasetKind.class,
            names = {"CSV", "IDX", "PICTURES"})
    void aKindThatNeedsAFileAsksForIt(DatasetKind kind) {
        assertThatThrownBy(() -> Datasets.create(kind, new Values(kind.settings()), Optional.empty()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("dataset " + kind.id())
                .hasMessageContaining("Name the file");
    }

    @Test
    void theDistanceOfTheSegmentsIsASetting() {
        Values values = ByKey.with(new Values(DatasetKind.DISJOINT.settings()), "distance", "4");
        DisjointSegments data = (DisjointSegments) Datasets.create(DatasetKind.DISJOINT, values, Optional.empty());
        assertThat(data.real().x()).isEqualTo(4 / 2.0);
    }

    @Test
    void anUnknownIdListsTheKnownOnes() {
        assertThatThrownBy(() -> Datasets.kind("nine-gaussians", "preset.yaml, line 3"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("preset.yaml, line 3: expected one of eight-gaussians, ")
                .hasMessageContaining("'nine-gaussians'");
    }
}
