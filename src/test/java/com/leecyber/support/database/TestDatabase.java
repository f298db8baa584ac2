package com.leecyber.support.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** One real PostgreSQL for all tests of a JVM, a database of its own for every application context. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(settings(create())).applyTo(context);
    }

    /** What makes a desk work over a database that {@link #create()} made, as properties. */
    public static List<String> settings(String name) {
        return List.of(
                "spring.datasource.url=" + url(name),
                "spring.datasource.username=" + EmbeddedServer.APPLICATION,
                // Many contexts share one server: none keeps connections that it does not need.
                "spring.datasource.hikari.minimum-idle=1",
                "spring.datasource.hikari.idle-timeout=10000",
                "spring.flyway.url=" + url(name),
                "spring.flyway.user=" + EmbeddedServer.OWNER,
                // What is proved of one database must not be held against another, nor come at a moment of its own.
                "support.audit.checkpoints.directory=" + checkpoints(name),
                "support.audit.checkpoints.enabled=false",
                "support.audit.verify-at=-");
    }

    /** Where the checkpoints of a database that {@link #create()} made are kept. */
    public static Path checkpoints(String name) {
        return Path.of("target", "test-checkpoints-" + ProcessHandle.current().pid(), name);
    }

    /** Creates an empty database with the two roles and returns its name. */
    public static String create() {
        String name = "test" + DATABASES.incrementAndGet();
        Server.RUNNING.withDatabase(name);
        return name;
    }

    /** The address of a database that {@link #create()} made. */
    public static String url(String name) {
        return Server.RUNNING.url(name);
    }

    /** A connection as the owner of the tables, who may do what the application may not. */
    public static Connection owner(String url) throws SQLException {
        return DriverManager.getConnection(url, EmbeddedServer.OWNER, "");
    }

    private static final class Server {

        static final EmbeddedServer RUNNING = EmbeddedServer.over(
                Path.of("target", "test-postgres-" + ProcessHandle.current().pid()));

        static {
            // Runs when the contexts are closed: they still talk to the server while they go down.
            SpringApplication.getShutdownHandlers().add(Server::stop);
        }

        private static void stop() {
            try {
                RUNNING.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
