package com.leecyber.support.panel;

import com.leecyber.support.channel.Retrying;
import com.leecyber.support.proof.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A form does its work once, however often and however parallel it is sent. Each carries a key of its own; with other
 * contents the same key is another form, for whoever went back and wrote something else.
 */
@Component
class OneTimeForms {

    private final Retrying retrying;
    private final JdbcClient database;
    private final Clock clock;

    OneTimeForms(Retrying retrying, JdbcClient database, Clock clock) {
        this.retrying = retrying;
        this.database = database;
        this.clock = clock;
    }

    /** The key, if it is one; else a new one. */
    static UUID key(String text) {
        try {
            return text == null ? UUID.randomUUID() : UUID.fromString(text);
        } catch (IllegalArgumentException noKey) {
            return UUID.randomUUID();
        }
    }

    /**
     * Does what the form asks for, in one transaction.
     *
     * @param action returns the number of the ticket that the form led to
     * @return that number; when the form was done before, the one from then
     */
    String once(long customerId, UUID key, Contents contents, Supplier<String> action) {
        String hash = contents.hash();
        return retrying.transaction(() -> {
            int first = database.sql("insert into sent_form (customer_id, key, contents_hash, sent_at)"
                            + " values (?, ?, ?, ?) on conflict do nothing")
                    .params(customerId, key, hash, now())
                    .update();
            if (first == 0) {
                return earlier(customerId, key, hash);
            }
            String ticket = action.get();
            database.sql("update sent_form set ticket = ? where customer_id = ? and key = ? and contents_hash = ?")
                    .params(ticket, customerId, key, hash)
                    .update();
            return ticket;
        });
    }

    private String earlier(long customerId, UUID key, String hash) {
        return database.sql("select ticket from sent_form where customer_id = ? and key = ? and contents_hash = ?")
                .params(customerId, key, hash)
                .query(String.class)
                .single();
    }

    void forgetOld() {
        database.sql("delete from sent_form where sent_at <= ?")
                .param(now().minus(Uploads.LIFETIME))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** What a form holds. */
    record Contents(List<String> texts, SentFiles files) {

        String hash() {
            List<byte[]> parts = new ArrayList<>();
            texts.forEach(text -> add(parts, String.valueOf(text).getBytes(StandardCharsets.UTF_8)));
            files.kept().forEach(file -> add(parts, file.key().toString().getBytes(StandardCharsets.UTF_8)));
            files.fresh().forEach(file -> {
                add(parts, String.valueOf(file.name()).getBytes(StandardCharsets.UTF_8));
                add(parts, file.content());
            });
            return Sha256.hex(parts.toArray(byte[][]::new));
        }

        /** With its length, so that no two lists read the same. */
        private static void add(List<byte[]> parts, byte[] part) {
            parts.add((part.length + ":").getBytes(StandardCharsets.UTF_8));
            parts.add(part);
        }
    }
}
