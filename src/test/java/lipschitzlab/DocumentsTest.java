package lipschitzlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.preset.Presets;
import lipschitzlab.setting.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents list by hand is what the program has. */
class DocumentsTest {
    private static final Path README = Path.of("README.md");
    private static final Path GLOSSARY = Path.of("src/site/markdown/glossary.md");
    private static final int MAX_README_LINES = 160;
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(?:#([^)\\s]*))?\\)");

    private static List<String> rows(Path document) throws IOException {
        return Files.readAllLines(document).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
    }

    /** What stands in backquotes in a table's cell. */
    private static List<String> code(String row, int cell) {
        Matcher found = Pattern.compile("`([^`]+)`").matcher(row.split("\\|")[cell]);
        return found.results().map(each -> each.group(1)).toList();
    }

    @ParameterizedTest
    @EnumSource(ConstraintKind.class)
    void theReadmeHasARowForEachConstraintWithItsSettings(ConstraintKind kind) throws IOException {
        assertThat(rows(README))
                .filteredOn(row -> code(row, 1).equals(List.of(kind.id())))
                .as("the row of `" + kind.id() + "` in the README's table of constraints")
                .singleElement()
                .satisfies(row -> assertThat(code(row, 3))
                        .isEqualTo(kind.settings().stream().map(Setting::key).toList()));
    }

    @ParameterizedTest
    @EnumSource(ConstraintKind.class)
    void theGlossaryNamesThePaperOfEachConstraint(ConstraintKind kind) throws IOException {
        assertThat(rows(GLOSSARY).stream().flatMap(row -> code(row, 1).stream()))
                .as("the constraints in the glossary's table")
                .contains(kind.id());
    }

    @Test
    void theReadmeNamesEveryPresetAndIsShort() throws IOException {
        assertThat(Files.readString(README))
                .contains(Presets.names().stream().map(name -> "`" + name + "`").toList());
        assertThat(Files.readAllLines(README)).hasSizeLessThan(MAX_README_LINES);
    }

    private static Stream<Path> documents() throws IOException {
        Stream<Path> pages = Files.list(GLOSSARY.getParent());
        return Stream.concat(Stream.of(README, Path.of("CONTRIBUTING.md")), pages.sorted());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksLeadSomewhere(Path document) throws IOException {
        Path folder = document.toAbsolutePath().getParent();
        assertThat(LINK.matcher(Files.readString(document))
                        .results()
                        .map(link -> link.group(1))
                        .filter(target -> !target.contains(":")))
                .allSatisfy(target -> assertThat(folder.resolve(target)).exists());
    }
}
