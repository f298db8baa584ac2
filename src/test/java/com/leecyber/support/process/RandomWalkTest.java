package com.leecyber.support.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.audit.Journal;
import com.leecyber.support.incident.IncidentsByHand;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.Releases;
import com.leecyber.support.ticket.TicketLifecycle;
import com.leecyber.support.ticket.TicketStatus;
import com.leecyber.support.ticket.TicketType;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever agents decide and customers do, in any order and with any delay: no ticket is lost. Each reaches a named end,
 * its customer was told, its journal is whole.
 */
@ProcessStories
class RandomWalkTest {

    private static final int TICKETS = 12;
    private static final int STEPS = 25;
    private static final List<String> CUSTOMERS =
            List.of("romashka@customers.example", "acme@customers.example", "expired@customers.example");
    private static final Map<String, String> ENDS = Map.of(
            "SOLVED", "EndEvent_TicketClosed",
            "OUTSIDE_RESPONSIBILITY", "EndEvent_OutsideResponsibility",
            "CUSTOMER_SILENT", "EndEvent_CustomerSilent",
            "WITHDRAWN", "EndEvent_TicketWithdrawn",
            "NO_LICENCE", "EndEvent_NoLicence");

    @Autowired
    Story story;

    @Autowired
    TicketLifecycle lifecycle;

    @Autowired
    Releases releases;

    @Autowired
    Journal journal;

    @Autowired
    IncidentsByHand incidents;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void neverLosesATicket(long seed) {
        Random random = new Random(seed);
        for (int ticket = 0; ticket < TICKETS; ticket++) {
            String number = story.registered(
                    any(random, TicketType.values()),
                    any(random, Channel.values()),
                    CUSTOMERS.get(random.nextInt(CUSTOMERS.size())));
            for (int step = 0; step < STEPS && !story.ticket(number).status().isOver(); step++) {
                walk(random, number);
            }
            bringToAnEnd(number);
            assertEnded(number);
        }
    }

    private void walk(Random random, String number) {
        switch (random.nextInt(11)) {
            case 0 -> story.passes(Duration.ofMinutes(random.nextInt(600)));
            case 1 -> story.passes(Duration.ofHours(random.nextInt(80)));
            case 2, 3 -> story.customerWrites(number, "Дополняю.");
            case 4 -> {
                if (random.nextInt(8) == 0) {
                    lifecycle.withdraw(number);
                    story.runDueJobs();
                }
            }
            case 5 ->
                story.ticket(number).releaseVersion().ifPresent(version -> {
                    releases.publish(version);
                    story.runDueJobs();
                });
            case 6 -> wander(random, number);
            default -> story.openTasks(number).forEach(task -> decide(random, number, task));
        }
    }

    /** To an incident, out of it again, or to its end with it. */
    private void wander(Random random, String number) {
        Optional<String> incident = story.ticket(number).incident();
        if (incident.isEmpty()) {
            incidents.links(incidents.declared("docs"), number);
        } else if (random.nextBoolean()) {
            incidents.unlinks(incident.get(), number);
        } else {
            incidents.resolves(incident.get());
        }
        incidents.worksOff();
        story.runDueJobs();
    }

    private void decide(Random random, String number, Task task) {
        Map<String, Object> form = new HashMap<>(Map.of("text", "Пояснение.", "limitsDecision", "REFUSED"));
        switch (task.getTaskDefinitionKey()) {
            case "Task_Triage" -> {
                form.put("outcome", any(random, "ANSWER", "ASK", "TAKE", "ESCALATE", "INCIDENT", "OUTSIDE"));
                form.put("incident", incidents.declared("docs"));
                form.put("type", any(random, TicketType.values()).name());
                form.put("priority", any(random, "P1", "P2", "P3"));
                form.put("priorityReason", "Так решила смена.");
                form.put("exclusion", any(random, "CUSTOMER_SIDE", "STOLEN_ACCOUNT", "FORCE_MAJEURE"));
                story.triages(number, form);
            }
            case "Task_Diagnose" -> {
                form.put("outcome", any(random, "FIXED", "NEXT_RELEASE", "HARDWARE", "ASK", "RETURN", "OUTSIDE"));
                form.put("release", "7." + number + "." + random.nextInt());
                form.put("detectedAt", story.now().toString());
                form.put("exclusion", "THIRD_PARTY");
                story.completes("boris", number, "Task_Diagnose", form);
            }
            case "Task_RepairHardware" -> story.completes("oleg", number, "Task_RepairHardware", form);
            default -> {
                form.put("outcome", any(random, "SOLVED", "ASK", "ESCALATE", "OUTSIDE"));
                form.put("exclusion", "OFFER_BREACH");
                story.completes("vera", number, task.getTaskDefinitionKey(), form);
            }
        }
    }

    /** What a desk does in the end: answer, repair, publish, wait. */
    private void bringToAnEnd(String number) {
        for (int attempt = 0; attempt < 5 && story.ticket(number).status() != TicketStatus.CLOSED; attempt++) {
            story.ticket(number).releaseVersion().ifPresent(releases::publish);
            if (story.ticket(number).status() == TicketStatus.WAITING_FOR_INCIDENT) {
                incidents.resolves(story.ticket(number).incident().orElseThrow());
                incidents.worksOff();
            }
            story.openTasks(number).forEach(task -> finish(number, task));
            story.passes(Duration.ofDays(8));
        }
    }

    private void finish(String number, Task task) {
        String step = task.getTaskDefinitionKey();
        if (step.equals("Task_Triage")) {
            story.triages(number, Map.of("outcome", "ANSWER", "priorityReason", "Так решила смена."));
        } else {
            String outcome = step.equals("Task_Diagnose") ? "FIXED" : "SOLVED";
            story.completes(
                    "vera", number, step, Map.of("outcome", outcome, "text", "Готово.", "limitsDecision", "GRANTED"));
        }
    }

    private void assertEnded(String number) {
        var ticket = story.ticket(number);
        assertThat(ticket.status()).as(number).isEqualTo(TicketStatus.CLOSED);
        String reason = ticket.closingReason().orElseThrow().name();
        assertThat(story.endOf(number)).isEqualTo(ENDS.get(reason));
        assertThat(story.openTasks(number)).isEmpty();
        assertThat(story.told(number)).as("%s, %s", number, reason).isNotEmpty();
        assertThat(journal.verify(number)).isEmpty();
        assertThat(story.journal(number)).containsOnlyOnce("TICKET_CLOSED");
    }

    @SafeVarargs
    private static <T> T any(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
