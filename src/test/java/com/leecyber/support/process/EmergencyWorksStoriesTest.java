package com.leecyber.support.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.leecyber.support.notification.CircularKind;
import com.leecyber.support.notification.Circulating;
import com.leecyber.support.notification.Circulating.Mail;
import com.leecyber.support.status.StatusNotice;
import com.leecyber.support.status.StatusSource;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.Message;
import com.leecyber.support.ticket.MessageKind;
import com.leecyber.support.ticket.TicketLifecycle;
import com.leecyber.support.ticket.TicketStatus;
import com.leecyber.support.ticket.TicketType;
import com.leecyber.support.works.AllWorks;
import com.leecyber.support.works.Works;
import com.leecyber.support.works.WorksState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R6.2: every way through bpmn/emergencyWorks.bpmn, and the way there through bpmn/technicalSupport.bpmn. */
@ProcessStories
class EmergencyWorksStoriesTest {

    private static final String SECRET = "CVE-2026-0001 в хранилище ключей";

    @Autowired
    Story story;

    @Autowired
    AllWorks all;

    @Autowired
    Conversation conversation;

    @Autowired
    TicketLifecycle lifecycle;

    @Autowired
    Circulating circulating;

    @Autowired
    TaskService tasks;

    @Autowired
    List<StatusSource> sources;

    @Autowired
    JdbcClient database;

    @Test
    void aVulnerabilityIsClosedAtOnceAndCustomersHearOfItAfterwards() {
        Instant detected = story.now().minus(Duration.ofMinutes(40));
        String number = declared(vulnerability(detected));

        assertThat(number).matches("EW-\\d{4}-\\d{6}");
        assertThat(all.get(number).state()).isEqualTo(WorksState.RUNNING);
        assertThat(all.get(number).detectedAt()).contains(detected);
        assertThat(all.get(number).beganAt()).contains(story.now());
        assertThat(all.get(number).text().russian()).startsWith("Идут аварийные работы.");
        assertThat(story.task(number, "Task_PerformEmergencyWorks").getName())
                .isEqualTo(number + " · Провести аварийные работы");
        assertThat(told(number)).as("no customer hears of it before").isEmpty();
        assertThat(story.told(number)).as("but the shift lead does").containsExactly("works-emergency");

        story.passes(Duration.ofMinutes(20));
        performs(number, Map.of());

        assertThat(story.passed(number)).endsWith("EndEvent_EmergencyWorksTold");
        assertThat(all.get(number).state()).isEqualTo(WorksState.OVER);
        assertThat(all.get(number).endedAt()).contains(story.now());
        assertThat(mail(number, "romashka@customers.example").body())
                .contains("Закрыли уязвимость.", "пункт 6.2", "уязвимость, которую нельзя")
                .doesNotContain(SECRET);
        assertThat(mail(number, "acme@customers.example").body()).contains("We closed it.", "clause 6.2");
        assertThat(told(number)).extracting(Mail::recipient).doesNotContain("expired@customers.example");
        assertThat(story.journal(number))
                .containsExactly(
                        "EMERGENCY_WORKS_DECLARED",
                        "WORKS_BEGAN",
                        "NOTIFICATION_QUEUED",
                        "WORKS_ENDED",
                        "CIRCULAR_BEGAN",
                        "CIRCULAR_QUEUED");
        assertThat(journalOf(number)).doesNotContain(SECRET);
        assertThat(downtime(number)).as("nothing was unavailable").isEmpty();
    }

