package com.leecyber.support.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The plans of what pages ask of the database, as {@code explain (analyze, buffers)} has them. */
final class Plans implements AutoCloseable {

    /** Where a filled database's server writes, below its data. */
    static final Path LOG = Path.of("log", "server.log");

    private static final String ROLE = "alter role support_app ";
    /** The server writes by another process. */
    private static final long UNTIL_ALL_IS_WRITTEN = 500_000_000;

    private static final Pattern BEGINNING = Pattern.compile("(?m)^(?=\\d{4}-\\d\\d-\\d\\d )");
    /** The rest is sessions, sign-in and what works by itself meanwhile. */
    private static final Pattern OF_A_PAGE = Pattern.compile("(from|join)"
            + " \\(*(journal|ticket|closed_ticket\\w*|\\w+_day|clock_fact|message|outbox|customer|act_hi_\\w+)\\b");

    private static final Pattern OF_A_WORKER =
            Pattern.compile("skip locked|for update|sent_at is null|insert into|delete from");

    private final HikariDataSource pool;
    private final Path log;
    private long read;

    private Plans(HikariDataSource pool, Path log) throws IOException {
        this.pool = pool;
        this.log = log;
        this.read = Files.size(log);
    }

    static Plans of(Desk desk, Path data) throws SQLException, IOException {
        Plans plans = new Plans(desk.bean(DataSource.class).unwrap(HikariDataSource.class), data.resolve(LOG));
        plans.superuser(
                "load 'auto_explain'",
                ROLE + "set session_preload_libraries = 'auto_explain'",
                ROLE + "set auto_explain.log_min_duration = 0",
                ROLE + "set auto_explain.log_analyze = on",
                ROLE + "set auto_explain.log_buffers = on");
        plans.pool.getHikariPoolMXBean().softEvictConnections();
        return plans;
    }

    /** What was written since the last time. */
    String written() throws IOException {
        LockSupport.parkNanos(UNTIL_ALL_IS_WRITTEN);
        return Arrays.stream(BEGINNING.split(added()))
                .filter(entry -> entry.contains("plan:"))
                .filter(plan -> OF_A_PAGE.matcher(plan).find())
                .filter(plan -> !OF_A_WORKER.matcher(plan).find())
                .collect(Collectors.joining("\n"));
    }

    private String added() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] bytes = new byte[(int) (file.length() - read)];
            file.seek(read);
            file.readFully(bytes);
            read += bytes.length;
            return new String(bytes, StandardCharsets.UTF_8);
        }
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
        pool.getHikariPoolMXBean().softEvictConnections();
    }
}
