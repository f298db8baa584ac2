package com.leecyber.support.availability;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.Visitor;
import com.leecyber.support.audit.Actor;
import com.leecyber.support.audit.Decided;
import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.proof.JournalEntry;
import com.leecyber.support.ticket.Exclusions;
import com.leecyber.support.ticket.InvalidInput;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The page of availability over HTTP; each test has months of its own, long ago. */
@HttpDeskTest
class AvailabilityPageTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    Downtimes downtimes;

    @Autowired
    DowntimeRecords records;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private Visitor vera;
    private String csrf;

    @BeforeEach
    void aShiftLead() {
        vera = Visitor.signedIn(port, "vera");
        csrf = vera.csrf();
    }

    @Test
    void aMonthShowsItsFiguresAndWhatIsBehindThem() {
        String incident = down("MI", "2003-11-05T07:00:00Z", Duration.ofSeconds(301), "docs");
        String works = down("EW", "2003-11-05T07:03:00Z", Duration.ofSeconds(300));
        String odd = down("<b>", "2003-11-20T00:00:00Z", Duration.ZERO, "<script>alert(1)</script>");

        String page = vera.get("/availability?month=2003-11").body();

        assertThat(line(page, "platform")).contains("PT8M", "99,9814");
        assertThat(line(page, "whole")).contains("PT5M", "99,9884");
        assertThat(line(page, "service:docs")).contains("PT8M");
        assertThat(line(page, "service:projects")).contains("PT5M");
        assertThat(page)
                .contains("8\u00a0мин 38\u00a0с", "цель 99,98\u00a0% держится")
                .contains(
                        "/incidents/" + incident,
                        "/works/" + works,
                        odd.replace("<", "&lt;").replace(">", "&gt;"))
                .contains("&lt;script&gt;")
                .doesNotContain("<script", "<b>-", "style=");
        assertThat(vera.get("/availability?month=2003-11&lang=en").body())
                .contains("Platform with all its modules", "8\u00a0min 38\u00a0s", "99.9814%");
        assertThat(vera.get("/availability?year=2003").body()).contains("ноябрь 2003", "PT8M");
        assertThat(vera.get("/availability?month=2003-12").body()).contains("В этом периоде простоев не было");
    }

    @Test
    void anExcludedIntervalStaysOnThePageWithItsClauseAndWhoDecided() {
        long id = id(down("MI", "2004-02-10T10:00:00Z", Duration.ofHours(1), "docs"));

        assertThat(decide(id, "exclusion", "exclusion", "FORCE_MAJEURE", "why", "DDoS <b>на</b> узел")
                        .statusCode())
                .isEqualTo(302);
        String page = vera.get("/availability?month=2004-02").body();

        assertThat(line(page, "platform")).contains("class=\"down\" datetime=\"PT0S\"", "PT1H");
        assertThat(page)
                .contains("Исключено по R7.2.5 «Непреодолимая сила», решение: vera", "DDoS &lt;b&gt;на&lt;/b&gt; узел");
        JournalEntry entry = last(id);
        assertThat(entry.kind()).isEqualTo(EventKind.DOWNTIME_EXCLUDED.name());
        assertThat(entry.actor()).isEqualTo("vera");
        assertThat(entry.clause()).isEqualTo("R7.2.5");
        assertThat(entry.details()).contains("\"decision\":\"exclusion:", "\"service\":\"docs\"");

        decide(id, "inclusion", "why", "Атаки не было");

        assertThat(line(vera.get("/availability?month=2004-02").body(), "platform"))
                .contains("class=\"down\" datetime=\"PT1H\"");
        assertThat(vera.get("/availability/intervals/" + id).body())
                .contains("Исключён", "Снова засчитан", "Атаки не было", "DDoS");
        assertThat(decide(id, "inclusion", "why", "Ещё раз").body()).contains("и так засчитан");
    }

    @Test
    void whoeverLooksAtAnOldPageLooksAgainAndLosesNothing() {
        long id = id(down("MI", "2004-03-10T10:00:00Z", Duration.ofHours(1)));
        String old = seen(id);
        decide(id, "exclusion", "exclusion", "THIRD_PARTY", "why", "Авария у оператора");

        HttpResponse<String> late = vera.form(
                "/availability/intervals/" + id + "/exclusion",
                "_csrf",
                csrf,
                "seen",
                old,
                "exclusion",
                "FORCE_MAJEURE",
                "why",
                "Другое мнение");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains(
                        "этот интервал изменился",
                        "Другое мнение",
                        "Авария у оператора",
                        "исключён по R7.2.3 «Сбой стороннего сервиса»")
                .containsPattern("value=\"FORCE_MAJEURE\"[^>]*selected");
        assertThat(records.find(id).orElseThrow().decision().clause()).isEqualTo("R7.2.3");
    }

    @Test
    void manyWhoDecideAtOnceDecideOnce() throws Exception {
        long id = id(down("MI", "2004-04-10T10:00:00Z", Duration.ofHours(1)));
        String seen = seen(id);
        Callable<Integer> decision = () -> vera.form(
                        "/availability/intervals/" + id + "/exclusion",
                        "_csrf",
                        csrf,
                        "seen",
                        seen,
                        "exclusion",
                        "FORCE_MAJEURE",
                        "why",
                        "Гонка")
                .statusCode();
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : people.invokeAll(List.of(decision, decision, decision, decision))) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(302, 409, 409, 409);
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void theTimesOfAnIntervalAreCorrectedWithAReason() {
        long id = id(down("MI", "2004-05-10T10:00:00.123Z", Duration.ofHours(1), "docs"));

        HttpResponse<String> backwards =
                decide(id, "correction", "from", "2004-05-10T14:00:00", "to", "2004-05-10T13:00:00", "why", "Опечатка");
        assertThat(backwards.statusCode()).isEqualTo(400);
        assertThat(backwards.body()).contains("Конец раньше начала", "Опечатка", "2004-05-10T13:00:00");
        assertThat(decide(id, "correction", "from", "2004-05-10T14:00:00", "to", "2999-01-01T00:00", "why", "x")
                        .body())
                .contains("ещё не наступило");
        assertThat(decide(id, "correction", "from", "2004-05-10T14:00:00", "to", "", "why", "x")
                        .body())
                .contains("Заполните это поле");
        assertThat(decide(id, "correction", "from", "2004-05-10T14:00", "to", "2004-05-10T14:30", "why", " ")
                        .statusCode())
                .isEqualTo(400);
        assertThat(decide(
                                id,
                                "correction",
                                "from",
                                "2004-05-10T14:00:00",
                                "to",
                                "2004-05-10T14:30:00",
                                "why",
                                "Сервис вернулся раньше")
                        .statusCode())
                .isEqualTo(302);

        assertThat(records.find(id).orElseThrow().interval())
                .isEqualTo(
                        new Interval(Instant.parse("2004-05-10T10:00:00.123Z"), Instant.parse("2004-05-10T10:30:00Z")));
        assertThat(last(id).kind()).isEqualTo(EventKind.DOWNTIME_CORRECTED.name());
        assertThat(last(id).details())
                .contains("\"before\":{\"from\":\"2004-05-10T10:00:00.123Z\",\"to\":\"2004-05-10T11:00:00.123Z\"}")
                .contains("\"after\":{\"from\":\"2004-05-10T10:00:00.123Z\",\"to\":\"2004-05-10T10:30:00Z\"}");
        assertThat(vera.get("/availability/intervals/" + id).body()).contains("Время исправлено", "вернулся раньше");
    }

    @Test
    void anIntervalThatLastsOnMayGoOnDoingSo() {
        String reference = reference("MI");
        begin(reference, Instant.parse("2004-06-10T10:00:00Z"));
        try {
            long id = id(reference);
            decide(id, "correction", "from", "2004-06-10T15:00:00", "to", "", "why", "Началось позже");

            assertThat(records.find(id).orElseThrow().interval())
                    .isEqualTo(new Interval(Instant.parse("2004-06-10T11:00:00Z"), null));
            assertThat(vera.get("/availability?month=2004-06").body()).contains("ещё идёт");
        } finally {
            downtimes.end(reference, Instant.parse("2004-06-10T12:00:00Z"));
        }
    }

    @Test
    void nothingIsExcludedForAReasonThatCountsOrIsUnknown() {
        long id = id(down("MI", "2004-07-10T10:00:00Z", Duration.ofHours(1)));
        Exclusions counting = new Exclusions() {
            @Override
            public List<String> codes() {
                return List.of("OWN_FAULT");
            }

            @Override
            public Exclusion get(String code) {
                return new Exclusion(
                        code,
                        "R7.2.6",
                        "Своя ошибка",
                        "да",
                        "yes",
                        true,
                        new Decided("exclusion:2", code, "R7.2.6", Map.of(), Map.of()));
            }
        };
        DowntimeDecisions decisions = new DowntimeDecisions(records, counting, journal, Clock.systemUTC());

        assertThat(decisions.choices()).isEmpty();
        Assertions.assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> decisions.exclude(id, seen(id), "OWN_FAULT", "Сами уронили")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("availability.counts-all-the-same");
        assertThat(decide(id, "exclusion", "exclusion", "BAD_WEATHER", "why", "Дождь")
                        .statusCode())
                .isEqualTo(400);
        assertThat(decide(id, "exclusion", "exclusion", "", "why", "Дождь").statusCode())
                .isEqualTo(400);
        HttpResponse<String> unexplained = decide(id, "exclusion", "exclusion", "FORCE_MAJEURE", "why", "  ");
        assertThat(unexplained.statusCode()).isEqualTo(400);
        assertThat(unexplained.body()).containsPattern("value=\"FORCE_MAJEURE\"[^>]*selected");
        assertThat(decide(id, "exclusion", "exclusion", "FORCE_MAJEURE", "why", "x".repeat(1001))
                        .statusCode())
                .isEqualTo(400);
        assertThat(records.find(id).orElseThrow().decision()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"boris", "oleg", "olga", "inna", "admin"})
    void othersReadAndDecideNothing(String reader) {
        long id = id(down("MI", "2004-08-10T10:00:00Z", Duration.ofMinutes(1)));
        Visitor visitor = Visitor.signedIn(port, reader);
        String token = visitor.csrf();

        assertThat(visitor.get("/availability?month=2004-08").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/availability/intervals/" + id).body())
                .contains("Простой начался")
                .doesNotContain("<form");
        for (String decision : List.of("exclusion", "inclusion", "correction")) {
            assertThat(visitor.form(
                                    "/availability/intervals/" + id + "/" + decision,
                                    "_csrf",
                                    token,
                                    "seen",
                                    seen(id),
                                    "exclusion",
                                    "FORCE_MAJEURE",
                                    "why",
                                    "x")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(vera.get("/availability?month=2026-13").statusCode()).isEqualTo(404);
        assertThat(vera.get("/availability?year=2999").statusCode()).isEqualTo(404);
        assertThat(vera.get("/availability/intervals.csv?month=x").statusCode()).isEqualTo(404);
        assertThat(vera.get("/availability/intervals/999999999").statusCode()).isEqualTo(404);
    }

    @Test
    void theFileOfIntervalsIsInertInSpreadsheets() {
        down("=1+1", "2004-09-10T10:00:00Z", Duration.ofMillis(1500), "@SUM(A1),\"x\"");
        long excluded = id(down("PW", "2004-09-11T10:00:00Z", Duration.ofMinutes(1)));
        decide(excluded, "exclusion", "exclusion", "THIRD_PARTY", "why", "Оператор");

        HttpResponse<String> file = vera.get("/availability/intervals.csv?month=2004-09");

        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"availability-2004-09.csv\"");
        assertThat(file.body().lines())
                .startsWith("reference,service,from,to,exclusion,clause,decided_by,decided_at")
                .anyMatch(row -> row.startsWith("'=1+1-")
                        && row.endsWith(",\"'@SUM(A1),\"\"x\"\"\",2004-09-10T10:00:00Z,2004-09-10T10:00:01.500Z,,,,"))
                .anyMatch(row -> row.contains(",,2004-09-11T10:00:00Z,2004-09-11T10:01:00Z,THIRD_PARTY,R7.2.3,vera,"));
    }

    @Test
    void decisionsAreAddedAndNeverChanged() {
        long id = id(down("MI", "2004-10-10T10:00:00Z", Duration.ofMinutes(1)));
        decide(id, "exclusion", "exclusion", "THIRD_PARTY", "why", "Оператор");

        Assertions.assertThatThrownBy(
                        () -> database.sql("update downtime_exclusion set reason = 'x' where downtime_id = ?")
                                .param(id)
                                .update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private HttpResponse<String> decide(long id, String decision, String... fields) {
        String[] all = new String[fields.length + 4];
        System.arraycopy(fields, 0, all, 4, fields.length);
        all[0] = "_csrf";
        all[1] = csrf;
        all[2] = "seen";
        all[3] = seen(id);
        return vera.form("/availability/intervals/" + id + "/" + decision, all);
    }

    private String seen(long id) {
        return records.find(id).orElseThrow().state();
    }

    private String down(String kind, String from, Duration length, String... services) {
        String reference = reference(kind);
        begin(reference, Instant.parse(from), services);
        downtimes.end(reference, Instant.parse(from).plus(length));
        return reference;
    }

    private void begin(String reference, Instant from, String... services) {
        Actor.as("test", () -> downtimes.begin(reference, List.of(services), from));
    }

    private long id(String reference) {
        return database.sql("select id from downtime where reference = ?")
                .param(reference)
                .query(Long.class)
                .single();
    }

    private JournalEntry last(long id) {
        List<JournalEntry> entries = journal.of(records.find(id).orElseThrow().reference());
        return entries.get(entries.size() - 1);
    }

    private static String reference(String kind) {
        return kind + "-2003-" + NUMBERS.incrementAndGet();
    }

    private static String line(String page, String code) {
        Matcher row = Pattern.compile("<tr[^>]*data-line=\"" + code + "\".*?</tr>", Pattern.DOTALL)
                .matcher(page);
        assertThat(row.find()).as(code).isTrue();
        return row.group();
    }
}
