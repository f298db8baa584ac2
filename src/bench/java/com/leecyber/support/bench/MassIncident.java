package com.leecyber.support.bench;

import static com.leecyber.support.bench.Benchmark.print;

import com.leecyber.support.Visitor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * What an incident with very many tickets costs everybody else: while its tickets are put to it, and while they are closed,
 * other tickets' deadlines pass, one a second, and other customers register.
 */
final class MassIncident {

    private static final Duration WINDOW = Duration.ofHours(6);
    private static final Duration BETWEEN_CUSTOMERS = Duration.ofMillis(100);
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private final Desk desk;
    private final Clients clients;
    private final Visitor lead;
    private final String csrf;

    MassIncident(Desk desk, Clients clients) {
        this.desk = desk;
        this.clients = clients;
        this.lead = Visitor.signedIn(desk.port(), "vera");
        this.csrf = lead.csrf();
    }

    /** @param seconds how long deadlines are to pass, one a second; long enough for both phases */
    void measure(int tickets, int seconds) throws Exception {
        clients.make(tickets, client -> {
            Customer customer = desk.customer();
            return index -> customer.register();
        });
        desk.settle();
        deadlinesEachSecond(seconds);
        String incident = declare();
        phase("linking", "LINKED", () -> post(incident + "/links", "all", "true"));
        phase(
                "closing",
                "ANSWERED",
                () -> post(incident + "/resolution", "textRu", "Работает.", "textEn", "It works.", "upAgainAt", now()));
        Desk.await(() -> desk.count("select count(*) from incident where finished_at is null") == 0);
        desk.settle();
        print(
                "incident: told exactly once",
                "%d of %d"
                        .formatted(
                                desk.count(
                                        "select count(*) from (select ticket from outbox where kind = 'ticket-solved'"
                                                + " and ticket in (select number from incident_ticket) group by ticket"
                                                + " having count(*) = 1) as once"),
                                desk.count("select count(*) from incident_ticket")));
    }

    /** Tickets of long ago, as far as the clock knows: the incident's look-alikes are newer. */
    private void deadlinesEachSecond(int seconds) throws Exception {
        Instant first = Instant.now().plusSeconds(seconds / 10 + 5);
        Customer customer = desk.customer();
        for (int second = 0; second < seconds; second++) {
            desk.clock().holdAt(first.plusSeconds(second).minus(WINDOW));
            customer.register();
        }
        desk.clock().runOn();
        desk.settle();
    }

    private String declare() {
        HttpResponse<String> answer = lead.form(
                "/incidents",
                "_csrf",
                csrf,
                "titleRu",
                "Документы не открываются",
                "titleEn",
                "Documents do not open",
                "services",
                "docs",
                "detectedAt",
                now(),
                "downSince",
                now());
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IllegalStateException(answer.statusCode() + " " + answer.body()))
                .replaceAll("\\?.*", "");
    }

    private void post(String path, String... fields) {
        List<String> all = new ArrayList<>(List.of("_csrf", csrf));
        all.addAll(List.of(fields));
        HttpResponse<String> answer = lead.form(path, all.toArray(String[]::new));
        if (answer.statusCode() != 302) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private void phase(String name, String state, Runnable click) throws Exception {
        Instant from = Instant.now();
        long start = System.nanoTime();
        click.run();
        print("incident: " + name + ", the lead waits", (System.nanoTime() - start) / 1_000_000 + " ms");
        AtomicBoolean over = new AtomicBoolean();
        List<Long> registrations = new ArrayList<>();
        Thread others = new Thread(() -> registerUntil(over, registrations));
        others.start();
        long tickets = desk.count("select count(*) from incident_ticket");
        Desk.await(() -> desk.count("select count(*) from incident_ticket where state = '" + state + "'") == tickets);
        desk.settle();
        double seconds = (System.nanoTime() - start) / 1e9;
        over.set(true);
        others.join();
        Duration together = Duration.between(from, Instant.now());
        print("incident: " + name, "%d tickets in %.1f s: %.0f/s".formatted(tickets, seconds, tickets / seconds));
        print("incident: " + name + ", registration", latencies(registrations, together));
        print("incident: " + name + ", timers", latencies(lateness(from), together));
    }

    private void registerUntil(AtomicBoolean over, List<Long> nanos) {
        Customer customer = desk.customer();
        while (!over.get()) {
            long start = System.nanoTime();
            try {
                customer.register();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            nanos.add(System.nanoTime() - start);
            LockSupport.parkNanos(BETWEEN_CUSTOMERS.toNanos());
        }
    }

    /** How long after their deadlines breaches were recorded, of the deadlines since a moment. */
    private List<Long> lateness(Instant from) {
        return desk.database()
                .sql("select due_at, noted_at from deadline_notice where kind = 'BREACH' and due_at >= :from"
                        + " and due_at < :now")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("now", Instant.now().atOffset(ZoneOffset.UTC))
                .query((row, number) -> Duration.between(
                                row.getObject("due_at", OffsetDateTime.class),
                                row.getObject("noted_at", OffsetDateTime.class))
                        .toNanos())
                .list();
    }

    private static String latencies(List<Long> nanos, Duration together) {
        return nanos.isEmpty()
                ? "none"
                : new Latencies(nanos.stream().mapToLong(Long::longValue).toArray(), together).toString();
    }

    private static String now() {
        return LocalDateTime.ofInstant(Instant.now(), ZONE).withNano(0).toString();
    }
}
