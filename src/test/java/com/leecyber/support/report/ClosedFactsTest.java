package com.leecyber.support.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.leecyber.support.sla.ClockFact;
import com.leecyber.support.sla.ClockFact.Closed;
import com.leecyber.support.sla.ClockFact.CustomerAnswered;
import com.leecyber.support.sla.ClockFact.Escalated;
import com.leecyber.support.sla.ClockFact.InformationRequested;
import com.leecyber.support.sla.ClockFact.Registered;
import com.leecyber.support.sla.ClockFact.Responded;
import com.leecyber.support.sla.ClockFact.WindowCorrected;
import com.leecyber.support.sla.PromiseKind;
import com.leecyber.support.sla.ResponseWindow;
import com.leecyber.support.sla.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a closed ticket amounts to, from its facts and journal (R3.2, R5.2, R5.4a). */
class ClosedFactsTest {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final ResponseWindow SIX_HOURS =
            new ResponseWindow(Duration.ofHours(6), 0.75, "R3.2", "panel-technical", "responseWindow:1");
    private static final ResponseWindow A_DAY =
            new ResponseWindow(Duration.ofHours(24), 0.75, "R3.2", "information", "responseWindow:2");

    @Test
    void aTicketThatWasAnsweredInTimeSaysWhenAndByWhom() {
        ClosedFacts facts = ClosedFacts.of(
                closedAfter(10),
                List.of(new Registered(START, SIX_HOURS), new Responded(after(2), "anna"), new Closed(after(10))),
                List.of(
                        deed(0, "system:mail", "TICKET_REGISTERED", "R5.1"),
                        deed(2, "anna", "TRIAGE_DECIDED", "R5.2"),
                        deed(2, "anna", "NOTE_ADDED", null),
                        deed(2, "anna", "AGENT_REPLIED", null)));

        assertThat(facts.responseVerdict()).isEqualTo(Verdict.MET);
        assertThat(facts.responseAt()).isEqualTo(after(2));
        assertThat(facts.responseBy()).isEqualTo("anna");
        assertThat(facts.window()).isEqualTo(SIX_HOURS);
        assertThat(facts.resolution()).isEqualTo(Duration.ofHours(10));
        assertThat(facts.waited()).isZero();
        assertThat(facts.broken()).isEmpty();
        assertThat(facts.clauses()).containsExactly("R5.1", "R5.2");
        assertThat(facts.agents()).containsExactly(new AgentShare("anna", 1, 1, 1, Verdict.MET));
    }

    @Test
    void whatTheCustomerWaitedWithIsNotTheDesksTime() {
        ClosedFacts facts = ClosedFacts.of(
                closedAfter(30),
                List.of(
                        new Registered(START, SIX_HOURS),
                        new InformationRequested(after(1), "anna"),
                        new CustomerAnswered(after(25)),
                        new Responded(after(26), "petr"),
                        new Closed(after(30))),
                List.of(
                        deed(1, "anna", "INFORMATION_REQUESTED", "R5.2"),
                        deed(25, "customer:7", "CUSTOMER_REPLIED", null)));

        assertThat(facts.waited()).isEqualTo(Duration.ofHours(24));
        assertThat(facts.agents())
                .containsExactly(new AgentShare("anna", 0, 1, 0, Verdict.MET), new AgentShare("petr", 0, 1, 0, null));
    }

    @Test
    void aBrokenPromiseSaysHowLongNobodyLookedAndHowLongItWasWorkedOn() {
        ClosedFacts facts = ClosedFacts.of(
                closedAfter(20),
                List.of(new Registered(START, SIX_HOURS), new Responded(after(9), "anna"), new Closed(after(20))),
                List.of(
                        deed(0, "customer:7", "TICKET_REGISTERED", "R5.1"),
                        deed(7, "anna", "NOTE_ADDED", null),
                        deed(9, "anna", "AGENT_REPLIED", null)));

        assertThat(facts.responseVerdict()).isEqualTo(Verdict.BREACHED);
        assertThat(facts.broken()).containsExactly("FIRST_RESPONSE");
        assertThat(facts.breaches())
                .containsExactly(new Breach(
                        1, PromiseKind.FIRST_RESPONSE, Breach.Line.FIRST_LINE, true, hours(3), hours(7), 0, hours(2)));
    }