    @Test
    void everybodyMayKnowThatTheyRunAndWhatWasDoneButNotWhy() {
        String number = declared(vulnerability(story.now()));

        assertThat(shownToEverybody(number)).satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(StatusNotice.Kind.EMERGENCY_WORKS);
            assertThat(notice.stage()).isEqualTo(StatusNotice.Stage.RUNNING);
            assertThat(notice.to()).isNull();
            assertThat(notice.russian()).startsWith("Идут аварийные работы.");
            assertThat(notice.toString()).doesNotContain(SECRET);
        });
        performs(number, Map.of("text", SECRET));

        assertThat(shownToEverybody(number)).satisfies(notice -> {
            assertThat(notice.stage()).isEqualTo(StatusNotice.Stage.OVER);
            assertThat(notice.english()).isEqualTo("We closed it.");
            assertThat(notice.toString()).doesNotContain(SECRET);
        });
    }

    private StatusNotice shownToEverybody(String number) {
        return sources.stream()
                .flatMap(source -> source.noticesSince(story.now().minus(Duration.ofDays(1))).stream())
                .filter(notice -> notice.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasNotAvailableMeanwhileIsDowntime() {
        String number = declared(vulnerability(story.now()));
        Instant down = story.now().minus(Duration.ofMinutes(5));
        story.passes(Duration.ofMinutes(30));
        Instant end = story.now().minus(Duration.ofMinutes(10));

        performs(
                number,
                Map.of("services", "docs,id", "interrupts", true, "from", down.toString(), "endedAt", end.toString()));

        assertThat(downtime(number)).containsExactly("docs PT25M", "id PT25M");
        assertThat(all.get(number).services()).containsExactly("docs", "id");
        assertThat(all.get(number).endedAt()).contains(end);
    }

    @Test
    void theSecondLineGetsThemAtOnceForAP1TicketAndGoesOnAfterThem() {
        String ticket = escalated("P1");
        Instant detected = story.now().minus(Duration.ofMinutes(3));

        needs(ticket, detected);

        Works works = all.findByCauseTicketAndState(ticket, WorksState.RUNNING).orElseThrow();
        assertThat(works.services()).containsExactly("docs");
        assertThat(works.detectedAt()).contains(detected);
        assertThat(works.createdBy()).isEqualTo("boris");
        assertThat(story.openTasks(ticket)).isEmpty();
        assertThat(messages(ticket, MessageKind.REPLY))
                .last()
                .satisfies(reply -> assertThat(reply).contains("аварийные работы", "пункт 6.2"));
        assertThat(story.ticket(ticket).status()).isEqualTo(TicketStatus.IN_SECOND_LINE);

        performs(works.number(), Map.of("text", "Перезапущен кластер."));

        assertThat(story.task(ticket, "Task_Diagnose")).isNotNull();
        assertThat(messages(ticket, MessageKind.NOTE))
                .last()
                .satisfies(note -> assertThat(note).contains(works.number(), "Перезапущен кластер."));
        assertThat(story.passed(works.number())).endsWith("EndEvent_EmergencyWorksTold");
        assertThat(mail(works.number(), "romashka@customers.example").body())
                .contains("с наивысшим приоритетом (P1)")
                .doesNotContain("Перезапущен кластер.", ticket);
        assertThat(story.journal(ticket)).contains("EMERGENCY_WORKS_DECLARED");
        story.completes("boris", ticket, "Task_Diagnose", Map.of("outcome", "FIXED", "text", "Работает."));
        assertThat(story.endOf(ticket)).isEqualTo("EndEvent_TicketClosed");
    }

    @Test
    void worksGoOnThoughTheTicketIsWithdrawn() {
        String ticket = escalated("P1");
        needs(ticket, story.now());
        String number = all.findByCauseTicketAndState(ticket, WorksState.RUNNING)
                .orElseThrow()
                .number();

        lifecycle.withdraw(ticket);
        story.runDueJobs();
        assertThat(story.endOf(ticket)).isEqualTo("EndEvent_TicketWithdrawn");

        performs(number, Map.of());

        assertThat(story.passed(number)).endsWith("EndEvent_EmergencyWorksTold");
        assertThat(told(number)).isNotEmpty();
    }

    @Test
    void theSecondLineWaitsForWorksThatOperationsHaveBegunForTheTicket() {
        String ticket = escalated("P1");
        String number = declared(causedBy(ticket));

        needs(ticket, story.now());

        assertThat(story.openTasks(ticket)).isEmpty();
        assertThat(database.sql("select number from works where cause_ticket = ?")
                        .param(ticket)
                        .query(String.class)
                        .list())
                .containsExactly(number);
        performs(number, Map.of());
        assertThat(story.task(ticket, "Task_Diagnose")).isNotNull();
    }

    /** Whoever is faster: the ticket never waits for works that are over already. */
    @Test
    void theSecondLineDecidesAtTheMomentInWhichTheWorksEnd() {
        for (int round = 0; round < 6; round++) {
            String ticket = escalated("P1");
            String number = declared(causedBy(ticket));
            Task works = story.task(number, "Task_PerformEmergencyWorks");
            Task diagnosis = story.task(ticket, "Task_Diagnose");
            CyclicBarrier together = new CyclicBarrier(2);

            CompletableFuture.allOf(
                            completesWhenBothAreReady(together, "oleg", works, report(Map.of())),
                            completesWhenBothAreReady(together, "boris", diagnosis, need(story.now())))
                    .join();

            assertThat(all.findByCauseTicketAndState(ticket, WorksState.RUNNING).isPresent())
                    .isEqualTo(story.openTasks(ticket).isEmpty());
        }
    }

    private CompletableFuture<Void> completesWhenBothAreReady(
            CyclicBarrier together, String agent, Task task, Map<String, Object> form) {
        return CompletableFuture.runAsync(() -> story.as(agent, () -> {
            try {
                together.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
            tasks.complete(task.getId(), Story.transientOnly(form));
        }));
    }

    @Test
    void withoutP1TheSecondLineIsRefusedAtTheFieldAndNothingHappens() {
        String ticket = escalated("P2");
        List<String> before = story.journal(ticket);

        assertThatThrownBy(() -> needs(ticket, story.now())).hasMessageContaining(" outcome: ");

        assertThat(story.journal(ticket)).isEqualTo(before);
        assertThat(story.task(ticket, "Task_Diagnose")).isNotNull();
        assertThat(all.findByCauseTicketAndState(ticket, WorksState.RUNNING)).isEmpty();
    }

    @Test
    void aFailureIsNotDetectedInTheFuture() {
        String ticket = escalated("P1");

        assertThatThrownBy(() -> needs(ticket, story.now().plusSeconds(60))).hasMessageContaining(" detectedAt: ");
        refused(Map.of("detectedAt", story.now().plusSeconds(1).toString()), "detectedAt");
    }

    @Test
    void operationsNeedACauseThatAllowsIt() {
        refused(Map.of("outcome", "BECAUSE"), "outcome");
        refused(Map.of("vulnerability", " "), "vulnerability");
        refused(causedBy("SD-2026-999999"), "causeTicket");
        refused(causedBy(escalated("P2")), "causeTicket");
        refused(causedBy(story.registered(TicketType.PROBLEM)), "causeTicket");
        String closed = escalated("P1");
        story.completes("boris", closed, "Task_Diagnose", Map.of("outcome", "FIXED", "text", "Работает."));
        refused(causedBy(closed), "causeTicket");
        String underWay = escalated("P1");
        declared(causedBy(underWay));
        refused(causedBy(underWay), "causeTicket");
    }

    @Test
    void worksBeginAfterTheDetectionAndEndAfterTheyBegan() {
        Instant now = story.now();
        refused(Map.of("detectedAt", now.toString(), "from", now.minusSeconds(1).toString()), "from");
        refused(Map.of("detectedAt", now.toString(), "from", now.plusSeconds(1).toString()), "from");
        String number = declared(vulnerability(now));

        notReported(number, Map.of("endedAt", now.minusSeconds(1).toString()), "endedAt");
        notReported(number, Map.of("endedAt", now.plusSeconds(1).toString()), "endedAt");
        notReported(number, Map.of("interrupts", true, "from", now.toString()), "from");
        notReported(number, Map.of("textEn", ""), "textEn");
        notReported(number, Map.of("services", "nothing"), "services");
        assertThat(downtime(number)).isEmpty();
        assertThat(all.get(number).state()).isEqualTo(WorksState.RUNNING);
    }

    @Test
    void onlyOperationsMayStartThem() {
        assertThatThrownBy(() -> story.starts("anna", EmergencyWorksProcess.KEY, vulnerability(story.now())))
                .hasMessageContaining("anna");
    }

    private String declared(Map<String, Object> form) {
        return story.starts("oleg", EmergencyWorksProcess.KEY, form);
    }

    private static Map<String, Object> vulnerability(Instant detected) {
        return Map.of(
                "outcome",
                "VULNERABILITY",
                "vulnerability",
                SECRET,
                "detectedAt",
                detected.toString(),
                "services",
                "docs");
    }

    private Map<String, Object> causedBy(String ticket) {
        return Map.of(
                "outcome",
                "TICKET",
                "causeTicket",
                ticket,
                "detectedAt",
                story.now().toString());
    }

    private void refused(Map<String, Object> changes, String field) {
        Map<String, Object> form = new HashMap<>(vulnerability(story.now()));
        form.putAll(changes);
        assertThatThrownBy(() -> declared(form)).hasMessageStartingWith(field + ": ");
    }

    private void performs(String number, Map<String, Object> changes) {
        story.completes("oleg", number, "Task_PerformEmergencyWorks", report(changes));
    }

    private static Map<String, Object> report(Map<String, Object> changes) {
        Map<String, Object> form =
                new HashMap<>(Map.of("textRu", "Закрыли уязвимость.", "textEn", "We closed it.", "services", "docs"));
        form.putAll(changes);
        return form;
    }

    private void notReported(String number, Map<String, Object> changes, String field) {
        assertThatThrownBy(() -> performs(number, changes)).hasMessageContaining(" " + field + ": ");
    }

    private String escalated(String priority) {
        String ticket = story.registered(TicketType.PROBLEM);
        story.triages(
                ticket,
                Map.of("outcome", "ESCALATE", "priority", priority, "priorityReason", "Так решено.", "text", "К L2."));
        return ticket;
    }

    private void needs(String ticket, Instant detected) {
        story.completes("boris", ticket, "Task_Diagnose", need(detected));
    }

    private static Map<String, Object> need(Instant detected) {
        return Map.of("outcome", "EMERGENCY", "detectedAt", detected.toString());
    }

    private List<String> messages(String ticket, MessageKind kind) {
        return conversation.of(story.ticket(ticket)).stream()
                .filter(message -> message.kind() == kind)
                .map(Message::text)
                .toList();
    }

    private List<Mail> told(String number) {
        circulating.queueAll();
        return circulating.mails(number, CircularKind.EMERGENCY_WORKS_DONE, 1);
    }

    private Mail mail(String number, String recipient) {
        return told(number).stream()
                .filter(mail -> mail.recipient().equals(recipient))
                .findFirst()
                .orElseThrow();
    }

    private String journalOf(String number) {
        return String.join(
                "\n",
                database.sql("select details from journal where ticket = ?")
                        .param(number)
                        .query(String.class)
                        .list());
    }

    private List<String> downtime(String number) {
        return database.sql("select service, ended_at - started_at as length, started_at, ended_at from downtime where"
                        + " reference = ? order by service")
                .param(number)
                .query((row, index) -> row.getString("service") + " "
                        + Duration.between(
                                row.getTimestamp("started_at").toInstant(),
                                row.getTimestamp("ended_at").toInstant()))
                .list();
    }
}
