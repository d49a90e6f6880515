package lipschitzlab.desktop.autosave;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class AutosaveWordsTest {
    private static final ZonedDateTime NOON = ZonedDateTime.of(2026, 12, 1, 12, 0, 0, 0, ZoneId.of("Europe/Berlin"));

    private static String time(ZonedDateTime moment) {
        return AutosaveWords.time(moment.toInstant(), NOON);
    }

    @Test
    void aTimeIsToldAsAPersonWouldSayIt() {
        assertThat(time(NOON.minusHours(3))).isEqualTo("today at 09:00");
        assertThat(time(NOON.minusHours(13))).isEqualTo("yesterday at 23:00");
        assertThat(time(NOON.minusDays(2))).isEqualTo("29 November 2026 at 12:00");
    }

    @Test
    void theDayIsThatOfThePersonsClock() {
        assertThat(AutosaveWords.time(Instant.parse("2026-11-30T23:30:00Z"), NOON))
                .isEqualTo("today at 00:30");
    }

    @Test
    void spaceIsToldInMegabytes() {
        assertThat(AutosaveWords.megabytes(0)).isEqualTo("0 MB");
        assertThat(AutosaveWords.megabytes(1000)).isEqualTo("less than 1 MB");
        assertThat(AutosaveWords.megabytes(1_234_000_000)).isEqualTo("1,234 MB");
    }
}
