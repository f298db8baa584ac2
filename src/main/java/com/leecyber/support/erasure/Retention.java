package com.leecyber.support.erasure;

import com.leecyber.support.audit.Actor;
import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets what nobody needs any more, some rows at a time; the journal says how many, in the same transaction. Several
 * nodes may do it at once: each passes over what another has in its hands.
 */
@Component
class Retention {

    /** The chain of the journal in which it stands. */
    static final String CHAIN = "RETENTION";

    /** Rows of each kind in one transaction. */
    static final int BATCH = 1_000;

    private static final byte[] MAIL =
            Erased.mail("Содержимое удалено: срок хранения истёк · Removed: kept long enough");

    private static final String ANSWERS = "delete from idempotent_request where ctid = any (array (select ctid from"
            + " idempotent_request where created_at < :before limit :most for update skip locked))";

    private static final String FILES = "delete from telegram_file where update_id in (select update_id from"
            + " telegram_file where state <> 'WAITING' and next_attempt_at < :before limit :most for update skip locked)";

    private static final String CHATTER = "delete from outbox where id in (select id from outbox where kind = 'chat'"
            + " and sent_at < :before limit :most for update skip locked)";

    private static final String MAILS = "update inbound_mail set raw = :mail, emptied_at = :now, sender = null,"
            + " subject = null, message_id = null, last_error = null where id in (select id from inbound_mail"
            + " where state = 'DISCARDED' and emptied_at is null and decided_at < :before limit :most"
            + " for update skip locked)";

    private final JdbcClient database;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final RetentionSettings settings;
    private final Clock clock;

    Retention(
            JdbcClient database,
            Journal journal,
            TransactionTemplate transaction,
            RetentionSettings settings,
            Clock clock) {
        this.database = database;
        this.journal = journal;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** Forgets everything that has had its time. */
    void forgetAll() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(Actor.as("retention", () -> transaction.execute(status -> forgetSome())));
        }
    }

    /** Returns whether more may be left. */
    private boolean forgetSome() {
        Map<String, Integer> removed = new LinkedHashMap<>();
        removed.put("answers", forget(ANSWERS, settings.answers()));
        removed.put("telegramFiles", forget(FILES, settings.chatter()));
        removed.put("chatter", forget(CHATTER, settings.chatter()));
        removed.put(
                "discardedMails",
                limited(MAILS, settings.discardedMails())
                        .param("mail", MAIL)
                        .param("now", now())
                        .update());
        removed.values().removeIf(count -> count == 0);
        if (!removed.isEmpty()) {
            journal.record(CHAIN, EventKind.HISTORY_CLEANED, null, removed);
        }
        return removed.containsValue(BATCH);
    }

    private int forget(String sql, Duration kept) {
        return limited(sql, kept).update();
    }

    private JdbcClient.StatementSpec limited(String sql, Duration kept) {
        return database.sql(sql).param("before", now().minus(kept)).param("most", BATCH);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
