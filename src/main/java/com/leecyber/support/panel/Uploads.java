package com.leecyber.support.panel;

import com.leecyber.support.ticket.FileName;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files that came with a form which was not accepted: kept for a day, so that nobody has to look for them again. */
@Component
class Uploads {

    static final Duration LIFETIME = Duration.ofHours(24);

    /** Of one customer at a time; the oldest make room. */
    private static final int MAXIMUM_COUNT = 60;

    private final JdbcClient database;
    private final Clock clock;

    Uploads(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    Upload keep(long customerId, String claimedName, byte[] content) {
        Upload upload = new Upload(UUID.randomUUID(), FileName.of(claimedName), content.length);
        database.sql(
                        "insert into upload (key, customer_id, name, size, content, uploaded_at) values (?, ?, ?, ?, ?, ?)")
                .params(upload.key(), customerId, upload.name(), upload.size(), content, now())
                .update();
        database.sql("delete from upload where key in"
                        + " (select key from upload where customer_id = ? order by uploaded_at desc, key offset ?)")
                .params(customerId, MAXIMUM_COUNT)
                .update();
        return upload;
    }

    /** Those of them that are this customer's and still there, in the order they came. */
    List<Upload> find(long customerId, Collection<UUID> keys) {
        return keys.isEmpty()
                ? List.of()
                : database.sql("select key, name, size from upload where customer_id = :customer and key in (:keys)"
                                + " and uploaded_at > :oldest order by uploaded_at, key")
                        .param("customer", customerId)
                        .param("keys", keys)
                        .param("oldest", now().minus(LIFETIME))
                        .query(Upload.class)
                        .list();
    }

    byte[] content(Upload upload) {
        return database.sql("select content from upload where key = ?")
                .param(upload.key())
                .query(byte[].class)
                .single();
    }

    /** They belong to a ticket now. */
    void forget(Collection<Upload> used) {
        used.forEach(upload -> database.sql("delete from upload where key = ?")
                .param(upload.key())
                .update());
    }

    void forgetOld() {
        database.sql("delete from upload where uploaded_at <= ?")
                .param(now().minus(LIFETIME))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
