package com.leecyber.support.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Closed tickets and their journals, as they stand. */
@Component
class RawTickets {

    // Read as text: an entry that somebody spoiled must not stop the figures of others.
    private static final String DEEDS =
            "select ticket, recorded_at, actor, kind, clause, case when kind = 'TICKET_RESOLVED'"
                    + " then substring(details from '\"clause\":\"([^\"]*)\"') end as exclusion_clause from journal"
                    + " where ticket = any(:numbers) order by ticket, sequence";

    private final JdbcClient database;

    RawTickets(JdbcClient database) {
        this.database = database;
    }

    List<ClosedTicket> closed(Collection<Long> ids) {
        return database.sql("select * from ticket where id = any(:ids) and closed_at is not null order by id")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> ticket(row))
                .list();
    }

    /** By the tickets' numbers; a ticket without a journal is missing. */
    Map<String, List<Deed>> journals(Collection<String> numbers) {
        Map<String, List<Deed>> journals = new HashMap<>();
        database.sql(DEEDS).param("numbers", numbers.toArray(String[]::new)).query(row -> {
            journals.computeIfAbsent(row.getString("ticket"), first -> new ArrayList<>())
                    .add(new Deed(
                            instant(row, "recorded_at"),
                            row.getString("actor"),
                            row.getString("kind"),
                            row.getString("clause"),
                            row.getString("exclusion_clause")));
        });
        return journals;
    }

    private static ClosedTicket ticket(ResultSet row) throws SQLException {
        return new ClosedTicket(
                row.getLong("id"),
                row.getString("number"),
                row.getLong("customer_id"),
                row.getString("channel"),
                row.getString("type"),
                row.getString("service"),
                row.getString("priority"),
                row.getString("closing_reason"),
                row.getString("exclusion"),
                row.getString("incident"),
                row.getObject("moved_to_panel_at") != null,
                instant(row, "registered_at"),
                instant(row, "closed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