    @Test
    void whatWasNeverAnsweredIsNeitherKeptNorGivenByAnybody() {
        ClosedFacts facts = ClosedFacts.of(
                closedAfter(8), List.of(new Registered(START, SIX_HOURS), new Closed(after(8))), List.of());

        assertThat(facts.responseAt()).isNull();
        assertThat(facts.responseBy()).isNull();
        assertThat(facts.breaches()).singleElement().satisfies(breach -> {
            assertThat(breach.kept()).isFalse();
            assertThat(breach.untouched()).isEqualTo(hours(8));
            assertThat(breach.late()).isEqualTo(hours(2));
        });
    }

    @Test
    void whatWasClosedBeforeItsDeadlineOwesNothing() {
        ClosedFacts facts = ClosedFacts.of(
                closedAfter(1), List.of(new Registered(START, SIX_HOURS), new Closed(after(1))), List.of());

        assertThat(facts.responseVerdict()).isEqualTo(Verdict.RELEASED);
        assertThat(facts.breaches()).isEmpty();
    }

    @Test
    void theWindowThatWasCorrectedInTimeCounts() {
        List<ClockFact> corrected = List.of(
                new Registered(START, SIX_HOURS),
                new WindowCorrected(after(1), A_DAY),
                new Responded(after(20), "anna"),
                new Closed(after(21)));
        List<ClockFact> tooLate = List.of(
                new Registered(START, SIX_HOURS),
                new Responded(after(1), "anna"),
                new WindowCorrected(after(2), A_DAY),
                new Closed(after(21)));

        assertThat(ClosedFacts.of(closedAfter(21), corrected, List.of()).window())
                .isEqualTo(A_DAY);
        assertThat(ClosedFacts.of(closedAfter(21), tooLate, List.of()).window()).isEqualTo(SIX_HOURS);
    }

    @Test
    void theSecondLineAnswersForWhatItWasGiven() {
        ClosedFacts facts = ClosedFacts.of(
                closedAfter(40),
                List.of(
                        new Registered(START, SIX_HOURS),
                        new Responded(after(1), "anna"),
                        new Escalated(after(1), SIX_HOURS),
                        new InformationRequested(after(2), "lev"),
                        new CustomerAnswered(after(20)),
                        new Responded(after(40), "lev"),
                        new Closed(after(40))),
                List.of(deed(1, "anna", "ESCALATED", "R5.3"), deed(2, "lev", "INFORMATION_REQUESTED", "R5.2")));

        assertThat(facts.escalated()).isTrue();
        assertThat(facts.breaches()).singleElement().satisfies(breach -> {
            assertThat(breach.kind()).isEqualTo(PromiseKind.FOLLOW_UP);
            assertThat(breach.line()).isEqualTo(Breach.Line.SECOND_LINE);
            assertThat(breach.kept()).isTrue();
        });
    }

    @Test
    void aTicketWithoutAClockIsADefectAndSaysSo() {
        assertThatThrownBy(() -> ClosedFacts.of(closedAfter(1), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SD-2026-000001");
    }

    @Test
    void theLadderHasEightStepsBetweenTwoMarks() {
        assertThat(Ladder.step(0)).isZero();
        assertThat(Ladder.step(59)).isZero();
        assertThat(Ladder.step(60)).isEqualTo(1);
        assertThat(Ladder.step(299)).isEqualTo(8);
        assertThat(Ladder.step(300)).isEqualTo(9);
        for (int mark = 0; mark < Ladder.MARKS.length; mark++) {
            assertThat(Ladder.marksBelow(Ladder.step(Ladder.MARKS[mark]))).isEqualTo(mark + 1);
            assertThat(Ladder.marksBelow(Ladder.step(Ladder.MARKS[mark] - 1))).isEqualTo(mark);
        }
        assertThat(Ladder.marksBelow(Ladder.step(Long.MAX_VALUE))).isEqualTo(Ladder.MARKS.length);
    }

    private static ClosedTicket closedAfter(int hours) {
        return new ClosedTicket(
                1,
                "SD-2026-000001",
                7,
                "PANEL",
                "PROBLEM",
                "docs",
                "P2",
                "SOLVED",
                null,
                null,
                false,
                START,
                after(hours));
    }

    private static Deed deed(int hours, String actor, String kind, String clause) {
        return new Deed(after(hours), actor, kind, clause, null);
    }

    private static Instant after(int hours) {
        return START.plus(Duration.ofHours(hours));
    }

    private static long hours(int hours) {
        return Duration.ofHours(hours).toSeconds();
    }
}
