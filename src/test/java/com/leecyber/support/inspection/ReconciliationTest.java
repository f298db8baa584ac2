package com.leecyber.support.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.inspection.EngineHistory.Left;
import com.leecyber.support.inspection.EngineHistory.Run;
import com.leecyber.support.inspection.EngineHistory.Step;
import com.leecyber.support.inspection.Reconciled.Verdict;
import com.leecyber.support.proof.JournalEntry;
import com.leecyber.support.sla.ClockFact;
import com.leecyber.support.sla.ClockFact.Closed;
import com.leecyber.support.sla.ClockFact.CustomerAnswered;
import com.leecyber.support.sla.ClockFact.InformationRequested;
import com.leecyber.support.sla.ClockFact.Registered;
import com.leecyber.support.sla.ClockFact.Responded;
import com.leecyber.support.sla.ResponseWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final ResponseWindow WINDOW =
            new ResponseWindow(Duration.ofHours(6), 0.75, "R3.2", "panel-technical-6h", "responseWindow:1");
    private static final String REGISTERED =
            "{\"window\":\"PT6H\",\"windowDecision\":\"responseWindow:1\",\"windowRule\":\"panel-technical-6h\"}";

    private final List<JournalEntry> journal = new ArrayList<>();

    @Test
    void whatBothSayAlikeAgrees() {
        entry(0, "customer:1", "TICKET_REGISTERED", REGISTERED);
        entry(60, "anna", "AGENT_REPLIED", "{\"kind\":\"INFORMATION_REQUEST\"}");
        entry(90, "customer:1", "CUSTOMER_REPLIED", "{}");
        entry(99, "anna", "AGENT_REPLIED", "{\"kind\":\"RESOLUTION\"}");
        entry(99, "system:ServiceTask_CloseTicket", "TICKET_CLOSED", "{}");

        assertThat(verdicts(
                        new Registered(NINE, WINDOW),
                        new InformationRequested(at(60), "anna"),
                        new CustomerAnswered(at(90)),
                        new Responded(at(99), "anna"),
                        new Closed(at(99))))
                .containsOnly(Verdict.AGREES)
                .hasSize(5);
    }

    @Test
    void aMovedMomentDiffers() {
        entry(60, "anna", "AGENT_REPLIED", "{\"kind\":\"REPLY\"}");

        List<Reconciled> lines = ClockReconciliation.facts(List.of(new Responded(at(20), "anna")), journal);

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.verdict()).isEqualTo(Verdict.DIFFERS);
            assertThat(line.difference()).contains("2026-03-02T09:20:00Z").contains("2026-03-02T10:00:00Z");
        });
    }

    @Test
    void anotherPersonOrWindowDiffers() {
        entry(0, "customer:1", "TICKET_REGISTERED", REGISTERED);
        entry(60, "anna", "AGENT_REPLIED", "{\"kind\":\"REPLY\"}");
        ResponseWindow longer =
                new ResponseWindow(Duration.ofHours(12), 0.75, "R3.2", "panel-technical-6h", "responseWindow:1");

        assertThat(verdicts(new Registered(NINE, longer), new Responded(at(60), "boris")))
                .containsExactly(Verdict.DIFFERS, Verdict.DIFFERS);
    }

    @Test
    void aFactWithoutAnEntryAndAnEntryWithoutAFactStandAlone() {
        entry(60, "anna", "AGENT_REPLIED", "{\"kind\":\"REPLY\"}");

        assertThat(verdicts(new Closed(at(70)))).containsExactly(Verdict.NOT_IN_JOURNAL, Verdict.ONLY_IN_JOURNAL);
    }

    @Test
    void aCustomerWhoWritesUnaskedNeedsNoFact() {
        entry(60, "customer:1", "CUSTOMER_REPLIED", "{}");

        assertThat(verdicts()).isEmpty();
    }

    @Test
    void noEntryAnswersForTwoFacts() {
        entry(60, "anna", "AGENT_REPLIED", "{\"kind\":\"REPLY\"}");

        assertThat(verdicts(new Responded(at(60), "anna"), new Responded(at(60), "anna")))
                .containsExactly(Verdict.AGREES, Verdict.NOT_IN_JOURNAL);
    }

    @Test
    void aNoticeIsHeldAgainstTheDeadlineInItsEntry() {
        entry(360, "system:x", "DEADLINE_BREACHED", "{\"promise\":1,\"dueAt\":\"2026-03-02T15:00:00Z\"}");

        assertThat(ClockReconciliation.notices(List.of(new Notice(1, true, at(360), at(360))), journal))
                .extracting(Reconciled::verdict)
                .containsExactly(Verdict.AGREES);
        assertThat(ClockReconciliation.notices(List.of(new Notice(1, true, at(300), at(360))), journal))
                .extracting(Reconciled::verdict)
                .containsExactly(Verdict.DIFFERS);
        assertThat(ClockReconciliation.notices(List.of(new Notice(2, true, at(360), at(360))), journal))
                .extracting(Reconciled::verdict)
                .containsExactly(Verdict.NOT_IN_JOURNAL, Verdict.ONLY_IN_JOURNAL);
    }

    @Test
    void aCompletedTaskNeedsTheDecisionOfTheSamePerson() {
        entry(60, "anna", "TRIAGE_DECIDED", "{\"outcome\":\"ANSWER\"}");

        assertThat(engine(task("anna", 60))).containsExactly(Verdict.AGREES);
        assertThat(engine(task("boris", 60))).containsExactly(Verdict.NOT_IN_JOURNAL, Verdict.ONLY_IN_JOURNAL);
        assertThat(engine(task("anna", 61))).containsExactly(Verdict.NOT_IN_JOURNAL, Verdict.ONLY_IN_JOURNAL);
    }

    @Test
    void aDecisionIsHeldAgainstTheStepThatItNames() {
        entry(60, "anna", "TRIAGE_DECIDED", "{\"step\":{\"diagram\":\"ticket:1\",\"element\":\"Task_Other\"}}");

        assertThat(engine(task("anna", 60))).containsExactly(Verdict.NOT_IN_JOURNAL, Verdict.ONLY_IN_JOURNAL);
    }

    @Test
    void aStepOfTheSystemMayBeSilentAndWhatItRecordedIsItsOwn() {
        entry(5, "system:ServiceTask_Acknowledge", "TICKET_ACKNOWLEDGED", "{}");

        assertThat(engine(step("ServiceTask_Acknowledge", "serviceTask", null, 5)))
                .containsExactly(Verdict.AGREES);
        assertThat(engine(step("ServiceTask_WarnLead", "serviceTask", null, 5))).containsExactly(Verdict.SILENT);
    }

    @Test
    void anEntryOfAStepThatTheEngineNeverPassedStandsAlone() {
        entry(
                5,
                "system:ServiceTask_Acknowledge",
                "TICKET_ACKNOWLEDGED",
                "{\"step\":{\"diagram\":\"ticket:1\",\"element\":\"ServiceTask_Acknowledge\"}}");

        assertThat(engine(step("StartEvent_Registered", "startEvent", null, 0)))
                .containsExactly(Verdict.ONLY_IN_JOURNAL);
    }

    @Test
    void withoutTheEnginesHistoryNothingIsHeldAgainstIt() {
        entry(60, "anna", "TRIAGE_DECIDED", "{}");

        assertThat(EngineReconciliation.of(List.of(), journal)).isEmpty();
    }

    private List<Verdict> verdicts(ClockFact... facts) {
        return ClockReconciliation.facts(List.of(facts), journal).stream()
                .map(Reconciled::verdict)
                .toList();
    }

    private List<Verdict> engine(Step step) {
        Run run = new Run("run", "ticket", 1, null, NINE, null, null, List.of(step));
        return EngineReconciliation.of(List.of(run), journal).stream()
                .map(Reconciled::verdict)
                .toList();
    }

    private static Step task(String person, int minute) {
        return step("Task_Triage", "userTask", person, minute);
    }

    private static Step step(String element, String type, String person, int minute) {
        return new Step("step", "run", 1, element, element, type, NINE, at(minute), Left.COMPLETED, 1, "task", person);
    }

    private void entry(int minute, String actor, String kind, String details) {
        journal.add(
                new JournalEntry("SD-2026-000001", journal.size() + 1, at(minute), actor, kind, null, details, "", ""));
    }

    private static Instant at(int minute) {
        return NINE.plus(Duration.ofMinutes(minute));
    }
}
