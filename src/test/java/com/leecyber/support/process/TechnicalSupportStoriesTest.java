package com.leecyber.support.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.ClosingReason;
import com.leecyber.support.ticket.Releases;
import com.leecyber.support.ticket.TicketStatus;
import com.leecyber.support.ticket.TicketType;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way through bpmn/technicalSupport.bpmn. */
@ProcessStories
class TechnicalSupportStoriesTest {

    @Autowired
    Story story;

    @Autowired
    Releases releases;

    private String escalated(Channel channel) {
        String number = story.registered(TicketType.PROBLEM, channel, "romashka@customers.example");
        story.triages(number, Map.of("outcome", "ESCALATE", "text", "Нужен разработчик."));
        return number;
    }

    private void diagnoses(String number, Map<String, Object> form) {
        story.completes("boris", number, "Task_Diagnose", form);
    }

    @Test
    void theSecondLineHasSixHoursFromTheEscalation() {
        String number = escalated(Channel.PANEL);

        assertThat(story.timers(number))
                .containsEntry("BoundaryEvent_SecondLineWarning", story.now().plus(Duration.ofMinutes(270)))
                .containsEntry("BoundaryEvent_SecondLineDue", story.now().plus(Duration.ofHours(6)));
    }

    @Test
    void aSecondLineThatDoesNotRespondIsWarnedOfAndRecorded() {
        String number = escalated(Channel.PANEL);

        story.passes(Duration.ofHours(6));

        assertThat(story.passed(number)).contains("EndEvent_LeadWarnedSecondLine", "EndEvent_BreachRecordedSecondLine");
        assertThat(story.told(number)).containsOnlyOnce("deadline-warning").containsOnlyOnce("deadline-breach");
    }

    @Test
    void whatIsFixedIsToldAndClosed() {
        String number = escalated(Channel.PANEL);

        diagnoses(number, Map.of("outcome", "FIXED", "text", "Исправлено."));

        assertThat(story.passed(number)).contains("EndEvent_Fixed");
        assertThat(story.endOf(number)).isEqualTo("EndEvent_TicketClosed");
    }

    @Test
    void aTicketFromElsewhereMovesToThePanelAndTheCustomerIsTold() {
        String number = escalated(Channel.EMAIL);

        assertThat(story.passed(number)).contains("ServiceTask_MoveToPanel");
        assertThat(story.ticket(number).isInPanel()).isTrue();
        assertThat(story.told(number)).contains("moved-to-panel");
        assertThat(story.task(number, "Task_Diagnose")).isNotNull();
    }

    @Test
    void whatIsThenWrittenOutsideThePanelIsKeptMarkedAndAnsweredWithTheLink() {
        String number = escalated(Channel.EMAIL);

        story.customerWrites(number, "Отвечаю письмом.");

        assertThat(story.told(number)).last().isEqualTo("outside-panel");
    }

    @Test
    void aFixInTheNextReleaseWaitsForItAndTellsTwice() {
        String number = escalated(Channel.PANEL);

        diagnoses(number, Map.of("outcome", "NEXT_RELEASE", "text", "Исправим.", "release", "5.1-" + number));
        assertThat(story.ticket(number).status()).isEqualTo(TicketStatus.WAITING_FOR_RELEASE);
        assertThat(story.told(number)).contains("fix-planned");

        releases.publish("5.1-" + number);
        story.runDueJobs();

        assertThat(story.passed(number)).contains("EndEvent_FixReleased");
        assertThat(story.endOf(number)).isEqualTo("EndEvent_TicketClosed");
        assertThat(story.ticket(number).resolution()).get().asString().contains("5.1-" + number);
    }

    @Test
    void aReleaseThatIsOutAlreadyIsNotWaitedFor() {
        releases.publish("4.9");
        String number = escalated(Channel.PANEL);

        assertThatThrownBy(() ->
                        diagnoses(number, Map.of("outcome", "NEXT_RELEASE", "text", "Исправим.", "release", "4.9")))
                .hasMessageContaining("release: ");
    }

