package com.leecyber.support.inspection;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The warnings and breaches of a ticket's promises, as they were noted. */
@Component
@Transactional(readOnly = true)
class Notices {

    private static final String OF_TICKET = "select promise, kind, due_at, noted_at from deadline_notice"
            + " where ticket_id = :ticket order by noted_at, promise";

    private final JdbcClient database;

    Notices(JdbcClient database) {
        this.database = database;
    }

    List<Notice> of(long ticketId) {
        return database.sql(OF_TICKET)
                .param("ticket", ticketId)
                .query((row, index) -> new Notice(
                        row.getInt("promise"),
                        row.getString("kind").equals("BREACH"),
                        row.getObject("due_at", OffsetDateTime.class).toInstant(),
                        row.getObject("noted_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
