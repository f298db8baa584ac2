package com.leecyber.support.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.database.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A desk in a process of its own. */
final class Node implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path log;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    private Node(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /**
     * Starts it.
     *
     * @param cut where it dies, as {@link Cut} is written, or {@link DoomedDesk#NEVER}
     */
    static Node started(String name, String cut, List<String> settings) throws IOException {
        int port = freePort();
        Path log = Path.of("target", "killed-desk", name + ".log");
        Files.createDirectories(log.getParent());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx600m",
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("java.class.path"),
                DoomedDesk.class.getName(),
                cut,
                "--server.port=" + port));
        command.addAll(settings);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Node(process, log, port);
    }

    /** What every node over that database starts with: it does nothing by itself unless {@code more} says so. */
    static List<String> settings(String database, String... more) {
        List<String> settings = new ArrayList<>();
        TestDatabase.settings(database).forEach(setting -> settings.add("--" + setting));
        settings.addAll(List.of(
                "--spring.datasource.hikari.maximum-pool-size=8",
                "--support.changes.move-running=false",
                "--support.notifications.folder=",
                "--camunda.bpm.job-execution.enabled=false",
                "--support.notifications.sender.enabled=false"));
        // The last one said counts.
        for (String setting : more) {
            String key = setting.substring(0, setting.indexOf('=') + 1);
            settings.removeIf(earlier -> earlier.startsWith(key));
            settings.add(setting);
        }
        return settings;
    }

    Node ready() {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> !process.isAlive() || status("/actuator/health/readiness") == 200);
        assertThat(process.isAlive()).as("the node runs: %s", log).isTrue();
        return this;
    }

    /** The answer to a registration; empty when the node died over it. */
    Optional<String> register(String token, String key, String json) {
        HttpRequest request = HttpRequest.newBuilder(uri("/api/v1/tickets"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            return Optional.of(answer.body());
        } catch (IOException died) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    void kill() {
        process.destroyForcibly();
    }

    /** Whoever should have died and goes on makes the test worthless. */
    void assertKilled() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("the node died: %s", log)
                .isTrue();
        assertThat(process.exitValue()).as("the node was killed: %s", log).isEqualTo(137);
    }

    @Override
    public void close() {
        kill();
    }

    private int status(String path) {
        try {
            return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
