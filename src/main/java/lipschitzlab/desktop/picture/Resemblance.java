package lipschitzlab.desktop.picture;

import java.util.Optional;
import java.util.stream.Stream;

/** By what pictures are found to be near to one another. */
enum Resemblance {
    PIXELS(
            "Pixels",
            "Pixel by pixel: a copy that is moved or brightened is far away",
            "A generator that has learned a picture by heart has a neighbour at nearly 0."),
    FEATURES(
            "Features",
            "By what a network sees in them: a copy that is moved or brightened a little is often among the nearest",
            "A picture that was learned by heart is often among the nearest even if it is moved or brightened a little; others of"
                    + " its class may be as near.");

    private final String title;
    private final String help;
    private final String meaning;

    Resemblance(String title, String help, String meaning) {
        this.title = title;
        this.help = help;
        this.meaning = meaning;
    }

    /** On its button. */
    String title() {
        return title;
    }

    /** Over its button. */
    String help() {
        return help;
    }

    /** What a small distance says, in a sentence. */
    String meaning() {
        return meaning;
    }

    /** The one of this name, if there is one. */
    static Optional<Resemblance> named(String name) {
        return Stream.of(values()).filter(each -> each.name().equals(name)).findFirst();
    }
}
