package com.leecyber.support.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.status.StatusNotice.Kind;
import com.leecyber.support.status.StatusNotice.Stage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class StatusTimesTest {

    private final StatusTimes times = new StatusTimes(ZoneId.of("Europe/Moscow"), Locale.forLanguageTag("ru"));

    @Test
    void aWindowWithinOneDaySaysTheDayOnce() {
        assertThat(times.window(notice("2026-11-28T00:00:00Z", "2026-11-28T02:30:00Z")))
                .isEqualTo("28 ноября 2026, 03:00 – 05:30 MSK");
    }

    @Test
    void aWindowOverMidnightInTheDesksZoneSaysBoth() {
        assertThat(times.window(notice("2026-11-28T20:00:00Z", "2026-11-28T22:00:00Z")))
                .isEqualTo("28 ноября 2026, 23:00 – 29 ноября 2026, 01:00 MSK");
    }

    @Test
    void whatHasNoEndYetNamesItsBeginning() {
        assertThat(times.window(notice("2026-11-28T20:00:00Z", null))).isEqualTo("28 ноября 2026, 23:00 MSK");
    }

    private static StatusNotice notice(String from, String to) {
        return new StatusNotice(
                "PW-2026-000001",
                Kind.PLANNED_WORKS,
                Stage.PLANNED,
                List.of(),
                Instant.parse(from),
                to == null ? null : Instant.parse(to),
                "ru",
                "en",
                List.of());
    }
}
