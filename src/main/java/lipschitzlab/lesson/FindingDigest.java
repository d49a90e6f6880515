package lipschitzlab.lesson;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lipschitzlab.lesson.Lesson.FigureSpec;
import lipschitzlab.lesson.Lesson.Variant;
import lipschitzlab.preset.PresetWriter;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.training.TrainingDigits;
import lipschitzlab.yaml.YamlText;

/**
 * Digests of what decides a finding, without prose, as SHA-256 in hexadecimal. Where one differs from that beside a finding, the
 * finding is stale.
 */
public final class FindingDigest {
    private static final String INTERVAL =
            "median with the percentile interval of the bootstrap, 95 %, at least " + Outcome.MIN_SEEDS + " seeds";

    private FindingDigest() {}

    /**
     * What decides a seed's measures: presets as resolved, measures, and {@link TrainingDigits#VERSION}. Whoever changes a verdict
     * only, its effect or its threshold, need not train again.
     */
    public static String ofRuns(Lesson lesson) {
        return hash(runs(lesson));
    }

    /** What decides a verdict: what decides the measures, and effect, threshold, direction and final seeds. */
    public static String ofVerdict(Lesson lesson) {
        Lesson.Check check = lesson.requireCheck();
        Map<String, Object> all = runs(lesson);
        all.put("effect", line(check.decision().effect().text()));
        all.put("threshold", check.decision().threshold());
        all.put("direction", check.decision().direction().id());
        all.put("seeds", check.seeds());
        all.put("interval", INTERVAL);
        return hash(all);
    }

    /** What the lesson's figure shows of the lanes of the first seed; empty where it shows none of them. */
    public static String figure(Lesson lesson) {
        FigureSpec figure = lesson.requireCheck().figure();
        return figure instanceof FigureSpec.Measures ? "" : figure.toString();
    }

    private static Map<String, Object> runs(Lesson lesson) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("digits", TrainingDigits.VERSION);
        all.put("alone", lesson.alone());
        Map<String, Object> variants = new LinkedHashMap<>();
        for (Variant variant : lesson.variants()) {
            variants.put("variant " + variant.name(), preset(variant));
        }
        all.put("variants", variants);
        Map<String, Object> measures = new LinkedHashMap<>();
        lesson.requireCheck()
                .measures()
                .forEach(measure ->
                        measures.put(measure.name(), line(measure.formula().text())));
        all.put("measures", measures);
        return all;
    }

    /** Without prose, and without the seed, in whose place each of the lesson's is put. */
    private static Map<String, Object> preset(Variant variant) {
        Map<String, Object> keys = PresetWriter.keys(variant.preset());
        List.of("title", "lookFor", "tuning", SharedSettings.SEED.key()).forEach(keys::remove);
        Map<?, ?> lanes = (Map<?, ?>) keys.get("lanes");
        lanes.values().forEach(lane -> ((Map<?, ?>) lane).remove("title"));
        return keys;
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String hash(Map<String, Object> all) {
        try {
            byte[] text = YamlText.of(all).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("expected SHA-256, which every Java has", impossible);
        }
    }
}
