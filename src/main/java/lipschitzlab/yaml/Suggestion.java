package lipschitzlab.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The word that somebody may have meant. */
public final class Suggestion {
    /** Comparing takes as long as a word is: nobody misspells one that is longer than this. */
    private static final int LONGEST = 100;

    private Suggestion() {}

    /** "Did you mean …? Allowed here: …, …." with the question left out if no word is near. */
    public static String among(String word, Collection<String> allowed) {
        return question(word, allowed) + allowed(allowed);
    }

    /** "Allowed here: …, …." */
    static String allowed(Collection<String> words) {
        return "Allowed here: " + String.join(", ", words) + ".";
    }

    /** "Did you mean …? " with a space at its end, or nothing if no word is near. */
    static String question(String word, Collection<String> allowed) {
        return nearest(word, allowed).map(near -> "Did you mean " + near + "? ").orElse("");
    }

    private static Optional<String> nearest(String word, Collection<String> allowed) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        return allowed.stream()
                .filter(candidate ->
                        isBeginning(word, candidate) || distance(word, candidate) <= tolerance(word, candidate))
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    private static boolean isBeginning(String word, String candidate) {
        return word.length() >= 3 && candidate.startsWith(word);
    }

    /** Half of the longer word may differ, but something must be the same. */
    private static int tolerance(String word, String candidate) {
        int longer = Math.max(word.length(), candidate.length());
        return Math.min(longer - 1, Math.max(2, longer / 2));
    }

    private static int distance(String word, String candidate) {
        return LevenshteinDistance.getDefaultInstance()
                .apply(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
    }
}
