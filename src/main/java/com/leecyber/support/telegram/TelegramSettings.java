package com.leecyber.support.telegram;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the bot is reached. An installation that sets nonsense does not start, and nothing here ever shows the token.
 *
 * @param token the secret that BotFather gave; without one there is no bot
 * @param name the bot's name, without the {@code @}
 * @param api where the Bot API is
 * @param read whether this node reads what customers say; of several that do, one at a time asks Telegram
 * @param pollTimeout how long Telegram may hold a question for news
 * @param codesPerHour wrong codes that one chat may say in an hour
 * @param attempts after how many failures in a row what was said is put aside
 * @param keep how long what was said is kept as it came, once it was worked off
 */
@ConfigurationProperties("support.telegram")
record TelegramSettings(
        String token,
        @DefaultValue("leecyberbot") String name,
        @DefaultValue("https://api.telegram.org") URI api,
        @DefaultValue("true") boolean read,
        @DefaultValue("PT30S") Duration pollTimeout,
        @DefaultValue("5") int codesPerHour,
        @DefaultValue("5") int attempts,
        @DefaultValue("P30D") Duration keep) {

    static final String TOKEN = "support.telegram.token";

    TelegramSettings {
        // An environment variable without a value means «not set».
        token = token == null || token.isBlank() ? null : token.strip();
        require(
                token == null || token.matches("\\d{1,20}:[A-Za-z0-9_-]{10,200}"),
                "token",
                "must be as BotFather gave it: digits, a colon, letters and digits");
        require(name.matches("[A-Za-z0-9_]{3,40}"), "name", "must be the bot's name without @");
        require(
                ("http".equals(api.getScheme()) || "https".equals(api.getScheme()))
                        && api.getHost() != null
                        && (api.getPath().isEmpty() || "/".equals(api.getPath())),
                "api",
                "must be an address as https://api.telegram.org, without a path");
        require(
                !pollTimeout.isNegative() && pollTimeout.compareTo(Duration.ofSeconds(50)) <= 0,
                "poll-timeout",
                "must be between PT0S and PT50S");
        require(codesPerHour > 0, "codes-per-hour", "must be at least 1");
        require(attempts > 0, "attempts", "must be at least 1");
        // Telegram repeats what was not confirmed for a day: so long it must be known again.
        require(keep.compareTo(Duration.ofDays(2)) >= 0, "keep", "must be at least P2D");
    }

    private static void require(boolean condition, String setting, String complaint) {
        if (!condition) {
            throw new IllegalArgumentException("support.telegram." + setting + " " + complaint);
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "TelegramSettings[" + name + " at " + api + (token == null ? ", no token]" : "]");
    }
}
