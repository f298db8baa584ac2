package com.leecyber.support.database;

import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses to run with a database role that could rewrite history. */
@Component
class AppendOnlyGuard {

    private static final List<String> APPEND_ONLY =
            List.of("journal", "clock_fact", "deadline_notice", "checkpoint", "checkpoint_head");

    private final JdbcClient database;

    AppendOnlyGuard(JdbcClient database) {
        this.database = database;
    }

    @EventListener(ApplicationReadyEvent.class)
    void check() {
        for (String table : APPEND_ONLY) {
            boolean writable = database.sql("select has_table_privilege(:table, 'update, delete, truncate')"
                            + " or pg_has_role(current_user, (select tableowner from pg_tables"
                            + " where schemaname = 'public' and tablename = :table), 'member')")
                    .param("table", table)
                    .query(Boolean.class)
                    .single();
            if (writable) {
                throw new IllegalStateException("The application's database role may change the table '" + table
                        + "', which must stay append-only. Run migrations as another role: set spring.flyway.user and"
                        + " spring.flyway.password to the tables' owner (see docs/operator.md).");
            }
        }
    }
}
