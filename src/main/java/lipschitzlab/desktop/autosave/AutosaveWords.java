package lipschitzlab.desktop.autosave;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import lipschitzlab.desktop.control.Texts;
import lipschitzlab.export.autosave.Autosaved;

/** Kept runs as the window tells them. */
final class AutosaveWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private AutosaveWords() {}

    /** Such as {@code 8 Gaussians, step 3,000, today at 14:02}. */
    static String inWords(Autosaved run) {
        return run.title() + ", " + standing(run);
    }

    /** Such as {@code step 3,000, saved today at 14:02}. */
    static String standing(Autosaved run) {
        String time = time(run.saved(), ZonedDateTime.now(ZoneId.systemDefault()));
        return run.damage().isPresent() ? "damaged, " + time : "step " + Texts.count(run.step()) + ", saved " + time;
    }

    /** Such as {@code today at 14:02}, {@code yesterday at 9:30} or {@code 30 November 2026 at 9:30}. */
    static String time(Instant moment, ZonedDateTime now) {
        ZonedDateTime then = moment.atZone(now.getZone());
        LocalDate day = then.toLocalDate();
        String hour = " at " + TIME.format(then);
        if (day.equals(now.toLocalDate())) {
            return "today" + hour;
        }
        return (day.equals(now.toLocalDate().minusDays(1)) ? "yesterday" : DAY.format(then)) + hour;
    }

    /** Such as {@code 230 MB}. */
    static String megabytes(long bytes) {
        long whole = Math.round(bytes / 1e6);
        return bytes > 0 && whole == 0 ? "less than 1 MB" : Texts.count(whole) + " MB";
    }

    /** Such as {@code 1 run} or {@code 3 runs}. */
    static String runs(int count) {
        return count == 1 ? "1 run" : Texts.count(count) + " runs";
    }
}