    @Test
    void hardwareIsRepairedWithinTwelveHoursOfItsDetection() {
        String number = escalated(Channel.PANEL);
        story.passes(Duration.ofHours(2));
        Instant detected = story.now().minus(Duration.ofHours(1));

        diagnoses(number, Map.of("outcome", "HARDWARE", "detectedAt", detected.toString()));
        assertThat(story.timers(number))
                .containsEntry("BoundaryEvent_RepairWarning", detected.plus(Duration.ofHours(9)))
                .containsEntry("BoundaryEvent_RepairDue", detected.plus(Duration.ofHours(12)));

        story.completes("oleg", number, "Task_RepairHardware", Map.of("text", "Диск заменён."));
        assertThat(story.passed(number)).contains("EndEvent_HardwareRepaired");
        assertThat(story.endOf(number)).isEqualTo("EndEvent_TicketClosed");
        assertThat(story.journal(number)).doesNotContain("DEADLINE_BREACHED");
    }

    @Test
    void aRepairThatTakesTooLongIsWarnedOfAndRecorded() {
        String number = escalated(Channel.PANEL);
        diagnoses(number, Map.of("outcome", "HARDWARE", "detectedAt", story.now().toString()));

        story.passes(Duration.ofHours(12));

        assertThat(story.passed(number)).contains("EndEvent_LeadWarnedRepair", "EndEvent_BreachRecordedRepair");
        assertThat(story.told(number)).containsOnlyOnce("deadline-breach");
    }

    @Test
    void aFaultCannotBeDetectedInTheFuture() {
        String number = escalated(Channel.PANEL);

        assertThatThrownBy(() -> diagnoses(number, Map.of(
                        "outcome", "HARDWARE",
                        "detectedAt", story.now().plusSeconds(60).toString())))
                .hasMessageContaining("detectedAt: ");
    }

    @Test
    void theSecondLineAsksAndGoesOnWithTheAnswer() {
        String number = escalated(Channel.PANEL);

        diagnoses(number, Map.of("outcome", "ASK", "text", "Пришлите журнал."));
        story.customerWrites(number, "Вот он.");

        assertThat(story.ticket(number).status()).isEqualTo(TicketStatus.IN_SECOND_LINE);
        assertThat(story.timers(number))
                .containsEntry("BoundaryEvent_SecondLineDue", story.now().plus(Duration.ofHours(6)));
    }

    @Test
    void theSecondLineDoesNotWaitForEver() {
        String number = escalated(Channel.PANEL);

        diagnoses(number, Map.of("outcome", "ASK", "text", "Пришлите журнал."));
        story.passes(Duration.ofDays(7));

        assertThat(story.passed(number)).contains("EndEvent_NoAnswer");
        assertThat(story.endOf(number)).isEqualTo("EndEvent_CustomerSilent");
    }

    @Test
    void theSecondLineGivesBackWhatIsNotItsOwn() {
        String number = escalated(Channel.PANEL);
        Instant due = story.timers(number).get("BoundaryEvent_SecondLineDue");

        diagnoses(number, Map.of("outcome", "RETURN", "text", "Это вопрос по тарифу."));

        assertThat(story.passed(number)).contains("EndEvent_ReturnedToFirstLine");
        assertThat(story.timers(number)).containsEntry("BoundaryEvent_FirstResponseDue", due);
        assertThat(story.ticket(number).status()).isEqualTo(TicketStatus.IN_TRIAGE);
    }

    @Test
    void theSecondLineMayFindTheCauseOutside() {
        String number = escalated(Channel.PANEL);

        diagnoses(number, Map.of("outcome", "OUTSIDE", "exclusion", "FORCE_MAJEURE"));

        assertThat(story.endOf(number)).isEqualTo("EndEvent_OutsideResponsibility");
        assertThat(story.ticket(number).closingReason()).contains(ClosingReason.OUTSIDE_RESPONSIBILITY);
    }

    @Test
    void whatTheFirstLineCannotSolveGoesToTheSecond() {
        String number = story.registered(TicketType.PROBLEM);
        story.triages(number, Map.of("outcome", "TAKE"));

        story.completes("anna", number, "Task_ApplyInstructions", Map.of(
                "outcome", "ESCALATE", "text", "Инструкции не помогли."));

        assertThat(story.task(number, "Task_Diagnose")).isNotNull();
    }
}
