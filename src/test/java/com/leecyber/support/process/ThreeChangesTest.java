package com.leecyber.support.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.leecyber.support.change.ChangesByHand;
import com.leecyber.support.gate.ProcessFile;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.ClosingReason;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.Exclusions;
import com.leecyber.support.ticket.Message;
import com.leecyber.support.ticket.MessageKind;
import com.leecyber.support.ticket.TicketLifecycle;
import com.leecyber.support.ticket.TicketStatus;
import com.leecyber.support.ticket.TicketType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The three changes that docs/change-the-process.md walks through, each with a ticket on the changed rules. */
@ProcessStories
class ThreeChangesTest {

    private static final Path CHANGES = Path.of("src", "test", "resources", "changes");
    private static final String ROMASHKA = "romashka@customers.example";
    private static final Map<String, Object> GRANTED =
            Map.of("outcome", "SOLVED", "limitsDecision", "GRANTED", "text", "Лимит увеличен до 200 проектов.");

    @Autowired
    Story story;

    @Autowired
    Conversation conversation;

    @Autowired
    TicketLifecycle lifecycle;

    @Autowired
    Exclusions exclusions;

    @Autowired
    RepositoryService repository;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient database;

    @Autowired
    ChangesByHand changes;

    @AfterEach
    void leaveNothing() {
        repository
                .createDeploymentQuery()
                .deploymentNameLike("CH-%")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
        // Deleting is nothing that the desk does, so nobody else tells it to look again.
        events.publishEvent(new Deployed());
    }

    @Test
    void anEmailIsAnsweredWithinAnHourAndWhatWasPromisedBeforeStays() {
        String before = story.registered(TicketType.QUESTION, Channel.EMAIL, ROMASHKA);

        deploy(CHANGES.resolve("responseWindow.dmn"));
        String after = story.registered(TicketType.QUESTION, Channel.EMAIL, ROMASHKA);

        assertThat(window(before)).isEqualTo(Duration.ofHours(2));
        assertThat(window(after)).isEqualTo(Duration.ofHours(1));
        assertThat(story.timers(after))
                .containsEntry(
                        "BoundaryEvent_FirstResponseWarning",
                        story.ticket(after).registeredAt().plus(Duration.ofMinutes(45)))
                .containsEntry(
                        "BoundaryEvent_FirstResponseDue",
                        story.ticket(after).registeredAt().plus(Duration.ofHours(1)));
        story.passes(Duration.ofMinutes(61));
        assertThat(story.journal(after)).contains("DEADLINE_BREACHED");
        assertThat(story.journal(before)).doesNotContain("DEADLINE_BREACHED");
        for (String number : List.of(before, after)) {
            story.triages(number, Map.of("outcome", "ANSWER"));
            assertThat(story.endOf(number)).isEqualTo("EndEvent_TicketClosed");
        }
    }

    @Test
    void anAgentClosesWithTheNewReasonAndTheCustomerReadsItsText() {
        assertThat(exclusions.codes()).doesNotContain("UNSUPPORTED_VERSION");

        deploy(CHANGES.resolve("exclusion.dmn"));

        // What the agents' forms offer.
        assertThat(exclusions.codes()).contains("UNSUPPORTED_VERSION");
        String russian = story.registered(TicketType.PROBLEM);
        String english = story.registered(TicketType.PROBLEM, Channel.PANEL, "acme@customers.example");
        for (String number : List.of(russian, english)) {
            story.triages(
                    number, Map.of("outcome", "OUTSIDE", "exclusion", "UNSUPPORTED_VERSION", "text", "Нужна 8.2."));
            assertThat(story.endOf(number)).isEqualTo("EndEvent_OutsideResponsibility");
        }
        assertThat(mail(russian, "ticket-outside-responsibility"))
                .contains("в версии приложения, поддержка которой завершена")
                .contains("7.2")
                .contains("Нужна 8.2.");
        assertThat(mail(english, "ticket-outside-responsibility"))
                .contains("a version of the application that is no longer supported");
    }

    @Test
    void grantedLimitsAreToldWhenTheShiftLeadHasApproved() {
        deploy(CHANGES.resolve("ticket.bpmn"));
        String number = limitsDecided(GRANTED);

        assertThat(story.ticket(number).status()).isEqualTo(TicketStatus.IN_FIRST_LINE);
        assertThat(said(number, MessageKind.RESOLUTION)).isEmpty();
        story.completes("vera", number, "Task_ApproveLimits", Map.of("outcome", "APPROVED", "comment", "Согласовано."));

        assertThat(story.endOf(number)).isEqualTo("EndEvent_TicketClosed");
        assertThat(story.journal(number))
                .containsSubsequence(
                        "FIRST_LINE_DECIDED",
                        "APPROVAL_DECIDED",
                        "AGENT_REPLIED",
                        "TICKET_RESOLVED",
                        "RESOLUTION_TOLD",
                        "TICKET_CLOSED");
        assertThat(said(number, MessageKind.RESOLUTION)).singleElement().satisfies(told -> {
            assertThat(told.author()).isEqualTo("anna");
            assertThat(told.text()).isEqualTo("Лимит увеличен до 200 проектов.");
        });
        assertThat(mail(number, "ticket-solved")).contains("Лимит увеличен до 200 проектов.");
    }

