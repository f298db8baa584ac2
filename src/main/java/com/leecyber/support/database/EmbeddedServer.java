package com.leecyber.support.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of the application's own, on this machine's loopback address only.
 *
 * <p>It has two roles: {@link #OWNER} owns the desk's tables and runs migrations, {@link #APPLICATION} runs the desk and
 * cannot change the journal.
 */
final class EmbeddedServer implements Closeable {

    static final String OWNER = "support_owner";
    static final String APPLICATION = "support_app";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);

    private final int port;
    private final Closeable server;

    private EmbeddedServer(int port, Closeable server) {
        this.port = port;
        this.server = server;
    }

    /**
     * Starts a server over a data folder, or attaches to the one that a killed application left running on it.
     *
     * @param directory the data folder; its content survives the server
     */
    static EmbeddedServer over(Path directory) {
        Optional<Running> running = running(directory);
        if (running.isPresent()) {
            log.info(
                    "Attached to the PostgreSQL that already runs over {} on port {}",
                    directory,
                    running.get().port());
            return new EmbeddedServer(running.get().port(), running.get()::stopUnlessUsed);
        }
        try {
            Files.createDirectories(directory);
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    // The library switches both off for tests; a ticket that was confirmed must survive a power cut.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("timezone", "UTC")
                    .start();
            return new EmbeddedServer(server.getPort(), server);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start over " + directory, e);
        }
    }

    /** Creates the two roles and a database when they are missing. */
    EmbeddedServer withDatabase(String name) {
        execute("postgres", createRole(OWNER), createRole(APPLICATION));
        if (!exists("select 1 from pg_database where datname = '" + name + "'")) {
            execute("postgres", "create database \"" + name + "\" owner " + OWNER);
            // The engine creates its own tables in the application's name.
            execute(name, "grant create, usage on schema public to " + APPLICATION);
        }
        return this;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static String createRole(String role) {
        return "do $$ begin create role " + role + " login; exception when duplicate_object then null; end $$";
    }

    private boolean exists(String query) {
        try (Connection connection = superuser("postgres");
                var rows = connection.createStatement().executeQuery(query)) {
            return rows.next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String database, String... statements) {
        try (Connection connection = superuser(database);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded PostgreSQL refused its set-up", e);
        }
    }

    private Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", "");
    }

    /** Lines 1 and 4 of postmaster.pid; the file stays behind when the application is killed. */
    private static Optional<Running> running(Path directory) {
        try {
            List<String> lines = Files.readAllLines(directory.resolve("postmaster.pid"));
            Running left = new Running(
                    Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(3).strip()));
            try (Connection connection = left.superuser()) {
                return connection.isValid(2) ? Optional.of(left) : Optional.empty();
            }
        } catch (IOException | SQLException | RuntimeException nothingRuns) {
            return Optional.empty();
        }
    }

    /** A server that this application did not start. */
    private record Running(long process, int port) {

        private static final String OTHERS = "select count(*) from pg_stat_activity"
                + " where backend_type = 'client backend' and pid <> pg_backend_pid()";

        Connection superuser() throws SQLException {
            return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "");
        }

        /** Left by a killed application, it ends with the next one; a running application keeps its own. */
        void stopUnlessUsed() throws IOException {
            try (Connection connection = superuser();
                    var others = connection.createStatement().executeQuery(OTHERS)) {
                others.next();
                if (others.getInt(1) > 0) {
                    return;
                }
            } catch (SQLException stoppedAlready) {
                return;
            }
            stop();
        }

        private void stop() throws IOException {
            Optional<ProcessHandle> server = ProcessHandle.of(process);
            if (server.isEmpty()) {
                return;
            }
            server.get().destroy();
            try {
                server.get().onExit().get(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                throw new IOException("PostgreSQL does not stop: process " + process, e);
            }
        }
    }
}
