package com.leecyber.support.sla;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which warnings and breaches have been noted: each once ever, however often a timer runs. */
@Repository
class DeadlineNotices {

    enum Kind {
        WARNING,
        BREACH
    }

    private static final String NOTE = "insert into deadline_notice (ticket_id, promise, kind, due_at, noted_at)"
            + " values (:ticketId, :promise, :kind, :dueAt, :notedAt) on conflict do nothing";

    private final JdbcClient database;

    DeadlineNotices(JdbcClient database) {
        this.database = database;
    }

    /** Notes it, and says whether this was the first time. */
    boolean noteFirst(long ticketId, Promise promise, Kind kind, Instant now) {
        return database.sql(NOTE)
                        .param("ticketId", ticketId)
                        .param("promise", promise.number())
                        .param("kind", kind.name())
                        .param("dueAt", promise.dueAt().atOffset(ZoneOffset.UTC))
                        .param("notedAt", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
