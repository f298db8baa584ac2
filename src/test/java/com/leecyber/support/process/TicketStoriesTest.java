package com.leecyber.support.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.ClosingReason;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.MessageKind;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.TicketLifecycle;
import com.leecyber.support.ticket.TicketStatus;
import com.leecyber.support.ticket.TicketType;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way through bpmn/ticket.bpmn and bpmn/customerInformation.bpmn. */
@ProcessStories
class TicketStoriesTest {

    @Autowired
    Story story;

    @Autowired
    Conversation conversation;

    @Autowired
    TicketLifecycle lifecycle;

    @BeforeEach
    void init(@Autowired ProcessEngine engine) {
        BpmnAwareTests.init(engine);
    }

    @Test
    void aQuestionIsAnsweredAtTriageAndClosed() {
        String number = story.registered(TicketType.QUESTION);
        assertThat(story.process(number)).isWaitingAt("Task_Triage");
        var process = story.process(number);

        story.triages(number, Map.of("outcome", "ANSWER", "text", "Нажмите «Поделиться»."));

        assertThat(process).isEnded().hasPassedInOrder("ServiceTask_Acknowledge", "EndEvent_TicketClosed");
        assertThat(story.ticket(number).status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(story.ticket(number).closingReason()).contains(ClosingReason.SOLVED);
        assertThat(story.told(number)).first().isEqualTo("ticket-acknowledged");
        assertThat(story.told(number)).last().isEqualTo("ticket-solved");
    }

    @Test
    void aCustomerWithoutALicenceIsToldHowToRenewIt() {
        String number = story.registered(TicketType.QUESTION, Channel.PANEL, "expired@customers.example");

        assertThat(story.endOf(number)).isEqualTo("EndEvent_NoLicence");
        assertThat(story.told(number)).containsExactly("no-licence");
        assertThat(story.ticket(number).closingReason()).contains(ClosingReason.NO_LICENCE);
    }

    @Test
    void timersWaitAtTriageForTheMomentsThatTheClockNames() {
        String number = story.registered(TicketType.PROBLEM);
        Instant registered = story.ticket(number).registeredAt();

        assertThat(story.timers(number))
                .containsEntry("BoundaryEvent_FirstResponseWarning", registered.plus(Duration.ofMinutes(270)))
                .containsEntry("BoundaryEvent_FirstResponseDue", registered.plus(Duration.ofHours(6)));
    }

    @Test
    void theLeadIsWarnedBeforeAndToldAfterTheFirstResponseIsDue() {
        String number = story.registered(TicketType.PROBLEM);
        int priority = story.task(number, "Task_Triage").getPriority();

        story.passes(Duration.ofMinutes(270));
        assertThat(story.passed(number)).contains("EndEvent_LeadWarned").doesNotContain("EndEvent_BreachRecorded");
        assertThat(story.told(number)).contains("deadline-warning").doesNotContain("deadline-breach");

        story.passes(Duration.ofMinutes(90));
        assertThat(story.passed(number)).contains("EndEvent_BreachRecorded");
        assertThat(story.told(number)).containsOnlyOnce("deadline-breach");
        assertThat(story.journal(number)).containsOnlyOnce("DEADLINE_BREACHED");
        assertThat(story.task(number, "Task_Triage").getPriority()).isGreaterThan(priority);
    }

    @Test
    void aReplyFromTheCardCountsAsTheFirstResponse() {
        String number = story.registered(TicketType.QUESTION);

        story.as("anna", () -> conversation.agentWrites(number, "Смотрим, что случилось."));
        story.passes(Duration.ofHours(3));

        assertThat(story.journal(number)).doesNotContain("DEADLINE_WARNED", "DEADLINE_BREACHED");
        assertThat(story.ticket(number).responseDueAt()).isEmpty();
        assertThat(story.task(number, "Task_Triage").getDueDate()).isNull();
    }

    @Test
    void theDeskAsksAndGoesOnWithTheAnswer() {
        String number = story.registered(TicketType.PROBLEM);

        story.triages(number, Map.of("outcome", "ASK", "text", "Какой браузер?"));
        assertThat(story.ticket(number).status()).isEqualTo(TicketStatus.WAITING_FOR_CUSTOMER);
        assertThat(story.openTasks(number)).isEmpty();

        story.customerWrites(number, "Firefox");

        assertThat(story.ticket(number).status()).isEqualTo(TicketStatus.IN_TRIAGE);
        assertThat(story.task(number, "Task_Triage").getDueDate())
                .isEqualTo(java.util.Date.from(story.now().plus(Duration.ofHours(6))));
    }

    @Test
    void aSilentCustomerIsRemindedAfterADayAndTheTicketClosedAfterSeven() {
        String number = story.registered(TicketType.PROBLEM);
        story.triages(number, Map.of("outcome", "ASK", "text", "Какой браузер?"));

        story.passes(Duration.ofHours(24));
        assertThat(story.passed(number)).contains("EndEvent_CustomerReminded");
        assertThat(story.told(number)).containsOnlyOnce("reminder");

        story.passes(Duration.ofDays(6));
        assertThat(story.endOf(number)).isEqualTo("EndEvent_CustomerSilent");
        assertThat(story.ticket(number).closingReason()).contains(ClosingReason.CUSTOMER_SILENT);
        assertThat(story.told(number)).last().isEqualTo("ticket-closed-for-silence");
    }

    @Test
    void anAnswerAfterTheClosureOpensATicketThatPointsToTheFirst() {
        String number = story.registered(TicketType.QUESTION);
        story.triages(number, Map.of("outcome", "ANSWER"));

        Ticket followUp = conversation.customerWrites(number, "Не помогло.", Channel.PANEL);
        story.runDueJobs();

        assertThat(followUp.followsId()).contains(story.ticket(number).id());
        assertThat(story.task(followUp.number(), "Task_Triage")).isNotNull();
        assertThat(story.journal(number)).contains("FOLLOW_UP_REGISTERED");
    }

    @Test
    void everyTypeHasItsOwnFirstLineTask() {
        Map<TicketType, String> tasks = Map.of(
                TicketType.QUESTION, "Task_AnswerQuestion",
                TicketType.PROBLEM, "Task_ApplyInstructions",
                TicketType.LIMITS, "Task_DecideLimits",
                TicketType.CLAIM, "Task_HandleClaim");
        tasks.forEach((type, task) -> {
            String number = story.registered(type);
            story.triages(number, Map.of("outcome", "TAKE"));
            assertThat(story.task(number, task)).isNotNull();
            String agent = type == TicketType.CLAIM ? "vera" : "anna";
            story.completes(
                    agent, number, task, Map.of("outcome", "SOLVED", "text", "Готово.", "limitsDecision", "GRANTED"));
            assertThat(story.endOf(number)).isEqualTo("EndEvent_TicketClosed");
        });
    }

    @Test
    void theFirstLineMayAskAsWell() {
        String number = story.registered(TicketType.PROBLEM);
        story.triages(number, Map.of("outcome", "TAKE"));
        story.completes("anna", number, "Task_ApplyInstructions", Map.of("outcome", "ASK", "text", "А теперь?"));

        story.customerWrites(number, "Теперь работает иногда.");

        assertThat(story.task(number, "Task_Triage")).isNotNull();
    }

    @Test
    void aCustomerWhoIsSilentToTheFirstLineIsNotWaitedForForEver() {
        String number = story.registered(TicketType.PROBLEM);
        story.triages(number, Map.of("outcome", "TAKE"));
        story.completes("anna", number, "Task_ApplyInstructions", Map.of("outcome", "ASK", "text", "А теперь?"));

        story.passes(Duration.ofDays(7));

        assertThat(story.endOf(number)).isEqualTo("EndEvent_CustomerSilent");
    }

    @Test
    void whatTheRegulationExcludesIsClosedWithItsClause() {
        String number = story.registered(TicketType.PROBLEM);

        story.triages(number, Map.of("outcome", "OUTSIDE", "exclusion", "THIRD_PARTY"));

        assertThat(story.endOf(number)).isEqualTo("EndEvent_OutsideResponsibility");
        assertThat(story.ticket(number).exclusion()).contains("THIRD_PARTY");
        assertThat(story.told(number)).last().isEqualTo("ticket-outside-responsibility");
    }

    @Test
    void theFirstLineMayFindTheCauseOutside() {
        String number = story.registered(TicketType.PROBLEM);
        story.triages(number, Map.of("outcome", "TAKE"));
        story.completes(
                "anna", number, "Task_ApplyInstructions", Map.of("outcome", "OUTSIDE", "exclusion", "CUSTOMER_SIDE"));

        assertThat(story.endOf(number)).isEqualTo("EndEvent_OutsideResponsibility");
    }

    @Test
    void theCustomerMayWithdrawWhereverTheTicketIs() {
        String atTriage = story.registered(TicketType.PROBLEM);
        String waiting = story.registered(TicketType.PROBLEM);
        story.triages(waiting, Map.of("outcome", "ASK"));
        String atSecondLine = story.registered(TicketType.PROBLEM);
        story.triages(atSecondLine, Map.of("outcome", "ESCALATE"));

        for (String number : new String[] {atTriage, waiting, atSecondLine}) {
            lifecycle.withdraw(number);
            story.runDueJobs();
            assertThat(story.endOf(number)).isEqualTo("EndEvent_TicketWithdrawn");
            assertThat(story.openTasks(number)).isEmpty();
            assertThat(story.told(number)).last().isEqualTo("ticket-withdrawn");
            assertThat(story.ticket(number).closingReason()).contains(ClosingReason.WITHDRAWN);
        }
    }

    @Test
    void noTimerBindsTheResolution() {
        String number = story.registered(TicketType.PROBLEM);
        story.triages(number, Map.of("outcome", "TAKE"));

        assertThat(story.timers(number)).isEmpty();
        story.passes(Duration.ofDays(60));
        assertThat(story.journal(number)).doesNotContain("DEADLINE_WARNED", "DEADLINE_BREACHED");
    }

    @Test
    void aDecisionThatLacksItsTextIsRefusedAndChangesNothing() {
        String number = story.registered(TicketType.PROBLEM);

        assertThatThrownBy(() -> story.triages(number, Map.of("outcome", "ASK", "text", " ")))
                .hasMessageContaining("text: ");

        assertThat(story.task(number, "Task_Triage")).isNotNull();
        assertThat(story.ticket(number).priority()).isEmpty();
        assertThat(story.journal(number)).doesNotContain("TRIAGE_DECIDED");
    }

    @Test
    void anotherPriorityThanTheRulesNeedsAReason() {
        String number = story.registered(TicketType.PROBLEM);

        assertThatThrownBy(() -> story.triages(number, Map.of("outcome", "TAKE", "priority", "P1")))
                .hasMessageContaining("priorityReason: ");
        story.triages(number, Map.of("outcome", "TAKE", "priority", "P1", "priorityReason", "Крупный клиент."));

        assertThat(story.ticket(number).priorityReason()).isEqualTo("Крупный клиент.");
        assertThat(story.conversation(number))
                .as("colleagues read it, and the customer does not")
                .filteredOn(message -> message.text().equals("Крупный клиент."))
                .singleElement()
                .satisfies(message -> assertThat(message.kind()).isEqualTo(MessageKind.OVERRIDE))
                .satisfies(message -> assertThat(message.kind().isPublic()).isFalse());
        assertThat(story.task(number, "Task_ApplyInstructions").getPriority()).isEqualTo(SharedFilters.P1_RANK);
    }

    @Test
    void aCorrectedTypeMovesTheDeadlineFromRegistration() {
        String number = story.registered(TicketType.PROBLEM);
        story.passes(Duration.ofHours(3));

        story.triages(number, Map.of("type", "QUESTION", "outcome", "TAKE"));

        // A question's answer was due two hours after registration, so the response three hours after it came late.
        assertThat(story.ticket(number).type()).isEqualTo(TicketType.QUESTION);
        assertThat(story.journal(number)).contains("TYPE_CORRECTED");
        assertThat(story.task(number, "Task_AnswerQuestion").getPriority()).isEqualTo(35);
    }
}
