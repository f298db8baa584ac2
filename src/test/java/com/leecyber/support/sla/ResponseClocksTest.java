package com.leecyber.support.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.leecyber.support.MovableClock;
import com.leecyber.support.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@JdbcTest
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@ContextConfiguration(initializers = TestDatabase.class)
@EnableConfigurationProperties(SlaSettings.class)
@Import({ResponseClocks.class, ClockFacts.class, DeadlineNotices.class, MovableClock.Configuration.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class ResponseClocksTest {

    private static final ResponseWindow TWO_HOURS =
            new ResponseWindow(Duration.ofHours(2), 0.75, "R3.2", "email-2h", "responseWindow:1");
    private static final AtomicLong TICKETS = new AtomicLong();

    @Autowired
    ResponseClocks clocks;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    private final long ticket = TICKETS.incrementAndGet();
    private Instant registeredAt;

    @BeforeEach
    void registered() {
        registeredAt = clock.instant();
        clocks.start(ticket, registeredAt, TWO_HOURS);
    }

    @Test
    @DisplayName("R3.2: every kind of fact reads back as it was stored")
    void storesEveryFact() {
        ResponseWindow sixHours = new ResponseWindow(Duration.ofHours(6), 0.9, "R3.2", null, null);
        clocks.correctWindow(ticket, after("PT10M"), sixHours);
        clocks.informationRequested(ticket, after("PT1H"), "anna");
        clocks.customerAnswered(ticket, after("PT2H"));
        clocks.responded(ticket, after("PT3H"), "anna");
        clocks.escalated(ticket, after("PT3H"), sixHours);
        clocks.hardwareFaultDetected(ticket, after("PT3H30M"), after("PT4H"));
        clocks.returnedToFirstLine(ticket, after("PT5H"), TWO_HOURS);
        clocks.hardwareRepaired(ticket, after("PT12H"));
        clocks.closed(ticket, after("PT13H"));
        passUntil("PT20H");

        ResponseWindow repair =
                new ResponseWindow(Duration.ofHours(12), 0.75, "R5.4b", "support.sla.hardware-repair", null);
        List<ClockFact> facts = List.of(
                new ClockFact.Registered(registeredAt, TWO_HOURS),
                new ClockFact.WindowCorrected(after("PT10M"), sixHours),
                new ClockFact.InformationRequested(after("PT1H"), "anna"),
                new ClockFact.CustomerAnswered(after("PT2H")),
                new ClockFact.Responded(after("PT3H"), "anna"),
                new ClockFact.Escalated(after("PT3H"), sixHours),
                new ClockFact.HardwareFaultDetected(after("PT4H"), after("PT3H30M"), repair),
                new ClockFact.ReturnedToFirstLine(after("PT5H"), TWO_HOURS),
                new ClockFact.HardwareRepaired(after("PT12H")),
                new ClockFact.Closed(after("PT13H")));
        assertThat(new ClockFacts(database).of(ticket)).isEqualTo(facts);
        assertThat(clocks.read(ticket)).isEqualTo(ResponseClock.read(facts, clock.instant()));
    }

    @Test
    @DisplayName("R3.2: a ticket's clock starts once")
    void startsOnce() {
        assertThatThrownBy(() -> clocks.start(ticket, registeredAt, TWO_HOURS))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    @DisplayName("A ticket whose clock was never started owes nothing")
    void readsAnUnknownTicket() {
        assertThat(clocks.read(-1).promises()).isEmpty();
        assertThat(clocks.noteBreaches(-1)).isEmpty();
    }

    @Test
    @DisplayName("R3.2: a warning is noted at its moment, once, and not before")
    void notesAWarningOnce() {
        passUntil("PT1H29M59.999S");
        assertThat(clocks.noteWarnings(ticket)).isEmpty();

        passUntil("PT1H30M");
        assertThat(clocks.noteWarnings(ticket)).extracting(Promise::dueAt).containsExactly(after("PT2H"));
        assertThat(clocks.noteWarnings(ticket)).isEmpty();
    }

    @Test
    @DisplayName("R3.2: nobody is warned of a promise that was kept, nor of a deadline that is gone")
    void warnsOnlyWhileItHelps() {
        passUntil("PT3H");
        assertThat(clocks.noteWarnings(ticket)).isEmpty();

        clocks.responded(ticket, after("PT3H"), "anna");
        assertThat(clocks.noteWarnings(ticket)).isEmpty();
    }

    @Test
    @DisplayName("R3.2: a breach is noted at the deadline, once, and not before")
    void notesABreachOnce() {
        passUntil("PT1H59M59.999S");
        assertThat(clocks.noteBreaches(ticket)).isEmpty();

        passUntil("PT2H");
        assertThat(clocks.noteBreaches(ticket)).extracting(Promise::dueAt).containsExactly(after("PT2H"));
        passUntil("PT5H");
        assertThat(clocks.noteBreaches(ticket)).isEmpty();
    }

    @Test
    @DisplayName("R3.2: an answer in time is never noted as a breach")
    void notesNoBreachOfAKeptPromise() {
        clocks.responded(ticket, after("PT2H"), "anna");
        passUntil("PT5H");

        assertThat(clocks.noteBreaches(ticket)).isEmpty();
    }

    @Test
    @DisplayName("R3.2: an answer that came late, before the breach was noted, is still noted once")
    void notesABreachAfterALateAnswer() {
        clocks.responded(ticket, after("PT2H0.001S"), "anna");
        passUntil("PT3H");

        assertThat(clocks.noteBreaches(ticket))
                .extracting(Promise::verdict, Promise::settledAt)
                .containsExactly(tuple(Verdict.BREACHED, after("PT2H0.001S")));
        assertThat(clocks.noteBreaches(ticket)).isEmpty();
    }

    @Test
    @DisplayName("R3.2: each promise of a ticket is noted for itself")
    void notesEveryPromise() {
        passUntil("PT3H");
        assertThat(clocks.noteBreaches(ticket)).extracting(Promise::number).containsExactly(1);
        clocks.informationRequested(ticket, after("PT3H"), "anna");
        clocks.customerAnswered(ticket, after("PT4H"));

        passUntil("PT7H");
        assertThat(clocks.noteBreaches(ticket))
                .extracting(Promise::number, Promise::kind)
                .containsExactly(tuple(2, PromiseKind.FOLLOW_UP));
    }

    @Test
    @DisplayName("R5.4b: a fault that lies in the future is refused and leaves no fact")
    void refusesAFutureDetection() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clocks.hardwareFaultDetected(ticket, after("PT2H"), after("PT1H")));
        assertThat(clocks.read(ticket).promises()).hasSize(1);
    }

    @Test
    @DisplayName("Facts from many writers at once are all kept, each under its own number")
    void keepsEveryConcurrentFact() throws Exception {
        inParallel(40, () -> {
            clocks.customerAnswered(ticket, after("PT1H"));
            return null;
        });

        assertThat(database.sql("select sequence from clock_fact where ticket_id = :ticket order by sequence")
                        .param("ticket", ticket)
                        .query(Integer.class)
                        .list())
                .isEqualTo(IntStream.rangeClosed(1, 41).boxed().toList());
    }

    @Test
    @DisplayName("R3.2: of many timers that run at once, one notes the breach")
    void notesABreachOnceAmongMany() throws Exception {
        passUntil("PT2H");

        List<List<Promise>> noted = inParallel(16, () -> clocks.noteBreaches(ticket));

        assertThat(noted.stream().flatMap(List::stream)).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "update clock_fact set happened_at = now()",
                "delete from clock_fact",
                "truncate clock_fact",
                "update deadline_notice set noted_at = now()",
                "delete from deadline_notice",
                "truncate deadline_notice"
            })
    @DisplayName("The application's role cannot change what was recorded")
    void isAppendOnly(String change) {
        assertThatThrownBy(() -> database.sql(change).update()).rootCause().hasMessageContaining("permission denied");
    }

    private static <T> List<T> inParallel(int times, Callable<T> step) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<T>> all = threads.invokeAll(
                    IntStream.range(0, times).mapToObj(index -> step).toList());
            List<T> results = new ArrayList<>();
            for (Future<T> one : all) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private void passUntil(String span) {
        clock.advance(Duration.between(clock.instant(), after(span)));
    }

    private Instant after(String span) {
        return registeredAt.plus(Duration.parse(span));
    }
}
