package com.leecyber.support.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;

/** The plans of what pages ask of the database, as {@code explain (analyze, buffers)} has them. */
final class Plans extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final String ROLE = "alter role support_app ";
    /** The server's words come through a pipe. */
    private static final long UNTIL_ALL_IS_SAID = 300_000_000;

    /** The rest is sessions, sign-in and what works by itself meanwhile. */
    private static final Pattern OF_A_PAGE = Pattern.compile("(from|join)"
            + " \\(*(journal|ticket|closed_ticket\\w*|\\w+_day|clock_fact|message|outbox|customer|act_hi_\\w+)\\b");

    private static final Pattern OF_A_WORKER = Pattern.compile("skip locked|for update|sent_at is null");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger server = (Logger) LoggerFactory.getLogger(EmbeddedPostgres.class);
    private final HikariDataSource pool;

    private Plans(HikariDataSource pool) {
        this.pool = pool;
    }

    static Plans of(Desk desk) throws SQLException {
        Plans plans = new Plans(desk.bean(DataSource.class).unwrap(HikariDataSource.class));
        plans.superuser(
                "load 'auto_explain'",
                ROLE + "set session_preload_libraries = 'auto_explain'",
                ROLE + "set auto_explain.log_min_duration = 0",
                ROLE + "set auto_explain.log_analyze = on",
                ROLE + "set auto_explain.log_buffers = on");
        plans.server.setLevel(Level.INFO);
        plans.server.setAdditive(false);
        plans.setContext(plans.server.getLoggerContext());
        plans.start();
        plans.server.addAppender(plans);
        plans.pool.getHikariPoolMXBean().softEvictConnections();
        return plans;
    }

    /** What was written since the last time. */
    String written() {
        LockSupport.parkNanos(UNTIL_ALL_IS_SAID);
        List<String> plans = new ArrayList<>();
        for (String line : lines) {
            if (line.contains("LOG:  duration:") || plans.isEmpty()) {
                plans.add(line);
            } else {
                plans.set(plans.size() - 1, plans.get(plans.size() - 1) + "\n" + line);
            }
        }
        lines.clear();
        return plans.stream()
                .filter(plan -> OF_A_PAGE.matcher(plan).find())
                .filter(plan -> !OF_A_WORKER.matcher(plan).find())
                .collect(Collectors.joining("\n\n"));
    }

    @Override
    protected void append(ILoggingEvent line) {
        lines.add(line.getFormattedMessage());
    }

    private void superuser(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(pool.getJdbcUrl(), "postgres", "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        superuser(ROLE + "reset all");
        server.detachAppender(this);
        pool.getHikariPoolMXBean().softEvictConnections();
    }
}
