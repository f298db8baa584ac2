package com.leecyber.support.works;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The times of planned works. An installation that sets nonsense does not start.
 *
 * @param notice how long before they begin everybody must have been told: what R6.1 promises, or longer
 * @param longest how long one window may be
 * @param reminder how long before they begin customers are reminded
 */
@ConfigurationProperties("support.works")
record WorksSettings(
        @DefaultValue("PT12H") Duration notice,
        @DefaultValue("PT24H") Duration longest,
        @DefaultValue("PT2H") Duration reminder) {

    private static final Duration PROMISED = Duration.ofHours(12);

    WorksSettings {
        if (notice.compareTo(PROMISED) < 0) {
            throw new IllegalArgumentException(
                    "support.works.notice must not be shorter than R6.1 promises: " + notice);
        }
        if (longest.isNegative() || longest.isZero()) {
            throw new IllegalArgumentException("support.works.longest must be positive: " + longest);
        }
        if (reminder.isNegative() || reminder.compareTo(notice) >= 0) {
            throw new IllegalArgumentException("support.works.reminder must be shorter than the notice: " + reminder);
        }
    }
}
