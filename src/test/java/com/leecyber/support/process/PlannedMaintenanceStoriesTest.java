package com.leecyber.support.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.leecyber.support.audit.Journal;
import com.leecyber.support.notification.CircularKind;
import com.leecyber.support.notification.Circulating;
import com.leecyber.support.proof.JournalEntry;
import com.leecyber.support.status.StatusNotice;
import com.leecyber.support.status.StatusNotice.Stage;
import com.leecyber.support.status.StatusSource;
import com.leecyber.support.works.AllWorks;
import com.leecyber.support.works.Works;
import com.leecyber.support.works.WorksNotice;
import com.leecyber.support.works.WorksPerformance;
import com.leecyber.support.works.WorksState;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    @Autowired
    Journal journal;

    @Autowired
    RuntimeService runtime;

    @Autowired
    WorksPerformance performance;

    @Autowired
    WorksNotice notice;

    @Autowired
    List<StatusSource> sources;

    /** Whatever other stories did to the time, somebody is to be told. */
    @BeforeEach
    void twoCustomersHaveALicence() {
        database.sql("insert into licence (customer_id, valid_from, valid_until) select id, :from, :until from customer"
                        + " where email in ('romashka@customers.example', 'acme@customers.example')")
                .param("from", story.now().atOffset(ZoneOffset.UTC))
                .param("until", story.now().plus(Duration.ofDays(400)).atOffset(ZoneOffset.UTC))
                .update();
    }

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

    @Test
    void aWindowInBusyHoursNeedsAReason() {
        Instant noon = ZonedDateTime.ofInstant(saturday(), ZONE).plusDays(3).toInstant();

        assertThatThrownBy(() -> planned(noon, noon.plus(HOUR))).hasMessageContaining("offPeakReason: ");
        String number = story.starts(
                "oleg",
                PlannedMaintenanceProcess.KEY,
                plan(noon, noon.plus(HOUR), Map.of("offPeakReason", "Подрядчик работает только днём.")));
        assertThat(works(number).window().offPeakReason()).contains("Подрядчик работает только днём.");
    }

    @ParameterizedTest
    @CsvSource({"-1, to", "0, to", "1441, to"})
    void aWindowEndsAfterItBeginsAndWithinADay(int minutes, String field) {
        Instant from = saturday();

        assertThatThrownBy(() -> planned(from, from.plus(Duration.ofMinutes(minutes))))
                .hasMessageContaining(field + ": ");
    }

    @Test
    void aServiceThatIsNotThereIsRefused() {
        Instant from = saturday();

        assertThatThrownBy(() -> story.starts(
                        "oleg",
                        PlannedMaintenanceProcess.KEY,
                        plan(from, from.plus(HOUR), Map.of("services", "docs,mainframe"))))
                .hasMessageContaining("services: ")
                .hasMessageContaining("projects, docs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "boris", "vera", "olga", "inna"})
    void onlyOperationsPlanWorks(String agent) {
        Instant from = saturday();

        assertThatThrownBy(
                        () -> story.starts(agent, PlannedMaintenanceProcess.KEY, plan(from, from.plus(HOUR), Map.of())))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void theJournalSaysWhereWorksWerePlannedAndWhatMadeThemOffPeak() {
        String number = planned();
        approves(number);

        List<JournalEntry> entries = journal.of(number);
        assertThat(entries.get(0).actor()).isEqualTo("oleg");
        assertThat(entries.get(0).details())
                .containsPattern(
                        "\"decided\":\\[\\{\"answer\":\\{\"offPeak\":true\\}.*\"hour\":12,\"weekday\":\"SATURDAY\"")
                .containsPattern("\"step\":\\{\"diagram\":\"plannedMaintenance:\\d+\",\"element\":\"StartEvent_");
        assertThat(entries)
                .filteredOn(entry -> entry.kind().equals("WORKS_APPROVED"))
                .extracting(JournalEntry::details)
                .first()
                .asString()
                .contains("\"element\":\"Task_ApproveWorks\"");
    }

    @Test
    void operationsStartNothingElse() {
        for (String process : List.of(TicketProcess.KEY, TechnicalSupportProcess.KEY, CustomerInformationProcess.KEY)) {
            assertThatThrownBy(() -> story.starts("oleg", process, Map.of()))
                    .isInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void aStartFormLeavesNoTextInTheEngine() {
        String number = announced();

        assertThatThrownBy(() -> story.as(
                        "oleg",
                        () -> runtime.startProcessInstanceByKey(
                                PlannedMaintenanceProcess.KEY, Map.of("textRu", "Осталось бы."))))
                .hasMessageContaining("textRu: ");
        assertThat(database.sql("select count(*) from act_hi_detail detail join act_hi_procinst instance"
                                + " on instance.id_ = detail.proc_inst_id_ where instance.business_key_ = ?"
                                + " and detail.name_ <> 'worksOutcome'")
                        .param(number)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void nobodyApprovesAPlanOfTheirOwn() {
        Instant from = saturday();
        String number = story.starts("admin", PlannedMaintenanceProcess.KEY, plan(from, from.plus(HOUR), Map.of()));

        assertThatThrownBy(() -> story.completes("admin", number, "Task_ApproveWorks", Map.of("outcome", "APPROVE")))
                .hasMessageContaining("outcome: ");
        assertThat(works(number).state()).isEqualTo(WorksState.PLANNED);
    }

    @Test
    void anApprovalThatComesTooLateIsRefusedAndTheWorksArePlannedAnew() {
        String number = planned();
        passesUntil(
                works(number).window().startsAt().minus(Duration.ofHours(12)).plusSeconds(1));

        assertThatThrownBy(() -> approves(number)).hasMessageContaining("outcome: ");
        story.completes("vera", number, "Task_ApproveWorks", Map.of("outcome", "RETURN", "comment", "Уже не успеть."));
        story.completes("oleg", number, "Task_ReviseWorks", moved(saturday()));

        assertThat(story.task(number, "Task_ApproveWorks").getDueDate().toInstant())
                .isEqualTo(works(number).window().startsAt());
        assertThat(works(number).windows()).hasSize(2);
        assertThat(works(number).windows().get(0).comment()).contains("Уже не успеть.");
        assertThat(story.journal(number)).containsExactly("WORKS_PLANNED", "WORKS_REJECTED", "WORKS_MOVED");
    }

    @Test
    void aMoveIsApprovedAnewAndSendsACorrectionWithANewerCalendarFile() {
        String number = announced();
        Instant later = works(number).window().startsAt().plus(Duration.ofHours(3));

        story.completes("oleg", number, "Task_FollowAnnouncement", moved(later));
        assertThat(mails(number, CircularKind.WORKS_MOVED, 2)).isZero();
        approves(number);
        circulating.sendAll();

        assertThat(mails(number, CircularKind.WORKS_MOVED, 2))
                .isPositive()
                .isEqualTo(mails(number, CircularKind.WORKS_ANNOUNCED, 1));
        assertThat(calendars(number)).hasSize(2);
        assertThat(calendars(number).get(0)).contains("SEQUENCE:0", "METHOD:PUBLISH");
        assertThat(calendars(number).get(1)).contains("SEQUENCE:1", "METHOD:PUBLISH");
        passesUntilTheStart(number);
        assertThat(works(number).beganAt()).contains(later);
    }

    private List<String> calendars(String number) {
        return database.sql(
                        "select calendar from circular where about = ? and calendar is not null order by created_at")
                .param(number)
                .query(String.class)
                .list();
    }

    @Test
    void worksMoveEvenWhenEverybodyWasToldAndThenWaitForTheNewTime() {
        String number = announced();
        Instant start = works(number).window().startsAt();
        passesUntil(start.minus(HOUR));

        story.completes("oleg", number, "Task_AwaitStart", moved(start.plus(Duration.ofHours(20))));
        passesUntil(start);
        assertThat(story.task(number, "Task_ApproveWorks")).isNotNull();
        approves(number);
        circulating.sendAll();
        passesUntilTheStart(number);

        assertThat(works(number).beganAt()).contains(start.plus(Duration.ofHours(20)));
    }

    @Test
    void worksOfWhichNobodyHeardAreCancelledInSilence() {
        String number = planned();
        story.completes("vera", number, "Task_ApproveWorks", Map.of("outcome", "RETURN", "comment", "Не нужно."));

        story.completes("oleg", number, "Task_ReviseWorks", Map.of("outcome", "CANCEL"));

        assertThat(story.passed(number)).contains("EndEvent_WorksCancelled");
        assertThat(works(number).state()).isEqualTo(WorksState.CANCELLED);
        assertThat(mails(number, CircularKind.WORKS_CANCELLED, 1)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Task_FollowAnnouncement", "Task_AwaitStart"})
    void customersWhoWereToldHearWhyTheWorksAreCancelled(String step) {
        String number = announced();
        if (step.equals("Task_AwaitStart")) {
            passesUntil(works(number).window().startsAt().minus(HOUR));
        }

        assertThatThrownBy(() -> story.completes("oleg", number, step, Map.of("outcome", "CANCEL")))
                .hasMessageContaining("whyRu: ");
        story.completes(
                "oleg",
                number,
                step,
                Map.of("outcome", "CANCEL", "whyRu", "Поставка задержалась.", "whyEn", "The delivery is late."));

        assertThat(story.passed(number)).contains("EndEvent_WorksCancelled");
        assertThat(mails(number, CircularKind.WORKS_CANCELLED, 1))
                .isEqualTo(mails(number, CircularKind.WORKS_ANNOUNCED, 1));
        assertThat(circulating
                        .mails(number, CircularKind.WORKS_CANCELLED, 1)
                        .get(0)
                        .body())
                .containsAnyOf("Поставка задержалась.", "The delivery is late.");
        assertThat(calendars(number).get(1)).contains("METHOD:CANCEL", "SEQUENCE:1");
        passesUntil(works(number).window().endsAt());
        assertThat(works(number).beganAt()).isEmpty();
    }

    @Test
    void worksOfWhichNotEverybodyWasToldInTimeDoNotBeginAndAreMoved() {
        String number = planned();
        approves(number);
        circulating.queueAll();

        passesUntil(works(number).window().startsAt().minus(Duration.ofHours(12)));
        assertThat(story.task(number, "Task_ReviseWorks")).isNotNull();
        circulating.sendAll();
        story.passes(Duration.ofHours(13));
        assertThat(works(number).state()).isEqualTo(WorksState.APPROVED);

        story.completes("oleg", number, "Task_ReviseWorks", moved(saturday()));
        approves(number);
        circulating.sendAll();
        passesUntilTheStart(number);
        assertThat(works(number).state()).isEqualTo(WorksState.RUNNING);
        assertThat(mails(number, CircularKind.WORKS_MOVED, 2)).isPositive();
    }

    @Test
    void anAddressThatTakesNoMailHoldsNothingUpUnlessNoOtherDid() {
        String reached = planned();
        String unreached = planned();
        approves(reached);
        approves(unreached);
        circulating.queueAll();
        database.sql("update outbox set next_attempt_at = null where circular = ? or id in"
                        + " (select max(id) from outbox where circular = ?)")
                .param(unreached + ":works-announced:1")
                .param(reached + ":works-announced:1")
                .update();
        circulating.sendAll();

        passesUntil(works(reached).window().startsAt().minus(Duration.ofHours(12)));

        assertThat(story.task(reached, "Task_AwaitStart")).isNotNull();
        assertThat(story.task(unreached, "Task_ReviseWorks")).isNotNull();
    }

    @Test
    void aLeadIsWarnedOfWorksThatOverrunAndProlongingThemTellsCustomersTheNewEnd() {
        String number = announced();
        passesUntilTheStart(number);
        Instant planned = works(number).window().endsAt();

        passesUntil(planned);
        assertThat(story.told(number)).containsOnlyOnce("works-overrun");
        assertThat(story.passed(number)).contains("EndEvent_LeadWarned");
        Map<String, Object> why =
                Map.of("outcome", "PROLONG", "whyRu", "Индекс строится.", "whyEn", "The index builds.");
        assertThatThrownBy(() -> story.completes("oleg", number, "Task_PerformWorks", with(why, "to", planned)))
                .hasMessageContaining("to: ");
        story.completes("oleg", number, "Task_PerformWorks", with(why, "to", planned.plus(HOUR)));

        assertThat(mails(number, CircularKind.WORKS_PROLONGED, 1))
                .isEqualTo(mails(number, CircularKind.WORKS_ANNOUNCED, 1));
        assertThat(story.timers(number)).containsExactly(Map.entry("BoundaryEvent_WorksOverdue", planned.plus(HOUR)));
        passesUntil(planned.plus(HOUR));
        assertThat(story.told(number).stream().filter("works-overrun"::equals)).hasSize(2);
        story.completes("oleg", number, "Task_PerformWorks", Map.of("outcome", "DONE", "text", "Готово."));
        assertThat(works(number).state()).isEqualTo(WorksState.OVER);
    }

    private static Map<String, Object> with(Map<String, Object> form, String field, Instant moment) {
        Map<String, Object> more = new HashMap<>(form);
        more.put(field, moment.toString());
        return more;
    }

    @Test
    void worksEndNeitherInTheFutureNorBeforeTheyBegan() {
        String number = announced();
        passesUntilTheStart(number);
        Instant began = story.now();
        story.passes(Duration.ofMinutes(30));
        Map<String, Object> done = Map.of("outcome", "DONE", "text", "Готово.");

        for (Instant wrong : List.of(began.minusSeconds(1), story.now().plusSeconds(1))) {
            assertThatThrownBy(() -> story.completes("oleg", number, "Task_PerformWorks", with(done, "endedAt", wrong)))
                    .hasMessageContaining("endedAt: ");
        }
        story.completes("oleg", number, "Task_PerformWorks", with(done, "endedAt", began.plusSeconds(600)));
        assertThat(works(number).endedAt()).contains(began.plusSeconds(600));
    }

    /** Whatever a diagram says. */
    @Test
    void theProgramItselfBeginsNoWorksUntoldOrEarly() {
        String untold = planned();
        String told = announced();
        passesUntil(works(told).window().startsAt().minus(HOUR));

        assertThatIllegalStateException().isThrownBy(() -> performance.begin(untold));
        assertThatIllegalStateException().isThrownBy(() -> performance.begin(told));
    }

    @Test
    void aStepThatRunsTwiceTellsNothingTwice() {
        String number = announced();

        notice.announce(number);
        notice.remind(number);
        notice.remind(number);

        assertThat(database.sql("select count(*) from circular where about = ?")
                        .param(number)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void theStatusPageSaysWhatCustomersWereToldAndNothingThatIsOnlyPlanned() {
        String number = planned();
        assertThat(notices(number)).isEmpty();

        approves(number);
        assertThat(notices(number)).singleElement().satisfies(notice -> {
            assertThat(notice.stage()).isEqualTo(Stage.PLANNED);
            assertThat(notice.from()).isEqualTo(works(number).window().startsAt());
            assertThat(notice.english()).isEqualTo("We update the storage. Documents will not open.");
        });

        circulating.sendAll();
        Instant known = works(number).window().startsAt();
        story.completes(
                "oleg",
                number,
                "Task_FollowAnnouncement",
                plan(
                        known.plus(HOUR),
                        known.plus(HOUR.multipliedBy(2)),
                        Map.of("outcome", "MOVE", "textEn", "Draft.")));
        assertThat(notices(number)).singleElement().satisfies(notice -> {
            assertThat(notice.from()).isEqualTo(known);
            assertThat(notice.english()).doesNotContain("Draft.");
        });
        story.completes("vera", number, "Task_ApproveWorks", Map.of("outcome", "RETURN", "comment", "Лучше отменить."));
        story.completes(
                "oleg",
                number,
                "Task_ReviseWorks",
                Map.of("outcome", "CANCEL", "whyRu", "Не понадобились.", "whyEn", "Not needed."));
        assertThat(notices(number)).singleElement().satisfies(notice -> {
            assertThat(notice.stage()).isEqualTo(Stage.CANCELLED);
            assertThat(notice.updates())
                    .extracting(StatusNotice.Update::english)
                    .containsExactly("Not needed.");
        });
    }

    private List<StatusNotice> notices(String number) {
        return sources.stream()
                .flatMap(source -> source.noticesSince(story.now().minus(HOUR)).stream())
                .filter(notice -> notice.number().equals(number))
                .toList();
    }
}
