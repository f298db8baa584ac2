package com.leecyber.support.customer;

import com.leecyber.support.proof.Sha256;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One-time codes that a customer reads in the panel and says in a chat. */
@Component
class ChatCodes {

    static final Duration LIFETIME = Duration.ofMinutes(15);

    /** No letter that looks like another; 32 of them, so ten are 50 bits. */
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 10;

    private final JdbcClient database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ChatCodes(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A new code; the customer's earlier ones end with it. */
    String create(long customerId) {
        StringBuilder code = new StringBuilder();
        random.ints(LENGTH, 0, LETTERS.length()).forEach(letter -> code.append(LETTERS.charAt(letter)));
        database.sql("delete from chat_code where customer_id = ? or expires_at <= ?")
                .params(customerId, now())
                .update();
        database.sql("insert into chat_code (code_hash, customer_id, expires_at) values (?, ?, ?)")
                .params(Sha256.hex(code.toString()), customerId, now().plus(LIFETIME))
                .update();
        return code.toString();
    }

    /** Whose code that is; it works no second time. */
    Optional<Long> redeem(String code) {
        return database.sql("delete from chat_code where code_hash = ? and expires_at > ? returning customer_id")
                .params(Sha256.hex(code.strip().toUpperCase(Locale.ROOT)), now())
                .query(Long.class)
                .optional();
    }

    void forget(long customerId) {
        database.sql("delete from chat_code where customer_id = ?")
                .param(customerId)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
