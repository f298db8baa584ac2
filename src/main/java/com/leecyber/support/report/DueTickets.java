package com.leecyber.support.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code closed_ticket_due}: closed tickets whose figures are yet to be computed. */
@Component
class DueTickets {

    private static final int LONGEST_ERROR = 1000;

    private final JdbcClient database;

    DueTickets(JdbcClient database) {
        this.database = database;
    }

    /** @param attempts how often it was tried in vain */
    record Due(long ticket, int attempts) {}

    void add(long ticket) {
        database.sql("insert into closed_ticket_due (ticket_id) values (?) on conflict do nothing")
                .param(ticket)
                .update();
    }

    /** Adds some of those that an older program computed; how many. */
    int addOutdated(int version, int most) {
        return database.sql(
                        "insert into closed_ticket_due (ticket_id) select ticket_id from closed_ticket"
                                + " where computed_by < :version order by computed_by, ticket_id limit :most on conflict do nothing")
                .param("version", version)
                .param("most", most)
                .update();
    }

    /** The next ones; they are the caller's until its transaction ends. */
    List<Due> lock(Instant now, int most) {
        return database.sql("select ticket_id, attempts from closed_ticket_due where next_attempt_at <= :now"
                        + " order by next_attempt_at, ticket_id limit :most for update skip locked")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> new Due(row.getLong("ticket_id"), row.getInt("attempts")))
                .list();
    }

    void remove(Collection<Long> tickets) {
        database.sql("delete from closed_ticket_due where ticket_id = any(:tickets)")
                .param("tickets", tickets.toArray(Long[]::new))
                .update();
    }

    /** @param error what went wrong, or null when something else must end first */
    void postpone(Due due, Instant until, String error) {
        database.sql("update closed_ticket_due set attempts = :attempts, next_attempt_at = :until, last_error = :error"
                        + " where ticket_id = :ticket")
                .param("attempts", due.attempts() + 1)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("error", error == null ? null : error.substring(0, Math.min(LONGEST_ERROR, error.length())))
                .param("ticket", due.ticket())
                .update();
    }

    /** How many closed tickets the figures do not know yet. */
    long waiting() {
        return database.sql("select count(*) from closed_ticket_due due where not exists"
                        + " (select 1 from closed_ticket known where known.ticket_id = due.ticket_id)")
                .query(Long.class)
                .single();
    }
}
