package lipschitzlab.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the cache lies; {@code AutosavePlaceTest} has the state. */
class UserFolderTest {
    private static final Path HOME = Path.of("home").toAbsolutePath();

    @Test
    void whatCanBeMadeAgainLiesWhereEachSystemKeepsSuch() {
        Path named = Path.of("named").toAbsolutePath();
        assertThat(UserFolder.CACHE.path("Linux", Map.of("XDG_CACHE_HOME", named.toString()), HOME))
                .isEqualTo(named.resolve("lipschitz-lab"));
        assertThat(UserFolder.CACHE.path("Linux", Map.of("XDG_CACHE_HOME", "relative"), HOME))
                .isEqualTo(HOME.resolve(Path.of(".cache", "lipschitz-lab")));
        assertThat(UserFolder.CACHE.path("Mac OS X", Map.of(), HOME))
                .isEqualTo(HOME.resolve(Path.of("Library", "Caches", "lipschitz-lab")));
        assertThat(UserFolder.CACHE.path("Windows 11", Map.of("LOCALAPPDATA", named.toString()), HOME))
                .isEqualTo(named.resolve(Path.of("lipschitz-lab", "cache")));
    }
}