    @Test
    void rejectedLimitsAreDecidedAnewByWhoeverReadsWhy() {
        deploy(CHANGES.resolve("ticket.bpmn"));
        String number = limitsDecided(GRANTED);

        story.completes(
                "vera", number, "Task_ApproveLimits", Map.of("outcome", "REJECTED", "comment", "Не больше 150."));

        assertThat(story.task(number, "Task_DecideLimits")).isNotNull();
        assertThat(said(number, MessageKind.REJECTION)).singleElement().satisfies(reason -> {
            assertThat(reason.author()).isEqualTo("vera");
            assertThat(reason.text()).isEqualTo("Не больше 150.");
        });
        Map<String, Object> less = new HashMap<>(GRANTED);
        less.put("text", "Лимит увеличен до 150 проектов.");
        story.completes("anna", number, "Task_DecideLimits", less);
        story.completes("vera", number, "Task_ApproveLimits", Map.of("outcome", "APPROVED"));

        assertThat(story.endOf(number)).isEqualTo("EndEvent_TicketClosed");
        assertThat(said(number, MessageKind.RESOLUTION))
                .extracting(Message::text)
                .containsExactly("Лимит увеличен до 150 проектов.");
    }

    @Test
    void refusedLimitsNeedNoApproval() {
        deploy(CHANGES.resolve("ticket.bpmn"));

        String number =
                limitsDecided(Map.of("outcome", "SOLVED", "limitsDecision", "REFUSED", "text", "Тариф не позволяет."));

        assertThat(story.endOf(number)).isEqualTo("EndEvent_TicketClosed");
        assertThat(story.journal(number)).doesNotContain("APPROVAL_DECIDED");
        assertThat(mail(number, "ticket-solved")).contains("Тариф не позволяет.");
    }

    @Test
    void anApprovalIsNoResponseAndMovesNoTicket() {
        deploy(CHANGES.resolve("ticket.bpmn"));
        String number = limitsDecided(GRANTED);
        int facts = clockFacts(number);

        story.completes("vera", number, "Task_ApproveLimits", Map.of("outcome", "REJECTED", "comment", "Нет."));

        assertThat(clockFacts(number)).isEqualTo(facts);
        assertThat(story.ticket(number).status()).isEqualTo(TicketStatus.IN_FIRST_LINE);
        assertThat(story.ticket(number).closingReason()).isEmpty();
    }

    @Test
    void aCustomerMayWriteAndWithdrawWhileADecisionWaitsForApproval() {
        deploy(CHANGES.resolve("ticket.bpmn"));
        String number = limitsDecided(GRANTED);

        assertThat(conversation
                        .customerWrites(number, "Уже не нужно.", Channel.PANEL)
                        .number())
                .isEqualTo(number);

        assertThat(story.task(number, "Task_ApproveLimits")).isNotNull();
        lifecycle.withdraw(number);
        story.runDueJobs();
        assertThat(story.endOf(number)).isEqualTo("EndEvent_TicketWithdrawn");
        assertThat(story.ticket(number).closingReason()).contains(ClosingReason.WITHDRAWN);
    }

    @Test
    void anApprovalSaysYesOrNoAndARejectionSaysWhy() {
        deploy(CHANGES.resolve("ticket.bpmn"));
        String number = limitsDecided(GRANTED);

        assertThatThrownBy(() -> story.completes("vera", number, "Task_ApproveLimits", Map.of("outcome", "REJECTED")))
                .hasMessageContaining("comment: ");
        assertThatThrownBy(() -> story.completes("vera", number, "Task_ApproveLimits", Map.of("comment", "Да")))
                .hasMessageContaining("outcome: ");

        assertThat(story.task(number, "Task_ApproveLimits")).isNotNull();
        assertThat(story.journal(number)).doesNotContain("APPROVAL_DECIDED");
    }

    @Test
    void nobodyApprovesTheirOwnDecision() {
        deploy(CHANGES.resolve("ticket.bpmn"));
        String number = limitsDecided("vera", GRANTED);

        for (String outcome : List.of("APPROVED", "REJECTED")) {
            assertThatThrownBy(() -> story.completes(
                            "vera", number, "Task_ApproveLimits", Map.of("outcome", outcome, "comment", "Моё.")))
                    .hasMessageContaining("outcome: ");
        }
        assertThat(story.journal(number)).doesNotContain("APPROVAL_DECIDED");
    }

    private String limitsDecided(Map<String, Object> decision) {
        return limitsDecided("anna", decision);
    }

    private String limitsDecided(String agent, Map<String, Object> decision) {
        String number = story.registered(TicketType.LIMITS);
        story.triages(number, Map.of("outcome", "TAKE"));
        story.completes(agent, number, "Task_DecideLimits", decision);
        return number;
    }

    private Duration window(String number) {
        return Duration.between(
                story.ticket(number).registeredAt(),
                story.ticket(number).responseDueAt().orElseThrow());
    }

    private List<Message> said(String number, MessageKind kind) {
        return conversation.of(story.ticket(number)).stream()
                .filter(message -> message.kind() == kind)
                .toList();
    }

    private String mail(String number, String kind) {
        return database.sql("select body from outbox where ticket = ? and kind = ?")
                .params(number, kind)
                .query(String.class)
                .single();
    }

    private int clockFacts(String number) {
        return database.sql("select count(*) from clock_fact where ticket_id = ?")
                .param(story.ticket(number).id())
                .query(Integer.class)
                .single();
    }

    /** One owner proposes, the shift lead approves; what belongs together is deployed together. */
    private void deploy(Path... changed) {
        List<ProcessFile> files =
                Arrays.stream(changed).map(ThreeChangesTest::file).toList();
        AtomicLong change = new AtomicLong();
        story.as("olga", () -> change.set(changes.propose("Изменение", files)));
        story.as("vera", () -> changes.approve(change.get()));
    }

    private static ProcessFile file(Path path) {
        return new ProcessFile(path.getFileName().toString(), read(path).getBytes(StandardCharsets.UTF_8));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
