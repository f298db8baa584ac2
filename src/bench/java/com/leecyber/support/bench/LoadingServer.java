package com.leecyber.support.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The desk's PostgreSQL, set up to take very much at once; a power cut meanwhile would cost the database. */
final class LoadingServer implements AutoCloseable {

    private final EmbeddedPostgres server;

    private LoadingServer(EmbeddedPostgres server) {
        this.server = server;
    }

    static LoadingServer over(Path data) throws IOException {
        return new LoadingServer(EmbeddedPostgres.builder()
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
                .start());
    }

    /** As superuser, with triggers and foreign keys off. */
    Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "support"));
        execute(connection, "set session_replication_role = replica");
        return connection;
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
