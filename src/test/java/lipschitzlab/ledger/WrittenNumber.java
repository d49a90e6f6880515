package lipschitzlab.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A number as a text has it.
 *
 * @param written such as {@code 98.9 %}, {@code 5·10⁻⁷} or {@code twice}
 * @param value 98.9 of the first: a per cent is not divided by 100
 * @param unit one in its last digit
 * @param start its place in the text
 * @param end the place behind it
 */
record WrittenNumber(String written, double value, double unit, int start, int end) {
    private static final Pattern DIGITS =
            Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}_.,^])(?<![\\p{L}\\p{N}]-)(?:[−-](?=\\d))?"
                    + "(?:\\d+(?:,\\d{3})+|\\d+|(?=\\.\\d))(?:\\.(?<decimals>\\d+))?(?:[eE](?<exponent>[−+-]?\\d+))?"
                    + "(?:·10(?<power>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))?(?: ?%)?(?![\\p{L}&&[^a-z]])");
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private static final Map<String, Integer> SMALL = Map.of("one", 1, "two", 2, "three", 3, "four", 4);
    private static final List<String> FROM_FIVE = List.of(
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS = List.of("twenty", "thirty", "forty", "fifty", "sixty");
    private static final Map<String, Double> FRACTIONS = Map.of(
            "half", 1 / 2.0,
            "third", 1 / 3.0,
            "quarter", 1 / 4.0,
            "fifth", 1 / 5.0,
            "tenth", 1 / 10.0,
            "twelfth", 1 / 12.0,
            "sixteenth", 1 / 16.0);

    /** Words below five count where a unit of measure follows: elsewhere they are grammar. */
    private static final Pattern WORDS = Pattern.compile("(?i)\\b(?:"
            + "(?<count>one|two|three|four)(?= (?:times|orders?|decades?|per cent|minutes?|seconds?|points)\\b)"
            + "|(?<many>one|a|two|three|four|nine) (?<parts>third|quarter|fifth|tenth|twelfth|sixteenth)s?"
            + "|(?<part>half|quarter|(?<=first )fifth|(?<=every )tenth)s?"
            + "|(?<tens>" + String.join("|", TENS) + ")(?:-(?<ones>one|two|three|four|" + String.join("|", FROM_FIVE)
            + "))?|(?<teen>" + String.join("|", FROM_FIVE) + ")|(?<twice>twice)|(?<hundred>hundred))\\b");

    /** All numbers of a text, from its beginning to its end. */
    static List<WrittenNumber> in(String text) {
        List<WrittenNumber> all = new ArrayList<>();
        DIGITS.matcher(text).results().forEach(found -> all.add(ofDigits(found)));
        WORDS.matcher(text).results().forEach(found -> all.add(ofWords(found)));
        text.chars()
                .filter(character -> "½¼".indexOf(character) >= 0)
                .distinct()
                .forEach(sign -> {
                    for (int at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
                        all.add(new WrittenNumber(text.substring(at, at + 1), sign == '½' ? 0.5 : 0.25, 0, at, at + 1));
                    }
                });
        all.sort(Comparator.comparingInt(WrittenNumber::start));
        return all;
    }

    private static WrittenNumber ofDigits(MatchResult found) {
        String written = found.group().strip();
        String plain = written.replace("−", "-").replaceAll("[,% ]", "").replaceAll("·10.*", "");
        int shift = exponent(plain) + power(written);
        int decimals =
                plain.replaceAll("[eE].*", "").replaceAll("^[^.]*\\.?", "").length();
        double value = Double.parseDouble(plain) * Math.pow(10, power(written));
        return new WrittenNumber(written, value, Math.pow(10, shift - decimals), found.start(), found.end());
    }

    private static int exponent(String plain) {
        int at = plain.toLowerCase(java.util.Locale.ROOT).indexOf('e');
        return at < 0 ? 0 : Integer.parseInt(plain.substring(at + 1));
    }

    private static int power(String written) {
        int at = written.indexOf("·10");
        if (at < 0) {
            return 0;
        }
        StringBuilder digits = new StringBuilder();
        written.substring(at + "·10".length())
                .replace(" ", "")
                .replace("%", "")
                .chars()
                .forEach(character -> digits.append(character == '⁻' ? "-" : SUPERSCRIPTS.indexOf(character)));
        return Integer.parseInt(digits.toString());
    }

    private static WrittenNumber ofWords(MatchResult found) {
        String words = found.group().toLowerCase(java.util.Locale.ROOT);
        return new WrittenNumber(found.group(), value(words), 0, found.start(), found.end());
    }

    private static double value(String words) {
        if (words.equals("twice")) {
            return 2;
        }
        if (words.equals("hundred")) {
            return 100;
        }
        double product = 1;
        double sum = 0;
        for (String word : words.split("[ -]")) {
            String singular = word.replaceFirst("(?<!^five)s$", "");
            if (FRACTIONS.containsKey(singular)) {
                product *= FRACTIONS.get(singular);
            } else if (TENS.contains(word)) {
                sum += 10 * (2 + TENS.indexOf(word));
            } else if (FROM_FIVE.contains(word)) {
                sum += 5 + FROM_FIVE.indexOf(word);
            } else {
                sum += SMALL.getOrDefault(word, 1);
            }
        }
        return product * (sum == 0 ? 1 : sum);
    }

    /** The value, of a per cent divided by 100. */
    double share() {
        return written.endsWith("%") ? value / 100 : value;
    }

    /** Whether this is another number at the digits that are written. */
    boolean says(double exact) {
        double slack = unit / 2 + 1e-9 * Math.abs(value);
        return Math.abs(exact - value) <= slack;
    }
}
