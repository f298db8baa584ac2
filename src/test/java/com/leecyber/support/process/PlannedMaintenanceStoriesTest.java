package com.leecyber.support.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.leecyber.support.notification.CircularKind;
import com.leecyber.support.notification.Circulating;
import com.leecyber.support.works.AllWorks;
import com.leecyber.support.works.Works;
import com.leecyber.support.works.WorksState;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way through bpmn/plannedMaintenance.bpmn (R6.1). */
@ProcessStories
@Import(Circulating.class)
class PlannedMaintenanceStoriesTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    Story story;

    @Autowired
    Circulating circulating;

    @Autowired
    AllWorks all;

    @Autowired
    JdbcClient database;

    /** The Saturday after next at noon: off-peak, and always more than a day ahead. */
    private Instant saturday() {
        return ZonedDateTime.ofInstant(story.now(), ZONE)
                .plusDays(2)
                .with(TemporalAdjusters.next(DayOfWeek.SATURDAY))
                .truncatedTo(ChronoUnit.DAYS)
                .plusHours(12)
                .toInstant();
    }

    private static Map<String, Object> plan(Instant from, Instant to, Map<String, Object> changes) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "services",
                "docs",
                "from",
                from.toString(),
                "to",
                to.toString(),
                "interrupts",
                true,
                "textRu",
                "Обновим хранилище. Документы не будут открываться.",
                "textEn",
                "We update the storage. Documents will not open."));
        form.putAll(changes);
        return form;
    }

    private String planned() {
        Instant from = saturday();
        return planned(from, from.plus(HOUR));
    }

    private String planned(Instant from, Instant to) {
        return story.starts("oleg", PlannedMaintenanceProcess.KEY, plan(from, to, Map.of()));
    }

    private void approves(String number) {
        story.completes("vera", number, "Task_ApproveWorks", Map.of("outcome", "APPROVE"));
    }

    /** Planned, approved, and every mail is out. */
    private String announced() {
        String number = planned();
        approves(number);
        circulating.sendAll();
        return number;
    }

    private void passesUntil(Instant moment) {
        story.passes(Duration.between(story.now(), moment));
    }

    private void passesUntilTheStart(String number) {
        passesUntil(works(number).window().startsAt());
    }

    private Works works(String number) {
        return all.get(number);
    }

    private static Map<String, Object> moved(Instant from) {
        return plan(from, from.plus(HOUR), Map.of("outcome", "MOVE"));
    }

    private long mails(String number, CircularKind kind, int sequence) {
        circulating.queueAll();
        return circulating.mails(number, kind, sequence).size();
    }

    @Test
    void announcedWorksBeginAtTheirTimeAndEveryLicensedCustomerIsToldOfTheirEnd() {
        String number = announced();
        Works plan = works(number);
        assertThat(story.task(number, "Task_FollowAnnouncement").getName())
                .isEqualTo(number + " · Проследить за уведомлением");
        assertThat(story.timers(number))
                .containsExactly(Map.entry(
                        "BoundaryEvent_NoticeDue", plan.window().startsAt().minus(Duration.ofHours(12))));

        passesUntil(plan.window().startsAt().minus(Duration.ofHours(12)));
        assertThat(story.timers(number))
                .containsOnly(
                        Map.entry("BoundaryEvent_StartDue", plan.window().startsAt()),
                        Map.entry(
                                "BoundaryEvent_ReminderDue",
                                plan.window().startsAt().minus(Duration.ofHours(2))));

        passesUntilTheStart(number);
        assertThat(works(number).state()).isEqualTo(WorksState.RUNNING);
        assertThat(downtime(number)).isEqualTo("docs open");

        story.passes(Duration.ofMinutes(40));
        story.completes("oleg", number, "Task_PerformWorks", Map.of("outcome", "DONE", "text", "Хранилище обновлено."));
        assertThat(story.passed(number)).contains("EndEvent_CustomersReminded", "EndEvent_WorksCompleted");
        assertThat(story.openTasks(number)).isEmpty();
        assertThat(works(number).endedAt()).contains(plan.window().startsAt().plus(Duration.ofMinutes(40)));
        assertThat(downtime(number)).isEqualTo("docs PT40M");
        assertThat(mails(number, CircularKind.WORKS_ANNOUNCED, 1))
                .isPositive()
                .isEqualTo(mails(number, CircularKind.WORKS_REMINDER, 1))
                .isEqualTo(mails(number, CircularKind.WORKS_COMPLETED, 1));
        assertThat(story.journal(number))
                .containsSubsequence(
                        "WORKS_PLANNED",
                        "WORKS_APPROVED",
                        "CIRCULAR_BEGAN",
                        "CIRCULAR_QUEUED",
                        "NOTICE_CHECKED",
                        "WORKS_BEGAN",
                        "DOWNTIME_BEGAN",
                        "WORKS_ENDED",
                        "DOWNTIME_ENDED");
    }

    private String downtime(String number) {
        return database.sql("select service || ' ' || case when ended_at is null then 'open' else"
                        + " (ended_at - started_at)::text end from downtime where reference = ?")
                .param(number)
                .query(String.class)
                .single()
                .replace("00:40:00", "PT40M");
    }

    @Test
    void aStartSoonerThanTwelveHoursIsRefusedWithTheEarliestOne() {
        Instant tooSoon = saturday();
        passesUntil(tooSoon.minus(Duration.ofMinutes(11 * 60 + 59)));

        assertThatThrownBy(() -> planned(tooSoon, tooSoon.plus(HOUR)))
                .hasMessageContaining("from: ")
                .hasMessageContaining("12:01")
                .hasMessageContaining("12 h");
        assertThat(planned(tooSoon.plus(Duration.ofMinutes(2)), tooSoon.plus(HOUR)))
                .startsWith("PW-");
    }
}
