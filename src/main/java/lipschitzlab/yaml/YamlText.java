package lipschitzlab.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lipschitzlab.setting.NumberSetting;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Maps, lists, numbers and texts to YAML as a person would write it. */
public final class YamlText {
    private static final int LINE = 100;

    /** Characters that some take for the end of a line: unless it is quoted, a text is then read in other lines than written. */
    private static final Pattern RARE_BREAK = Pattern.compile("[\\r\\x{85}\\x{2028}\\x{2029}]");

    private static final DumpSettings SETTINGS =
            DumpSettings.builder().setWidth(LINE).build();

    private YamlText() {}

    /** A block of YAML. A value may be a {@link Map}, a {@link List}, a {@link Number}, a {@link Boolean}; others are text. */
    public static String of(Map<String, ?> mapping) {
        Characters written = new Characters(new StringBuilder());
        new Dump(SETTINGS).dumpNode(mapping(mapping, FlowStyle.BLOCK), written);
        return written.characters().toString();
    }

    /** Whether a text in YAML may have this character, given as a Unicode code point. */
    public static boolean canHold(int character) {
        return StreamReader.isPrintable(character);
    }

    private record Characters(StringBuilder characters) implements StreamDataWriter {
        @Override
        public void write(String text) {
            characters.append(text);
        }

        @Override
        public void write(String text, int offset, int length) {
            characters.append(text, offset, offset + length);
        }
    }

    private static Node node(Object value) {
        if (value instanceof Map<?, ?> map) {
            return mapping(map, FlowStyle.BLOCK);
        }
        if (value instanceof List<?> list) {
            return sequence(list);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        return value instanceof Boolean ? plain(Tag.BOOL, value.toString()) : text(String.valueOf(value));
    }

    private static MappingNode mapping(Map<?, ?> map, FlowStyle style) {
        List<NodeTuple> tuples = new ArrayList<>();
        map.forEach((key, value) -> tuples.add(new NodeTuple(text(key.toString()), node(value))));
        return new MappingNode(Tag.MAP, tuples, style);
    }

    /** Lists of numbers and words on one line, lists of mappings or sentences with one line for each. */
    private static SequenceNode sequence(List<?> list) {
        boolean apart = list.stream().anyMatch(YamlText::wantsItsLine);
        List<Node> nodes = new ArrayList<>();
        for (Object item : list) {
            nodes.add(item instanceof Map<?, ?> map ? mapping(map, FlowStyle.FLOW) : node(item));
        }
        return new SequenceNode(Tag.SEQ, nodes, apart ? FlowStyle.BLOCK : FlowStyle.FLOW);
    }

    private static boolean wantsItsLine(Object item) {
        return item instanceof Map || (item instanceof String text && text.contains(" "));
    }

    private static ScalarNode number(Number number) {
        double value = number.doubleValue();
        if (number instanceof Long || number instanceof Integer) {
            return plain(Tag.INT, number.toString());
        }
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return text(number.toString());
        }
        String text = NumberSetting.format(value);
        return plain(text.matches("-?\\d+") ? Tag.INT : Tag.FLOAT, text);
    }

    private static ScalarNode plain(Tag tag, String text) {
        return new ScalarNode(tag, text, ScalarStyle.PLAIN);
    }

    private static ScalarNode text(String text) {
        ScalarStyle style = ScalarStyle.PLAIN;
        if (RARE_BREAK.matcher(text).find()) {
            style = ScalarStyle.DOUBLE_QUOTED;
        } else if (text.contains("\n")) {
            style = ScalarStyle.LITERAL;
        } else if (text.length() > LINE) {
            style = ScalarStyle.FOLDED;
        }
        return new ScalarNode(Tag.STR, true, text, style, Optional.empty(), Optional.empty());
    }
}
