package com.leecyber.support.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** The desk's PostgreSQL, set up to take very much at once; a power cut meanwhile would cost the database. */
final class LoadingServer implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final Optional<ProcessHandle> process;

    private LoadingServer(EmbeddedPostgres server, Path data) throws IOException {
        this.server = server;
        this.process = ProcessHandle.of(Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip()));
    }

    static LoadingServer over(Path data) throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("wal_level", "minimal")
                .setServerConfig("max_wal_senders", "0")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("checkpoint_timeout", "30min")
                .setServerConfig("autovacuum", "off")
                .setServerConfig("shared_buffers", "2GB")
                .setServerConfig("maintenance_work_mem", "1GB")
                .setServerConfig("max_connections", "100")
                .setServerConfig("timezone", "UTC")
                .start();
        return new LoadingServer(server, data);
    }

    /** As superuser, with triggers and foreign keys off. */
    Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "support"));
        execute(connection, "set session_replication_role = replica");
        return connection;
    }

    /** From its next start on the server writes to {@link Plans#LOG}, where plans can be read. */
    static void writeLog(Connection connection) throws SQLException {
        execute(connection, "alter system set logging_collector = on");
        execute(connection, "alter system set log_directory = '" + Plans.LOG.getParent() + "'");
        execute(connection, "alter system set log_filename = '" + Plans.LOG.getFileName() + "'");
        execute(connection, "alter system set log_rotation_age = 0");
        execute(connection, "alter system set log_rotation_size = 0");
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Waits until everything is on the disk, which takes longer than the library has patience. */
    @Override
    public void close() throws IOException {
        try (Connection connection = connect()) {
            execute(connection, "checkpoint");
        } catch (SQLException e) {
            throw new IOException("The database does not come to rest", e);
        } finally {
            server.close();
            process.ifPresent(running -> running.onExit().join());
        }
    }
}
