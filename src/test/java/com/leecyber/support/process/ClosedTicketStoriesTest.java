package com.leecyber.support.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.MovableClock;
import com.leecyber.support.report.ClosedTickets;
import com.leecyber.support.report.StepTimes;
import com.leecyber.support.ticket.ClosingReason;
import com.leecyber.support.ticket.TicketLifecycle;
import com.leecyber.support.ticket.TicketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From a ticket's closure to its figures: each counts once, whatever happens meanwhile. */
@ProcessStories
class ClosedTicketStoriesTest {

    @Autowired
    Story story;

    @Autowired
    ClosedTickets closedTickets;

    @Autowired
    StepTimes stepTimes;

    @Autowired
    TicketLifecycle lifecycle;

    @Autowired
    MovableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Test
    void aClosedTicketIsComputedWithItsSteps() {
        String number = story.registered(TicketType.PROBLEM);
        story.passes(Duration.ofHours(7));
        story.triages(number, Map.of("outcome", "ANSWER", "text", "Исправлено."));
        story.runDueJobs();

        closedTickets.catchUp();

        Map<String, Object> row = database.sql("select * from closed_ticket where number = ?")
                .param(number)
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("response_verdict", "BREACHED")
                .containsEntry("response_by", "anna")
                .containsEntry("closing_reason", "SOLVED")
                .containsEntry("window_seconds", 21600L)
                .containsEntry("steps_counted", true)
                .containsEntry("resolution_seconds", 7 * 3600L);
        assertThat(stepTimes.of(List.of(number)).get(number))
                .filteredOn(step -> step.element().equals("Task_Triage"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.diagram()).isEqualTo("ticket");
                    assertThat(step.version()).isPositive();
                    assertThat(step.visits()).isEqualTo(1);
                    assertThat(step.seconds()).isEqualTo(7 * 3600L);
                });
        theSumsAreThoseOfTheRows();
    }

    @Test
    void aTicketWhoseProcessRunsOnIsCountedAndItsStepsFollow() {
        String number = story.registered(TicketType.QUESTION);
        // Closed behind the process's back, so that the token stays where it is.
        lifecycle.close(number, ClosingReason.WITHDRAWN);

        closedTickets.catchUp();
        assertThat(stepsCounted(number)).isFalse();
        assertThat(due(number)).isTrue();

        clock.advance(Duration.ofDays(1).plusSeconds(1));
        closedTickets.catchUp();
        assertThat(stepsCounted(number)).isTrue();
        assertThat(due(number)).isFalse();
        theSumsAreThoseOfTheRows();
    }

    @Test
    void twoWorkersCountEachTicketOnce() throws Exception {
        List<String> numbers = severalClosed(12);

        ExecutorService workers = Executors.newFixedThreadPool(2);
        try {
            List<Future<Long>> looked = new ArrayList<>();
            for (int worker = 0; worker < 2; worker++) {
                looked.add(workers.submit(closedTickets::catchUp));
            }
            for (Future<Long> done : looked) {
                done.get();
            }
        } finally {
            workers.shutdownNow();
        }

        assertThat(numbers).allMatch(this::stepsCounted).noneMatch(this::due);
        theSumsAreThoseOfTheRows();
    }

    @Test
    void aBatchThatIsRolledBackCountsNothingAndIsDoneAgain() {
        List<String> numbers = severalClosed(3);
        transaction.executeWithoutResult(status -> {
            closedTickets.catchUp();
            status.setRollbackOnly();
        });
        assertThat(numbers).allMatch(this::due);
        theSumsAreThoseOfTheRows();

        closedTickets.catchUp();

        assertThat(numbers).allMatch(this::stepsCounted).noneMatch(this::due);
        theSumsAreThoseOfTheRows();
    }

    @Test
    void whatAnOlderProgramComputedIsComputedAgainAndItsStepsAreNotCountedTwice() {
        List<String> numbers = severalClosed(2);
        closedTickets.catchUp();
        database.sql("update closed_ticket set computed_by = 0, response_by = 'nobody' where number = any(:numbers)")
                .param("numbers", numbers.toArray(String[]::new))
                .update();

        closedTickets.catchUp();

        assertThat(database.sql("select distinct response_by from closed_ticket where number = any(:numbers)")
                        .param("numbers", numbers.toArray(String[]::new))
                        .query(String.class)
                        .list())
                .containsExactly("anna");
        theSumsAreThoseOfTheRows();
    }

    @Test
    void aTicketThatCannotBeComputedWaitsAloneAndSaysWhy() {
        List<String> numbers = severalClosed(2);
        long clockless = database.sql("insert into ticket (id, number, customer_id, channel, type, service, subject,"
                        + " description, status, affected, scope, effect, data_loss, workaround, registered_at, closed_at,"
                        + " closing_reason, version) select nextval('ticket_number'), 'SD-X-' || currval('ticket_number'),"
                        + " customer_id, channel, type, service, subject, description, status, affected, scope, effect,"
                        + " data_loss, workaround, registered_at, closed_at, closing_reason, 0 from ticket"
                        + " where number = ? returning id")
                .param(numbers.get(0))
                .query(Long.class)
                .single();
        database.sql("insert into closed_ticket_due (ticket_id) values (?)")
                .param(clockless)
                .update();

        closedTickets.catchUp();

        assertThat(numbers).allMatch(this::stepsCounted).noneMatch(this::due);
        assertThat(database.sql("select last_error from closed_ticket_due where ticket_id = ?")
                        .param(clockless)
                        .query(String.class)
                        .single())
                .contains("was never started");
        theSumsAreThoseOfTheRows();
        database.sql("delete from closed_ticket_due where ticket_id = ?")
                .param(clockless)
                .update();
        database.sql("delete from ticket where id = ?").param(clockless).update();
    }

    private List<String> severalClosed(int count) {
        List<String> numbers = new ArrayList<>();
        for (int ticket = 0; ticket < count; ticket++) {
            String number = story.registered(TicketType.QUESTION);
            story.passes(Duration.ofMinutes(5));
            story.triages(number, Map.of("outcome", "ANSWER", "text", "Вот ответ."));
            numbers.add(number);
        }
        story.runDueJobs();
        return numbers;
    }

    private boolean stepsCounted(String number) {
        return database.sql("select steps_counted from closed_ticket where number = ?")
                .param(number)
                .query(Boolean.class)
                .single();
    }

    private boolean due(String number) {
        return database.sql("select count(*) > 0 from closed_ticket_due due join ticket on ticket.id = due.ticket_id"
                        + " where ticket.number = ?")
                .param(number)
                .query(Boolean.class)
                .single();
    }

    /** Both tables of sums, against everything that was ever added to them. */
    private void theSumsAreThoseOfTheRows() {
        assertThat(database.sql("select day, channel, type, priority, service, window_clause, window_seconds, tickets,"
                                + " no_licence, met, breached, released, escalated from response_day where tickets <> 0"
                                + " order by 1, 2, 3, 4, 5, 6, 7")
                        .query()
                        .listOfRows()
                        .toString())
                .isEqualTo(database.sql("select closed_day as day, channel, type, coalesce(priority, '') as priority,"
                                + " service, window_clause, window_seconds, count(*) as tickets,"
                                + " count(*) filter (where closing_reason = 'NO_LICENCE') as no_licence,"
                                + " count(*) filter (where closing_reason <> 'NO_LICENCE' and response_verdict = 'MET') as met,"
                                + " count(*) filter (where closing_reason <> 'NO_LICENCE' and response_verdict = 'BREACHED')"
                                + " as breached, count(*) filter (where closing_reason <> 'NO_LICENCE' and response_verdict ="
                                + " 'RELEASED') as released, count(*) filter (where escalated) as escalated"
                                + " from closed_ticket group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7")
                        .query()
                        .listOfRows()
                        .toString());
        Map<String, List<Long>> stored = new HashMap<>();
        database.sql("select diagram, version, element, sum(visits) as visits, sum(seconds) as seconds from step_day"
                        + " group by 1, 2, 3")
                .query(row -> {
                    stored.put(
                            row.getString(1) + ":" + row.getInt(2) + ":" + row.getString(3),
                            List.of(row.getLong(4), row.getLong(5)));
                });
        Map<String, List<Long>> engine = new HashMap<>();
        stepTimes
                .of(database.sql("select number from closed_ticket where steps_counted")
                        .query(String.class)
                        .list())
                .values()
                .forEach(steps -> steps.forEach(step -> engine.merge(
                        step.diagram() + ":" + step.version() + ":" + step.element(),
                        List.of(step.visits(), step.seconds()),
                        (one, other) -> List.of(one.get(0) + other.get(0), one.get(1) + other.get(1)))));
        assertThat(stored).isEqualTo(engine);
    }
}
