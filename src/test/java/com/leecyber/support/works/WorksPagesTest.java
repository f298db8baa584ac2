package com.leecyber.support.works;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.MovableClock;
import com.leecyber.support.Visitor;
import com.leecyber.support.desk.DecisionForm;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What staff read of works, and what a start form and a card get, over HTTP. */
@HttpDeskTest
class WorksPagesTest {

    private static final String START =
            "/camunda/api/engine/engine/default/process-definition/key/plannedMaintenance/start";

    @LocalServerPort
    int port;

    @Autowired
    WorksPlanning planning;

    @Autowired
    AllWorks all;

    @Autowired
    MovableClock clock;

    /** A Wednesday's noon, more than twelve hours ahead. */
    private Instant busyHour() {
        return ZonedDateTime.ofInstant(clock.instant(), ZoneId.of("Europe/Moscow"))
                .plusDays(1)
                .with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY))
                .truncatedTo(ChronoUnit.DAYS)
                .plusHours(12)
                .toInstant();
    }

    private String planned() {
        Instant from = busyHour();
        Map<String, Object> form = Map.of(
                "services", "docs",
                "from", from.toString(),
                "to", from.plus(Duration.ofHours(1)).toString(),
                "offPeakReason", "Иначе нельзя.",
                "textRu", "Обновим <b>хранилище</b>.",
                "textEn", "We update <b>storage</b>.");
        return planning.plan(new DecisionForm(form::get));
    }

    @ParameterizedTest
    @CsvSource({"ru, На согласовании", "en, Waiting for approval"})
    void theListAndThePageShowWhatWasPlannedAsPlainText(String language, String state) {
        String number = planned();
        Visitor inna = Visitor.signedIn(port, "inna");

        assertThat(inna.get("/works?lang=" + language).body()).contains(number, state);
        String page = inna.get("/works/" + number + "?lang=" + language).body();
        assertThat(page)
                .contains(number, state, "Обновим &lt;b&gt;хранилище&lt;/b&gt;.", "Иначе нельзя.", "WORKS_PLANNED")
                .doesNotContain("<b>хранилище", "??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PW-2026-999999", "SD-2026-000001", "none"})
    void worksThatAreNotThereAreNotFound(String number) {
        assertThat(Visitor.signedIn(port, "oleg").get("/works/" + number).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aStartFormHearsWhatAPlanMustKeep() {
        String plan =
                Visitor.signedIn(port, "oleg").get("/desk/works/plan?lang=en").body();

        assertThat(plan)
                .contains("\"noticeHours\":12", "\"value\":\"docs\"", "Sat, Sun: 00:00–24:00.")
                .contains("Off-peak hours (time zone M", "Mon, Tue, Wed, Thu, Fri: 00:00–06:00, 23:00–24:00.");
    }

    @Test
    void anotherTasksCardIsNotFound() {
        assertThat(Visitor.signedIn(port, "oleg").get("/desk/works/none/card").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aTaskOfWorksHasTheCardOfTheWorksAndNoTicketsCard() {
        String instance = part(Visitor.signedIn(port, "oleg").post(START, start(Duration.ofDays(9), "")), "id");
        Visitor vera = Visitor.signedIn(port, "vera");
        String task = part(
                vera.get("/camunda/api/engine/engine/default/task?maxResults=1&processInstanceId=" + instance), "id");

        assertThat(vera.get("/desk/works/" + task + "/card?lang=ru").body()).contains("PW-", "oleg");
        assertThat(vera.get("/desk/tasks/" + task + "/card").statusCode()).isEqualTo(404);
        assertThat(Visitor.signedIn(port, "anna")
                        .get("/desk/works/" + task + "/card")
                        .statusCode())
                .isEqualTo(404);
    }

    private static String part(HttpResponse<String> answer, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(answer.body());
        assertThat(found.find()).as(answer.body()).isTrue();
        return found.group(1);
    }

    @Test
    void aRefusedPlanNamesItsFieldAndLeavesNothingBehind() {
        long before = all.nextPlanned();

        HttpResponse<String> answer = Visitor.signedIn(port, "oleg").post(START, start(Duration.ofHours(11), ""));

        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(answer.body()).contains("from: ");
        assertThat(all.find("PW-%d-%06d"
                        .formatted(clock.instant().atOffset(ZoneOffset.UTC).getYear(), before + 1)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "boris", "vera", "olga", "inna"})
    void nobodyButOperationsPlansOverTheEnginesInterface(String user) {
        HttpResponse<String> answer = Visitor.signedIn(port, user).post(START, start(Duration.ofDays(2), ""));

        // Whoever may not even read the definition hears that there is none.
        assertThat(answer.statusCode()).isIn(403, 404);
    }

    /** Past the form, the approval and the notice. */
    @Test
    void nobodyStartsWorksInTheMiddle() {
        String middle = ", \"startInstructions\": [{\"type\": \"startBeforeActivity\","
                + " \"activityId\": \"ServiceTask_BeginWorks\"}]";

        for (String user : new String[] {"oleg", "admin"}) {
            HttpResponse<String> answer = Visitor.signedIn(port, user).post(START, start(Duration.ofDays(2), middle));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("instructions to start");
        }
    }

    private String start(Duration ahead, String more) {
        Instant from = clock.instant().plus(ahead);
        return """
                {"businessKey": "PW-2026-000001", "variables": {
                  "from": {"value": "%s", "type": "String", "valueInfo": {"transient": true}},
                  "to": {"value": "%s", "type": "String", "valueInfo": {"transient": true}},
                  "textRu": {"value": "Работы", "type": "String", "valueInfo": {"transient": true}},
                  "textEn": {"value": "Works", "type": "String", "valueInfo": {"transient": true}},
                  "offPeakReason": {"value": "Нужно", "type": "String", "valueInfo": {"transient": true}}}%s}""".formatted(from, from.plus(Duration.ofHours(1)), more);
    }
}
