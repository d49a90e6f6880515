package lipschitzlab.preset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lipschitzlab.dataset.DatasetKind;
import lipschitzlab.dataset.Datasets;
import lipschitzlab.file.FileNameEncoding;
import lipschitzlab.setting.Setting;
import lipschitzlab.yaml.Section;
import lipschitzlab.yaml.SourceLocation;
import lipschitzlab.yaml.YamlTree.Entry;

/** Reads {@code data:}. */
final class DataReader {
    private static final String KIND = "kind";
    private static final String FILE = "file";

    private DataReader() {}

    static DataSpec read(Entry data) {
        Section section = Section.of("data", data);
        DatasetKind kind = kind(section);
        section.allow(keys(kind), key -> elsewhere(key, kind));
        return new DataSpec(kind, section.values(kind.settings()), file(section));
    }

    private static DatasetKind kind(Section section) {
        if (section.find(KIND).isEmpty()) {
            section.allow(allKeys());
        }
        String id = section.requireText(KIND);
        return Datasets.kind(id, section.require(KIND).location().text());
    }

    private static List<String> keys(DatasetKind kind) {
        List<String> keys = new ArrayList<>(List.of(KIND));
        if (kind.needsFile()) {
            keys.add(FILE);
        }
        kind.settings().stream().map(Setting::key).forEach(keys::add);
        return keys;
    }

    private static List<String> allKeys() {
        return Datasets.kinds().stream()
                .flatMap(kind -> keys(kind).stream())
                .distinct()
                .toList();
    }

    private static Optional<String> elsewhere(String key, DatasetKind kind) {
        List<String> owners = Datasets.kinds().stream()
                .filter(other -> keys(other).contains(key))
                .map(DatasetKind::id)
                .toList();
        return owners.isEmpty()
                ? Optional.empty()
                : Optional.of(key + " belongs to the data kind " + String.join(" or ", owners) + "; this one is "
                        + kind.id() + ".");
    }

    private static Optional<Path> file(Section section) {
        if (section.text(FILE).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(resolve(section.text(FILE), section.require(FILE).location()));
    }

    /** A relative path is looked up beside the preset first, so that both can be moved together. */
    private static Path resolve(String text, SourceLocation location) {
        Path path = FileNameEncoding.ofThisProgram().path(text, location.text());
        return location.folder()
                .map(folder -> folder.resolve(path))
                .filter(Files::exists)
                .orElse(path)
                .toAbsolutePath()
                .normalize();
    }
}
