package lipschitzlab.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FolderClassesTest {
    /** The class of a picture in each of these folders. */
    private static List<String> classes(String... folders) {
        LabelledPictures.Classes found = FolderClasses.of(
                "pets", List.of(folders), IntStream.range(0, folders.length).toArray());
        return Arrays.stream(found.labels()).mapToObj(found.names()::get).toList();
    }

    @Test
    void aClassIsTheOutermostFolderByWhichPicturesDiffer() {
        assertThat(classes("cat", "dog/old", "dog/young")).containsExactly("cat", "dog", "dog");
        assertThat(classes("all/cat/images", "all/dog/images")).containsExactly("cat", "dog");
    }

    @Test
    void foldersThatPartASetForTrainingAndTestingAreNoClasses() {
        assertThat(classes("train/cat", "train/dog", "Test/cat", "val/dog"))
                .containsExactly("cat", "dog", "cat", "dog");
        assertThat(classes("train", "test")).isEmpty();
    }

    @Test
    void picturesBesideTheFoldersOfOthersAreAClassCalledAfterTheFolderThatWasOpened() {
        assertThat(classes("", "cat")).containsExactly("pets", "cat");
    }

    @Test
    void oneFolderIsNoClass() {
        assertThat(classes("")).isEmpty();
        assertThat(classes("cat/old")).isEmpty();
    }

    @Test
    void numbersAreInTheOrderOfTheirSize() {
        LabelledPictures.Classes found =
                FolderClasses.of("digits", List.of("10", "2", "0", "b", "a"), new int[] {0, 1, 2, 3, 4});
        assertThat(found.names()).containsExactly("a", "b", "0", "2", "10");
        assertThat(found.labels()).containsExactly(4, 3, 2, 1, 0);
    }
}
