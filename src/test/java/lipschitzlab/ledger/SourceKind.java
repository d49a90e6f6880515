package lipschitzlab.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The kinds of sources that a number can have. */
enum SourceKind {
    /** {@code lesson.measure}: the committed values of a measure, a seed each. */
    FINDING(true),
    /** An expression in numbers and in the program's constants, such as {@code optimizer.Adam.EPSILON}. */
    FORMULA(true),
    /** A column of a table in the documents: see {@link Tables#values}. */
    TABLE(true),
    /** The default of a setting or a number of its range: a name of {@link AllSettings}. */
    SETTING(true),
    /** A paper, in words. */
    PAPER(false),
    /** A command beside the number, in the same file, or one that runs the file. */
    BENCHMARK(false),
    /** A picture that the text shows, off which the number is read. */
    PICTURE(false),
    /** What was done once and left no file: who did it and how, in words. */
    RECORD(false),
    /** {@code path: words}: words of another file that set the number. */
    FILE(false),
    /** {@code Class.method}: a test that asserts it. */
    TEST(false);

    private final boolean valued;

    SourceKind(boolean valued) {
        this.valued = valued;
    }

    /** Whether it has a number of its own, with which the written one is compared. */
    boolean valued() {
        return valued;
    }

    /** The key in a ledger. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(SourceKind::key).toList();
    }
}
