package com.leecyber.support.sla;

import static com.leecyber.support.sla.IntervalReason.ANSWERED;
import static com.leecyber.support.sla.IntervalReason.AWAITING_FIRST_RESPONSE;
import static com.leecyber.support.sla.IntervalReason.AWAITING_FOLLOW_UP;
import static com.leecyber.support.sla.IntervalReason.AWAITING_REPAIR;
import static com.leecyber.support.sla.IntervalReason.AWAITING_SECOND_LINE;
import static com.leecyber.support.sla.IntervalReason.FIRST_RESPONSE_OVERDUE;
import static com.leecyber.support.sla.IntervalReason.WAITING_FOR_CUSTOMER;
import static com.leecyber.support.sla.PromiseKind.FIRST_RESPONSE;
import static com.leecyber.support.sla.PromiseKind.FOLLOW_UP;
import static com.leecyber.support.sla.PromiseKind.HARDWARE_REPAIR;
import static com.leecyber.support.sla.PromiseKind.SECOND_LINE;
import static com.leecyber.support.sla.Verdict.BREACHED;
import static com.leecyber.support.sla.Verdict.MET;
import static com.leecyber.support.sla.Verdict.OPEN;
import static com.leecyber.support.sla.Verdict.RELEASED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import com.leecyber.support.sla.ClockFact.Closed;
import com.leecyber.support.sla.ClockFact.CustomerAnswered;
import com.leecyber.support.sla.ClockFact.Escalated;
import com.leecyber.support.sla.ClockFact.HardwareFaultDetected;
import com.leecyber.support.sla.ClockFact.HardwareRepaired;
import com.leecyber.support.sla.ClockFact.InformationRequested;
import com.leecyber.support.sla.ClockFact.Registered;
import com.leecyber.support.sla.ClockFact.Responded;
import com.leecyber.support.sla.ClockFact.ReturnedToFirstLine;
import com.leecyber.support.sla.ClockFact.WindowCorrected;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ResponseClockTest {

    private static final ResponseWindow TWO_HOURS = window("PT2H", "R3.2");
    private static final ResponseWindow SIX_HOURS = window("PT6H", "R3.2");
    private static final ResponseWindow TWELVE_HOURS = window("PT12H", "R5.4b");

    @Test
    @DisplayName("R3.2: the first response is owed from registration, with a warning at its share of the window")
    void opensTheFirstResponse() {
        Promise promise = only(read("10:00", new Registered(at("09:00"), TWO_HOURS)));

        assertThat(promise)
                .isEqualTo(new Promise(1, FIRST_RESPONSE, at("09:00"), at("10:30"), at("11:00"), OPEN, null, "R3.2"));
    }

    @Test
    @DisplayName("R3.2: a response at the very deadline is in time")
    void meetsTheDeadlineToTheMoment() {
        Promise promise =
                only(read("12:00", new Registered(at("09:00"), TWO_HOURS), new Responded(at("11:00"), "anna")));

        assertThat(promise.verdict()).isEqualTo(MET);
        assertThat(promise.settledAt()).isEqualTo(at("11:00"));
    }

    @Test
    @DisplayName("R3.2: a millisecond after the deadline is too late")
    void missesTheDeadlineByAMillisecond() {
        Instant late = at("11:00").plusMillis(1);

        Promise promise = only(read("12:00", new Registered(at("09:00"), TWO_HOURS), new Responded(late, "anna")));

        assertThat(promise.verdict()).isEqualTo(BREACHED);
        assertThat(promise.settledAt()).isEqualTo(late);
    }

    @Test
    @DisplayName("R3.2: an overdue response is breached and still owed, so it stays the next thing due")
    void keepsOwingWhatIsOverdue() {
        ClockReading reading = read("12:00", new Registered(at("09:00"), TWO_HOURS));

        assertThat(only(reading).verdict()).isEqualTo(BREACHED);
        assertThat(only(reading).owed()).isTrue();
        assertThat(reading.nextDue()).contains(only(reading));
    }

    @Test
    @DisplayName("R3.2: at its very deadline an unanswered promise is still open")
    void isOpenAtTheDeadline() {
        assertThat(only(read("11:00", new Registered(at("09:00"), TWO_HOURS))).verdict())
                .isEqualTo(OPEN);
    }

    @Test
    @DisplayName("R3.2, R4.1: a corrected type moves the deadline, counted from registration")
    void correctsTheWindowFromRegistration() {
        Promise promise = only(
                read("10:00", new Registered(at("09:00"), TWO_HOURS), new WindowCorrected(at("09:30"), SIX_HOURS)));

        assertThat(promise.startedAt()).isEqualTo(at("09:00"));
        assertThat(promise.warnAt()).isEqualTo(at("13:30"));
        assertThat(promise.dueAt()).isEqualTo(at("15:00"));
    }

    @Test
    @DisplayName("R3.2, R4.1: a correction to a window that is already over is a breach at that window's end")
    void breachesByCorrection() {
        Promise promise = only(
                read("12:00", new Registered(at("09:00"), SIX_HOURS), new WindowCorrected(at("12:00"), TWO_HOURS)));

        assertThat(promise.verdict()).isEqualTo(BREACHED);
        assertThat(promise.dueAt()).isEqualTo(at("11:00"));
        assertThat(promise.owed()).isTrue();
    }

    @Test
    @DisplayName("R3.2, R4.1: a correction after the breach does not heal it")
    void doesNotHealABreachByCorrection() {
        Promise promise = only(read(
                "12:00",
                new Registered(at("09:00"), TWO_HOURS),
                new WindowCorrected(at("11:30"), SIX_HOURS),
                new Responded(at("12:00"), "anna")));

        assertThat(promise.verdict()).isEqualTo(BREACHED);
        assertThat(promise.dueAt()).isEqualTo(at("11:00"));
    }

    @Test
    @DisplayName("R3.2, R4.1: a correction after the answer does not make it late")
    void doesNotSpoilAnAnswerByCorrection() {
        Promise promise = only(read(
                "18:00",
                new Registered(at("09:00"), SIX_HOURS),
                new Responded(at("12:00"), "anna"),
                new WindowCorrected(at("12:30"), TWO_HOURS)));

        assertThat(promise.verdict()).isEqualTo(MET);
        assertThat(promise.dueAt()).isEqualTo(at("15:00"));
    }

    @Test
    @DisplayName("R5.2: a question to the customer is a response, and then no clock runs")
    void waitsForTheCustomer() {
        ClockReading reading =
                read("23:00", new Registered(at("09:00"), TWO_HOURS), new InformationRequested(at("10:00"), "anna"));

        assertThat(only(reading).verdict()).isEqualTo(MET);
        assertThat(reading.nextDue()).isEmpty();
        assertThat(reading.intervals())
                .extracting(Interval::reason, Interval::clause)
                .containsExactly(tuple(AWAITING_FIRST_RESPONSE, "R3.2"), tuple(WAITING_FOR_CUSTOMER, "R5.2"));
    }

    @Test
    @DisplayName("R3.2, R5.2: the customer's answer opens a follow-up of the corrected length")
    void opensAFollowUpOfTheSameLength() {
        ClockReading reading = read(
                "12:30",
                new Registered(at("09:00"), TWO_HOURS),
                new WindowCorrected(at("09:30"), SIX_HOURS),
                new InformationRequested(at("10:00"), "anna"),
                new CustomerAnswered(at("12:00")));

        assertThat(reading.nextDue())
                .contains(new Promise(2, FOLLOW_UP, at("12:00"), at("16:30"), at("18:00"), OPEN, null, "R3.2"));
    }

    @Test
    @DisplayName("R5.2: a customer's message that nobody asked for changes no deadline")
    void ignoresUnaskedAnswers() {
        ClockReading reading = read(
                "10:30",
                new Registered(at("09:00"), TWO_HOURS),
                new CustomerAnswered(at("09:30")),
                new Responded(at("10:00"), "anna"),
                new CustomerAnswered(at("10:10")));

        assertThat(only(reading).verdict()).isEqualTo(MET);
    }

    @Test
    @DisplayName("R5.2: the second message of the same answer opens nothing more")
    void opensOneFollowUpForOneQuestion() {
        ClockReading reading = read(
                "12:00",
                new Registered(at("09:00"), TWO_HOURS),
                new InformationRequested(at("10:00"), "anna"),
                new CustomerAnswered(at("11:00")),
                new CustomerAnswered(at("11:30")));

        assertThat(reading.promises()).extracting(Promise::dueAt).containsExactly(at("11:00"), at("13:00"));
    }

    @Test
    @DisplayName("R5.2: a further message while the customer has the word leaves it with the customer")
    void keepsWaitingAfterAFurtherMessage() {
        ClockReading reading = read(
                "12:00",
                new Registered(at("09:00"), TWO_HOURS),
                new InformationRequested(at("10:00"), "anna"),
                new Responded(at("10:30"), "anna"),
                new CustomerAnswered(at("11:00")));

        assertThat(reading.promises()).extracting(Promise::kind).containsExactly(FIRST_RESPONSE, FOLLOW_UP);
    }

    @Test
    @DisplayName("R5.3, R3.2: the second line owes a response from the escalation")
    void opensTheSecondLine() {
        ClockReading reading = read(
                "11:00",
                new Registered(at("09:00"), TWO_HOURS),
                new Responded(at("10:00"), "anna"),
                new Escalated(at("10:00"), SIX_HOURS));

        assertThat(reading.nextDue()).map(Promise::kind).contains(SECOND_LINE);
        assertThat(reading.nextDue()).map(Promise::dueAt).contains(at("16:00"));
        assertThat(reading.intervals())
                .extracting(Interval::reason)
                .containsExactly(AWAITING_FIRST_RESPONSE, AWAITING_SECOND_LINE);
    }

    @Test
    @DisplayName("R5.3: an escalation without a response leaves the first response owed until there is one")
    void keepsAnUnansweredPromiseBesideTheSecondLine() {
        ClockReading reading = read(
                "12:00",
                new Registered(at("09:00"), TWO_HOURS),
                new Escalated(at("10:00"), SIX_HOURS),
                new Responded(at("11:30"), "boris"));

        assertThat(reading.promises())
                .extracting(Promise::kind, Promise::verdict)
                .containsExactly(tuple(FIRST_RESPONSE, BREACHED), tuple(SECOND_LINE, MET));
    }

    @Test
    @DisplayName("R5.3: a ticket given back without a response keeps the second line's deadline")
    void keepsTheDeadlineOnReturn() {
        ClockReading reading = read(
                "11:00",
                new Registered(at("08:00"), TWO_HOURS),
                new Responded(at("09:00"), "anna"),
                new Escalated(at("09:00"), SIX_HOURS),
                new ReturnedToFirstLine(at("10:00"), TWO_HOURS));

        assertThat(reading.promises()).extracting(Promise::kind).containsExactly(FIRST_RESPONSE, SECOND_LINE);
        assertThat(reading.nextDue()).map(Promise::dueAt).contains(at("15:00"));
    }

    @Test
    @DisplayName("R5.3: giving a ticket back does not replace an overdue response by a fresh deadline")
    void keepsAnOverdueDeadlineOnReturn() {
        ClockReading reading = read(
                "17:00",
                new Registered(at("08:00"), TWO_HOURS),
                new Responded(at("09:00"), "anna"),
                new Escalated(at("09:00"), SIX_HOURS),
                new ReturnedToFirstLine(at("16:00"), TWO_HOURS));

        assertThat(reading.nextDue()).map(Promise::dueAt).contains(at("15:00"));
    }

    @Test
    @DisplayName("R5.3: a ticket given back after a response gets a follow-up with the given window")
    void opensAFollowUpOnReturn() {
        ClockReading reading = read(
                "11:30",
                new Registered(at("08:00"), TWO_HOURS),
                new Responded(at("09:00"), "anna"),
                new Escalated(at("09:00"), SIX_HOURS),
                new Responded(at("10:00"), "boris"),
                new ReturnedToFirstLine(at("11:00"), TWO_HOURS));

        assertThat(reading.nextDue()).map(Promise::kind).contains(FOLLOW_UP);
        assertThat(reading.nextDue()).map(Promise::dueAt).contains(at("13:00"));
    }

    @Test
    @DisplayName("R5.3: an escalation takes the word back from the customer, whose late answer opens nothing more")
    void endsWaitingAtEscalation() {
        ClockReading reading = read(
                "13:00",
                new Registered(at("08:00"), TWO_HOURS),
                new InformationRequested(at("09:00"), "anna"),
                new Escalated(at("10:00"), SIX_HOURS),
                new CustomerAnswered(at("11:00")));

        assertThat(reading.promises()).extracting(Promise::kind).containsExactly(FIRST_RESPONSE, SECOND_LINE);
    }

    @Test
    @DisplayName("R5.3: a return takes the word back from the customer, whose late answer opens nothing more")
    void endsWaitingAtReturn() {
        ClockReading reading = read(
                "13:00",
                new Registered(at("08:00"), TWO_HOURS),
                new InformationRequested(at("09:00"), "boris"),
                new ReturnedToFirstLine(at("10:00"), TWO_HOURS),
                new CustomerAnswered(at("11:00")));

        assertThat(reading.promises()).extracting(Promise::dueAt).containsExactly(at("10:00"), at("12:00"));
    }

    @Test
    @DisplayName(
            "R5.2: after an answer to the second line, the follow-up has the second line's length, not the corrected")
    void takesTheLengthOfTheLastResponse() {
        ClockReading reading = read(
                "12:00",
                new Registered(at("09:00"), TWO_HOURS),
                new Escalated(at("09:30"), SIX_HOURS),
                new WindowCorrected(at("09:40"), TWO_HOURS),
                new InformationRequested(at("10:00"), "boris"),
                new CustomerAnswered(at("11:00")));

        assertThat(reading.nextDue()).map(Promise::dueAt).contains(at("17:00"));
    }

    @Test
    @DisplayName("R5.4b: a repair is owed from the detection, and no message keeps that promise")
    void countsARepairFromDetection() {
        ClockReading reading = read(
                "11:00",
                new Registered(at("08:00"), TWO_HOURS),
                new HardwareFaultDetected(at("10:00"), at("07:00"), TWELVE_HOURS),
                new Responded(at("10:00"), "boris"));

        assertThat(reading.nextDue())
                .contains(new Promise(2, HARDWARE_REPAIR, at("07:00"), at("16:00"), at("19:00"), OPEN, null, "R5.4b"));
    }

    @Test
    @DisplayName("R5.4b: a repair within 12 hours of the detection keeps the promise")
    void settlesARepair() {
        ClockReading reading = read(
                "23:00",
                new Registered(at("08:00"), TWO_HOURS),
                new Responded(at("09:00"), "boris"),
                new HardwareFaultDetected(at("09:00"), at("08:30"), TWELVE_HOURS),
                new HardwareRepaired(at("20:30")));

        assertThat(reading.promises()).extracting(Promise::verdict).containsExactly(MET, MET);
        assertThat(reading.intervals())
                .extracting(Interval::reason)
                .containsExactly(AWAITING_FIRST_RESPONSE, AWAITING_FIRST_RESPONSE, AWAITING_REPAIR, ANSWERED);
    }

    @Test
    @DisplayName("R5.4b: a fault cannot be detected after it was recorded")
    void refusesAFutureDetection() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HardwareFaultDetected(at("10:00"), at("10:01"), TWELVE_HOURS));
    }

    @Test
    @DisplayName("R5.4c: a withdrawn ticket releases the promise that was still in time")
    void releasesAtClosure() {
        ClockReading reading = read("23:00", new Registered(at("09:00"), TWO_HOURS), new Closed(at("10:00")));

        assertThat(only(reading).verdict()).isEqualTo(RELEASED);
        assertThat(only(reading).settledAt()).isEqualTo(at("10:00"));
        assertThat(reading.nextDue()).isEmpty();
    }

    @Test
    @DisplayName("R5.4c: closing an overdue ticket does not hide the breach")
    void keepsTheBreachAtClosure() {
        Promise promise = only(read("23:00", new Registered(at("09:00"), TWO_HOURS), new Closed(at("12:00"))));

        assertThat(promise.verdict()).isEqualTo(BREACHED);
        assertThat(promise.settledAt()).isEqualTo(at("12:00"));
    }

    @Test
    @DisplayName("R5.4c: nothing changes after the closure")
    void staysClosed() {
        List<ClockFact> closed = List.of(new Registered(at("09:00"), TWO_HOURS), new Closed(at("10:00")));
        List<ClockFact> more = List.of(
                closed.get(0),
                closed.get(1),
                new Escalated(at("11:00"), SIX_HOURS),
                new Responded(at("12:00"), "anna"));

        assertThat(ResponseClock.read(more, at("23:00"))).isEqualTo(ResponseClock.read(closed, at("10:00")));
    }

    @Test
    @DisplayName("R5.4a: after the answer no clock runs, however long the solution takes")
    void hasNoResolutionClock() {
        ClockReading reading = ResponseClock.read(
                List.of(new Registered(at("09:00"), TWO_HOURS), new Responded(at("10:00"), "anna")),
                at("10:00").plus(Duration.ofDays(90)));

        assertThat(reading.nextDue()).isEmpty();
        assertThat(reading.intervals().get(1))
                .isEqualTo(new Interval(at("10:00"), at("10:00").plus(Duration.ofDays(90)), ANSWERED, "R5.4a"));
    }

    @Test
    @DisplayName("R3.2: the explanation is cut where the deadline was missed")
    void explainsAMissedDeadline() {
        ClockReading reading = read(
                "14:00",
                new Registered(at("09:00"), TWO_HOURS),
                new InformationRequested(at("11:20"), "anna"),
                new CustomerAnswered(at("13:00")));

        assertThat(reading.intervals())
                .containsExactly(
                        new Interval(at("09:00"), at("11:00"), AWAITING_FIRST_RESPONSE, "R3.2"),
                        new Interval(at("11:00"), at("11:20"), FIRST_RESPONSE_OVERDUE, "R3.2"),
                        new Interval(at("11:20"), at("13:00"), WAITING_FOR_CUSTOMER, "R5.2"),
                        new Interval(at("13:00"), at("14:00"), AWAITING_FOLLOW_UP, "R3.2"));
    }

    @Test
    @DisplayName("R3.1: a fact from a node whose clock is slow counts at the moment of the fact before it")
    void neverGoesBackInTime() {
        ClockReading reading = read(
                "12:00",
                new Registered(at("09:00"), TWO_HOURS),
                new InformationRequested(at("10:00"), "anna"),
                new CustomerAnswered(at("09:59")));

        assertThat(reading.nextDue()).map(Promise::startedAt).contains(at("10:00"));
    }

    @Test
    @DisplayName("A ticket whose clock was never started owes nothing")
    void readsNothingFromNothing() {
        assertThat(ResponseClock.read(List.of(), at("09:00"))).isEqualTo(new ClockReading(List.of(), List.of()));
    }

    private static ClockReading read(String now, ClockFact... facts) {
        return ResponseClock.read(List.of(facts), at(now));
    }

    private static Promise only(ClockReading reading) {
        assertThat(reading.promises()).hasSize(1);
        return reading.promises().get(0);
    }

    private static ResponseWindow window(String length, String clause) {
        return new ResponseWindow(Duration.parse(length), 0.75, clause, "rule", "1");
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + ":00Z");
    }
}
