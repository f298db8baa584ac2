package com.leecyber.support.erasure;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long is kept what is needed for a while only; each at least a day.
 *
 * @param answers answers of the API that are repeated under the same {@code Idempotency-Key}
 * @param chatter what the bot said in its own dialogue, and files that it has fetched or given up
 * @param discardedMails contents of mails that a shift lead discarded; that they came, and who discarded them, is kept
 */
@ConfigurationProperties("support.retention")
record RetentionSettings(
        @DefaultValue("P30D") Duration answers,
        @DefaultValue("P30D") Duration chatter,
        @DefaultValue("P90D") Duration discardedMails) {

    RetentionSettings {
        require("answers", answers);
        require("chatter", chatter);
        require("discarded-mails", discardedMails);
    }

    private static void require(String setting, Duration kept) {
        if (kept.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("support.retention." + setting + " must be at least P1D: " + kept);
        }
    }
}
