package lipschitzlab.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeSpaceTest {
    @Test
    void aFolderThatIsYetToBeMadeHasTheRoomOfItsDisk(@TempDir Path folder) {
        assertThat(FreeSpace.at(folder.resolve("a/b/c")).orElseThrow()).isPositive();
    }
}
