package lipschitzlab.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lipschitzlab.setting.Assignment;
import lipschitzlab.setting.CountSetting;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Quoted;
import lipschitzlab.setting.Setting;
import lipschitzlab.yaml.Section;
import lipschitzlab.yaml.Suggestion;
import lipschitzlab.yaml.YamlTree;
import lipschitzlab.yaml.YamlTree.Entry;
import lipschitzlab.yaml.YamlTree.Items;
import lipschitzlab.yaml.YamlTree.Text;

/** Reads {@code changes:}, what the record of a run says was changed while it ran. */
final class ChangesReader {
    private static final int MAX_STEPS = 100_000_000;
    /** In place of a setting's key: the horizon was moved. */
    static final String EXTEND = "extend";

    private static final String LANE = "lane";
    private static final String KEY = "key";
    private static final String VALUE = "value";
    private static final CountSetting STEP =
            new CountSetting("step", "Step", "", 0, MAX_STEPS, 0, false, "Generator steps done by then.");
    private static final CountSetting EXTENSION =
            new CountSetting(VALUE, "Steps more", "", 1, MAX_STEPS, 1, false, "Steps from the change on.");

    private final List<LaneSpec> lanes;

    private ChangesReader(List<LaneSpec> lanes) {
        this.lanes = lanes;
    }

    static List<Change> read(Entry changes, List<LaneSpec> lanes) {
        if (changes.value() instanceof Text text && text.isBlank()) {
            return List.of();
        }
        if (!(changes.value() instanceof Items list)) {
            throw new InputException(
                    changes.location().text(),
                    "a list of changes",
                    changes.value().description(),
                    "Write - {step: 100, lane: gradient-penalty, key: lambda, value: 10}");
        }
        ChangesReader reader = new ChangesReader(lanes);
        List<Change> read = new ArrayList<>();
        for (YamlTree item : list.items()) {
            read.add(reader.change(Section.of("change " + (read.size() + 1), item.location(), item)));
        }
        return read;
    }

    private Change change(Section section) {
        section.allow(List.of(STEP.key(), LANE, KEY, VALUE));
        int step = section.requireValue(STEP);
        LaneSpec lane = lane(section);
        String key = section.requireText(KEY);
        String value = section.requireText(VALUE);
        String where = section.require(VALUE).location().text();
        return key.equals(EXTEND)
                ? new Change.Extension(step, lane.id(), EXTENSION.parse(value, where))
                : new Change.Value(step, lane.id(), Assignment.parse(live(section, lane, key), value, where));
    }

    private LaneSpec lane(Section section) {
        String id = section.requireText(LANE);
        List<String> ids = lanes.stream().map(LaneSpec::id).toList();
        Optional<LaneSpec> found =
                lanes.stream().filter(lane -> lane.id().equals(id)).findFirst();
        return found.orElseThrow(() -> new InputException(
                section.require(LANE).location().text(),
                "a lane of this preset",
                Quoted.of(id),
                Suggestion.among(id, ids)));
    }

    private static Setting<?> live(Section section, LaneSpec lane, String key) {
        List<Setting<?>> live = lane.values().settings().stream()
                .<Setting<?>>filter(Setting::live)
                .toList();
        Optional<Setting<?>> found =
                live.stream().filter(setting -> setting.key().equals(key)).findFirst();
        List<String> allowed = new ArrayList<>(live.stream().map(Setting::key).toList());
        allowed.add(EXTEND);
        return found.orElseThrow(() -> new InputException(
                section.require(KEY).location().text(),
                "a setting of lane " + lane.id() + " that can change while it runs",
                Quoted.of(key),
                Suggestion.among(key, allowed)));
    }
}
