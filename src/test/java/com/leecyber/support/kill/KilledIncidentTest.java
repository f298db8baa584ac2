package com.leecyber.support.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.database.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Nodes are killed one after the other over the tickets of one incident: while they are put to it, and while they are
 * answered. Whoever lives goes on, and no ticket is moved, told or closed twice.
 */
class KilledIncidentTest {

    private static final int TICKETS = 12;
    private static final String TOKEN = "sd_" + "i".repeat(43);
    private static final String REQUEST =
            "{\"type\": \"QUESTION\", \"service\": \"docs\", \"subject\": \"s\", \"description\": \"d\"}";

    /** On the way of one ticket, in its order. */
    private static final List<String> CUTS = List.of(
            "AFTER update incident_ticket link set attempts",
            "BEFORE_COMMIT update incident_ticket set state",
            "AFTER_COMMIT update incident_ticket set state");

    private final String name = TestDatabase.create();
    private final JdbcClient database =
            JdbcClient.create(new DriverManagerDataSource(TestDatabase.url(name), "support_app", ""));

    @Test
    void anIncidentIsFinishedWhereverTheDeskDies() throws Exception {
        register();
        putAllToAnIncident();
        killAtEach("linking");
        assertThat(count("incident_ticket where state = 'LINKED'"))
                .as("only what was committed counts")
                .isOne();
        survive("linked", () -> count("ticket where status = 'WAITING_FOR_INCIDENT'") == TICKETS);

        resolve();
        killAtEach("answering");
        assertThat(count("incident_ticket where state = 'ANSWERED'")).isOne();
        survive(
                "answered",
                () -> count("ticket where status = 'CLOSED'") == TICKETS
                        && count("incident where finished_at is not null") == 1);

        for (String once : List.of("LINKED_TO_INCIDENT", "RESOLUTION_TOLD", "TICKET_CLOSED")) {
            assertThat(count("journal where kind = '" + once + "'")).as(once).isEqualTo(TICKETS);
        }
        for (String once : List.of("reply", "ticket-solved")) {
            assertThat(count("(select distinct ticket from outbox where kind = '" + once + "') told"))
                    .as(once)
                    .isEqualTo(TICKETS);
            assertThat(count("outbox where kind = '" + once + "'")).as(once).isEqualTo(TICKETS);
        }
        assertThat(count("act_ru_execution"))
                .as("nothing is left of their processes")
                .isZero();
    }

    private void register() throws Exception {
        try (Node node = started("incident-registration", DoomedDesk.NEVER, "--support.incidents.worker.enabled=false")
                .ready()) {
            createToken();
            for (int ticket = 0; ticket < TICKETS; ticket++) {
                assertThat(node.register(TOKEN, "ticket-" + ticket, REQUEST)).isPresent();
            }
            await(() -> count("act_ru_task") == TICKETS);
        }
    }

    /** What a lead's click does; the pages are tested elsewhere. */
    private void putAllToAnIncident() {
        database.sql(
                        "insert into incident (number, title_ru, title_en, services, detected_at, declared_by, declared_at)"
                                + " values ('MI-2026-000001', 'Сбой', 'Outage', '{docs}', now(), 'vera', now())")
                .update();
        database.sql(
                        "insert into incident_ticket (ticket_id, number, customer_id, incident, state, linked_by, linked_at,"
                                + " next_attempt_at) select id, number, customer_id, 'MI-2026-000001', 'LINKING', 'vera', now(),"
                                + " now() from ticket")
                .update();
    }

    private void resolve() {
        database.sql("update incident set resolution_ru = 'Работает.', resolution_en = 'Works.', resolved_by = 'vera',"
                        + " resolved_at = now()")
                .update();
    }

    private void killAtEach(String step) throws Exception {
        for (String cut : CUTS) {
            try (Node node = started(step + "-" + cut.replace(' ', '-'), cut)) {
                node.assertKilled();
            }
            // A dead node's claims are nobody's then.
            database.sql("update incident_ticket set next_attempt_at = next_attempt_at - interval '1 minute'")
                    .update();
        }
    }

    private void survive(String step, Callable<Boolean> done) throws Exception {
        try (Node node = started("incident-" + step, DoomedDesk.NEVER).ready()) {
            await(done);
        }
    }

    private static void await(Callable<Boolean> done) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(done);
    }

    private Node started(String step, String cut, String... more) throws Exception {
        List<String> settings = new ArrayList<>();
        TestDatabase.settings(name).forEach(setting -> settings.add("--" + setting));
        settings.addAll(List.of(
                "--spring.datasource.hikari.maximum-pool-size=8",
                "--support.changes.move-running=false",
                "--support.notifications.folder=",
                "--support.notifications.sender.enabled=false",
                "--camunda.bpm.job-execution.lock-time-in-millis=2000"));
        settings.addAll(List.of(more));
        return Node.started(step, cut, settings);
    }

    private void createToken() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8));
        database.sql("insert into api_client (name, role, customer_id, channel, token_hash, created_at)"
                        + " select 'killed', 'CUSTOMER', id, 'PANEL', ?, now() from customer"
                        + " where email = 'romashka@customers.example'")
                .param(HexFormat.of().formatHex(hash))
                .update();
    }

    private long count(String what) {
        return database.sql("select count(*) from " + what).query(Long.class).single();
    }
}
