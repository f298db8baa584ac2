package com.leecyber.support.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;

/**
 * Asks Telegram for news. What came is committed before the next question confirms it, so that nothing is lost while the
 * database is down; Telegram itself keeps news for a day.
 */
@BotComponent
class Poller {

    private static final Logger log = LoggerFactory.getLogger(Poller.class);

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration UNTIL_OUR_TURN = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final BotApi api;
    private final Inbox inbox;
    private final Turn turn;
    private final Words words;
    private final Clock clock;

    private Long offset;
    private boolean introduced;
    private int failures;
    private volatile Instant lastAnswer;
    private volatile String lastError;
    private volatile boolean ours;

    Poller(BotApi api, Inbox inbox, Turn turn, Words words, Clock clock) {
        this.api = api;
        this.inbox = inbox;
        this.turn = turn;
        this.words = words;
        this.clock = clock;
    }

    /** How the asking goes; an error is there until the next answer. */
    record Standing(boolean ours, Optional<Instant> lastAnswer, Optional<String> lastError) {}

    Standing standing() {
        return new Standing(ours, Optional.ofNullable(lastAnswer), Optional.ofNullable(lastError));
    }

    /**
     * Asks once, if it is this node's turn.
     *
     * @return how long to wait before the next time
     */
    Duration poll() {
        try {
            ours = turn.isOurs();
            if (!ours) {
                return UNTIL_OUR_TURN;
            }
            ask();
            failures = 0;
            lastError = null;
            return AT_ONCE;
        } catch (Exception e) {
            return failed(e);
        }
    }

    /** Asks Telegram once and keeps what it says. */
    private void ask() {
        if (!introduced) {
            api.endWebhook();
            offerCommands();
            introduced = true;
        }
        List<JsonNode> updates = api.updates(offset);
        inbox.store(updates);
        // After a quiet week Telegram begins to count anew, so only what was just stored is confirmed, and nothing by
        // an
        // old number.
        offset = updates.stream()
                .map(update -> update.path("update_id").asLong() + 1)
                .max(Long::compare)
                .orElse(null);
        lastAnswer = clock.instant();
    }

    /** The menu is a comfort: without it the bot hears as well. */
    private void offerCommands() {
        try {
            api.offer(commands(Locale.forLanguageTag("ru")), null);
            api.offer(commands(Locale.ENGLISH), "en");
        } catch (BotFailure failure) {
            log.warn("The bot's menu of commands was not set: {}", failure.getMessage());
        }
    }

    private List<BotCommand> commands(Locale language) {
        return Stream.of(Command.NEW, Command.TICKETS, Command.HELP, Command.CANCEL, Command.LANGUAGE, Command.UNLINK)
                .map(Enum::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .map(name -> new BotCommand(name, words.of(language, "telegram.command." + name)))
                .toList();
    }

    private Duration failed(Exception cause) {
        failures++;
        // Telegram's addresses contain the token: of what BotApi reports the text is safe, and the rest never saw one.
        lastError = Line.of(cause.toString(), 500);
        Duration pause =
                cause instanceof BotFailure failure && failure.retryAfter().isPresent()
                        ? failure.retryAfter().get()
                        : pauseAfter(failures);
        log.warn("The bot hears nothing, attempt {}, next in {}: {}", failures, pause, lastError);
        return pause;
    }

    /** 1 s, 2 s, 4 s … up to a minute. */
    static Duration pauseAfter(int failures) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(failures - 1, 10));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
