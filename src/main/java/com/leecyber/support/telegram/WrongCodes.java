package com.leecyber.support.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts wrong codes by chat, over restarts and nodes: whoever guesses waits. */
@BotComponent
class WrongCodes {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final JdbcClient database;
    private final TelegramSettings settings;
    private final Clock clock;

    WrongCodes(JdbcClient database, TelegramSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    boolean areTooMany(long chat) {
        int recent = database.sql("select count(*) from telegram_wrong_code where chat_id = ? and said_at > ?")
                .params(chat, begin())
                .query(Integer.class)
                .single();
        return recent >= settings.codesPerHour();
    }

    void add(long chat) {
        database.sql("delete from telegram_wrong_code where said_at <= ?")
                .param(begin())
                .update();
        database.sql("insert into telegram_wrong_code (chat_id, said_at) values (?, ?)")
                .params(chat, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private OffsetDateTime begin() {
        return clock.instant().minus(WINDOW).atOffset(ZoneOffset.UTC);
    }
}
