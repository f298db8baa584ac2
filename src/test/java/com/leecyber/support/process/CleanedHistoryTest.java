package com.leecyber.support.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.audit.Journal;
import com.leecyber.support.proof.JournalEntry;
import com.leecyber.support.ticket.TicketLifecycle;
import com.leecyber.support.ticket.TicketType;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Case 20: the engine's history of what is long over goes; the journal stays, and tells that it went. */
@ProcessStories
class CleanedHistoryTest {

    private static final Duration KEPT = Duration.ofDays(400);

    @Autowired
    Story story;

    @Autowired
    Journal journal;

    @Autowired
    TicketLifecycle lifecycle;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryHealthIndicator health;

    @Autowired
    JdbcClient database;

    @Test
    void theHistoryOfAClosedTicketGoesWhenItsTimeIsOverAndTheJournalStays() {
        String number = closedTicket();
        String open = story.registered(TicketType.QUESTION);
        assertThat(removalTime(number)).isCloseTo(story.now().plus(KEPT), Assertions.within(1, ChronoUnit.HOURS));
        List<JournalEntry> before = journal.of(number);
        int cleaned = journal.of(Interventions.HISTORY).size();

        cleanUpAt(story.now().plus(KEPT).minus(1, ChronoUnit.DAYS));
        assertThat(rows("act_hi_procinst", number)).as("a day before its time").isPositive();

        cleanUpAt(story.now().plus(KEPT).plus(1, ChronoUnit.DAYS));
        assertThat(rows("act_hi_procinst", number)).isZero();
        assertThat(story.passed(number)).isEmpty();
        assertThat(rows("act_hi_procinst", open)).as("an open ticket's").isPositive();

        assertThat(journal.of(number)).isEqualTo(before);
        assertThat(journal.verify(number)).isEmpty();
        assertThat(before).extracting(JournalEntry::details).anyMatch(details -> details.contains("\"step\":{"));
        List<JournalEntry> told =
                journal.of(Interventions.HISTORY).stream().skip(cleaned).toList();
        assertThat(told).isNotEmpty();
        assertThat(told).extracting(JournalEntry::kind).containsOnly("HISTORY_CLEANED");
        assertThat(told).extracting(JournalEntry::actor).containsOnly("system:history-cleanup");
        assertThat(told)
                .extracting(JournalEntry::details)
                .anyMatch(details -> details.matches(".*\"act_hi_procinst\":[1-9].*")
                        && details.matches(".*\"act_hi_actinst\":[1-9].*"));
    }

    @Test
    void aRunThatRemovesNothingLeavesNoEntry() {
        cleanUpAt(story.now());
        int before = journal.of(Interventions.HISTORY).size();

        cleanUpAt(story.now());

        assertThat(journal.of(Interventions.HISTORY)).hasSize(before);
    }

    @Test
    void anOperatorSeesWhenTheCleanUpDoesNotCome() {
        String number = closedTicket();
        cleanUpAt(story.now());
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        Instant removal = removalTime(number);
        try {
            expireAt(number, story.now().minus(HistoryHealthIndicator.PATIENCE).plusSeconds(60));
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);

            expireAt(number, story.now().minus(HistoryHealthIndicator.PATIENCE).minusSeconds(60));
            Health overdue = health.health();
            assertThat(overdue.getStatus().getCode()).isEqualTo("WARNING");
            assertThat(overdue.getDetails().get("overdueSince")).isNotEqualTo("none");
        } finally {
            expireAt(number, removal);
        }
    }

    private String closedTicket() {
        String number = story.registered(TicketType.QUESTION);
        lifecycle.withdraw(number);
        story.runDueJobs();
        return number;
    }

    /** Runs the clean-up as the engine's job would at that moment, until nothing more is to be removed. */
    private void cleanUpAt(Instant moment) {
        for (int run = 0; run < 200; run++) {
            ClockUtil.setCurrentTime(Date.from(moment));
            int before = journal.of(Interventions.HISTORY).size();
            history.cleanUpHistoryAsync(true);
            for (Job job : history.findHistoryCleanupJobs()) {
                management.executeJob(job.getId());
            }
            if (journal.of(Interventions.HISTORY).size() == before) {
                break;
            }
        }
        ClockUtil.setCurrentTime(Date.from(story.now()));
    }

    private long rows(String table, String number) {
        return database.sql("select count(*) from " + table + " where business_key_ = ?")
                .param(number)
                .query(Long.class)
                .single();
    }

    private Instant removalTime(String number) {
        return database.sql("select min(removal_time_) from act_hi_procinst where business_key_ = ?")
                .param(number)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private void expireAt(String number, Instant moment) {
        database.sql("update act_hi_procinst set removal_time_ = :moment where business_key_ = :number")
                .param("moment", Timestamp.from(moment))
                .param("number", number)
                .update();
    }
}
