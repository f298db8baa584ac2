package com.leecyber.support.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

/** Shows an operator whether the bot hears Telegram, and what was put aside; the desk goes on without it. */
@BotComponent
class TelegramHealthIndicator extends AbstractHealthIndicator {

    private static final Status WARNING = new Status(
            "WARNING",
            "The bot hears nothing, or something was put aside: see last_error in telegram_update and telegram_file");

    private final Poller poller;
    private final Inbox inbox;
    private final SentFiles files;
    private final TelegramSettings settings;
    private final Clock clock;

    TelegramHealthIndicator(Poller poller, Inbox inbox, SentFiles files, TelegramSettings settings, Clock clock) {
        super("What the bot was told cannot be read");
        this.poller = poller;
        this.inbox = inbox;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Poller.Standing standing = poller.standing();
        Inbox.Figures figures = inbox.figures();
        long lostFiles = files.givenUp();
        boolean well = hears(standing) && figures.failed() == 0 && lostFiles == 0;
        health.status(well ? Status.UP : WARNING)
                .withDetail("reads", settings.read() ? standing.ours() ? "this node" : "another node" : "off")
                .withDetail(
                        "lastAnswer",
                        standing.lastAnswer().map(Instant::toString).orElse("none"))
                .withDetail("lastError", standing.lastError().orElse("none"))
                .withDetail("waiting", figures.waiting())
                .withDetail("failed", figures.failed())
                .withDetail("lostFiles", lostFiles);
    }

    /** Silence is no matter where another node listens; here Telegram answers at least once a poll. */
    private boolean hears(Poller.Standing standing) {
        Duration longest = settings.pollTimeout().plus(Duration.ofMinutes(1));
        return !standing.ours()
                || standing.lastError().isEmpty()
                        && standing.lastAnswer()
                                .map(answer -> answer.plus(longest).isAfter(clock.instant()))
                                .orElse(true);
    }
}
