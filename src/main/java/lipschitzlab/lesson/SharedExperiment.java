package lipschitzlab.lesson;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import lipschitzlab.lesson.Lesson.View;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.preset.PresetWriter;
import lipschitzlab.setting.CountSetting;
import lipschitzlab.setting.InputException;
import lipschitzlab.yaml.Section;
import lipschitzlab.yaml.SourceLocation;
import lipschitzlab.yaml.TreeParser;
import lipschitzlab.yaml.YamlText;
import lipschitzlab.yaml.YamlTree;
import lipschitzlab.yaml.YamlTree.Entries;

/**
 * An experiment as one line of text, which fits into a message and into a QR code: its preset in full, everything that was changed while it
 * trained, the step at which it stood, and what was on show. The path of a data file is left out: it is nobody else's.
 *
 * <p>The line is {@code lipschitz-lab:1:} and, in the letters of RFC 4648's URL-safe base 64, the YAML packed by zlib (RFC 1950) with a dictionary,
 * whose check sum finds a line that was cut or mistyped.
 *
 * @param preset with the changes to replay
 * @param step generator steps that were done
 * @param view what the window showed
 */
public record SharedExperiment(Preset preset, int step, View view) {
    private static final String PREFIX = "lipschitz-lab:";
    private static final String VERSION = "1";
    private static final String DICTIONARY = "shared-1.txt";
    private static final String SHARED = "-shared";
    private static final String WHERE = "the copied experiment";
    private static final String NAME = "name";
    private static final String EXPERIMENT = "experiment";
    private static final CountSetting STEP = new CountSetting("step", "Step", "", 0, Integer.MAX_VALUE, 0, false, "");

    /** The longest text that is unpacked, so that no line of a joker fills the memory. */
    private static final int MAX_BYTES = 1 << 20;

    /** Leaves out where a data file lies. */
    public SharedExperiment {
        preset = preset.withData(new lipschitzlab.preset.DataSpec(
                preset.data().kind(), preset.data().values(), Optional.empty()));
    }

    /** Whether a text is meant to be such a line. */
    public static boolean recognises(String text) {
        return text.strip().startsWith(PREFIX);
    }

    /** The line. */
    public String text() {
        Map<String, Object> top = new LinkedHashMap<>();
        top.put(NAME, preset.name());
        top.put(STEP.key(), step);
        top.put(LessonViewReader.VIEW, LessonWriter.view(view));
        top.put(EXPERIMENT, PresetWriter.keys(preset));
        byte[] packed = packed(YamlText.of(top).getBytes(StandardCharsets.UTF_8));
        return PREFIX + VERSION + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(packed);
    }

    /**
     * The experiment of a line. Blanks within it, as mail puts them there, do no harm.
     *
     * @throws InputException if the line is no experiment, was cut or mistyped, or is of a version that this one does not know
     */
    public static SharedExperiment of(String line) {
        String text = line.replaceAll("\\s", "");
        String start = PREFIX + VERSION + ":";
        if (!text.startsWith(PREFIX)) {
            throw new InputException(
                    "the clipboard",
                    "an experiment as one line, which begins with " + start,
                    "another text",
                    "Copy a whole line that Save, Copy the experiment as a line of text made.");
        }
        if (!text.startsWith(start)) {
            throw new InputException(
                    WHERE,
                    "a line that begins with " + start,
                    text.substring(0, Math.min(text.length(), start.length() + 4)) + " …",
                    "It comes from a newer version of the lab. Open it there, or ask for the experiment as a preset.");
        }
        return read(new String(unpacked(text.substring(start.length())), StandardCharsets.UTF_8));
    }

    private static SharedExperiment read(String yaml) {
        YamlTree tree = TreeParser.parse(yaml, number -> SourceLocation.option(WHERE));
        Section top = Section.of(WHERE, SourceLocation.option(WHERE), tree);
        top.allow(List.of(NAME, STEP.key(), LessonViewReader.VIEW, EXPERIMENT));
        String name = top.requireText(NAME);
        if (!(top.require(EXPERIMENT).value() instanceof Entries experiment)) {
            throw damaged("one without an experiment");
        }
        Preset preset = PresetReader.preset(name.endsWith(SHARED) ? name : name + SHARED, experiment);
        View view = new LessonViewReader(top, List.of(new Lesson.Variant("", preset))).view();
        return new SharedExperiment(preset, top.requireValue(STEP), view);
    }

    private static byte[] packed(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setDictionary(dictionary());
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] part = new byte[1024];
            while (!deflater.finished()) {
                packed.write(part, 0, deflater.deflate(part));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] unpacked(String letters) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(Base64.getUrlDecoder().decode(letters));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] part = new byte[4096];
            while (!inflater.finished()) {
                int count = inflater.inflate(part);
                if (count == 0 && inflater.needsDictionary()) {
                    inflater.setDictionary(dictionary());
                } else if (count == 0 || bytes.size() > MAX_BYTES) {
                    throw damaged(
                            count == 0 ? "one that ends too early" : "one of more than " + MAX_BYTES + " letters");
                }
                bytes.write(part, 0, count);
            }
            return bytes.toByteArray();
        } catch (DataFormatException | IllegalArgumentException unfit) {
            throw damaged("one with wrong letters in it");
        } finally {
            inflater.end();
        }
    }

    private static InputException damaged(String found) {
        return new InputException(
                WHERE,
                "a whole line, as it was copied",
                found,
                "Copy the line again, from its first letter to its last.");
    }

    /** What most experiments say, so that only what is special takes room. It never changes: lines that are out there need it. */
    private static byte[] dictionary() {
        try (InputStream stream = SharedExperiment.class.getResourceAsStream(DICTIONARY)) {
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
