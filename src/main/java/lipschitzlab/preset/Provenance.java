package lipschitzlab.preset;

import java.util.LinkedHashMap;
import java.util.Map;

/** What every file of a run says of where it comes from. */
public final class Provenance {
    private Provenance() {}

    /** The preset's name and the seed, by key, in the order in which a picture's metadata has them; may be added to. */
    public static Map<String, String> of(Preset preset) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("preset", preset.name());
        texts.put("seed", Integer.toString(preset.shared().get(SharedSettings.SEED)));
        return texts;
    }
}
