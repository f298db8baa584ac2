package com.leecyber.support.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.MovableClock;
import com.leecyber.support.Visitor;
import com.leecyber.support.incident.IncidentsByHand;
import com.leecyber.support.incident.SimilarIncidents;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.TicketStatus;
import com.leecyber.support.ticket.TicketType;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Incidents on their pages, in the panel and on the public status page. */
@HttpDeskTest
@ExtendWith(EngineClock.class)
@Import({Story.class, IncidentsByHand.class})
class IncidentPagesTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final String ROMASHKA = "ООО «Ромашка»";

    @LocalServerPort
    int port;

    @Autowired
    Story story;

    @Autowired
    IncidentsByHand incidents;

    @Autowired
    SimilarIncidents similar;

    @Autowired
    Conversation conversation;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    Visitor vera;
    String csrf;

    @BeforeEach
    void aShiftLead() {
        vera = Visitor.signedIn(port, "vera");
        csrf = vera.csrf();
    }

    private HttpResponse<String> post(Visitor visitor, String path, String... fields) {
        return visitor.form(
                path,
                Stream.concat(Stream.of("_csrf", csrf), Arrays.stream(fields)).toArray(String[]::new));
    }

    private String now() {
        return LocalDateTime.ofInstant(clock.instant(), MOSCOW)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private String declared(String title, String... more) {
        String[] fields = Stream.concat(
                        Stream.of("titleRu", title, "titleEn", "Outage", "services", "docs", "detectedAt", now()),
                        Arrays.stream(more))
                .toArray(String[]::new);
        HttpResponse<String> answer = post(vera, "/incidents?lang=ru", fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/(MI-[0-9-]+).*", "$1");
    }

    private static String at(String incident) {
        return "/incidents/" + incident + "?lang=ru";
    }

    @Test
    void whatIsMissingIsSaidAtItsFieldAndNothingTypedIsLost() {
        HttpResponse<String> answer = post(
                vera,
                "/incidents?lang=ru",
                "titleRu",
                "<b>Сбой</b>",
                "titleEn",
                " ",
                "services",
                "docs",
                "detectedAt",
                LocalDateTime.ofInstant(clock.instant().plus(Duration.ofHours(1)), MOSCOW)
                        .toString());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("value=\"&lt;b&gt;Сбой&lt;/b&gt;\"", "id=\"titleEn-error\"", "id=\"detectedAt-error\"")
                .contains("checked=\"checked\"")
                .doesNotContain("<script", "style=");
        assertThat(post(vera, "/incidents", "titleRu", "С", "titleEn", "O", "detectedAt", now(), "services", "none")
                        .body())
                .contains("services-error");
    }

    @Test
    void aLeadLinksWhatLooksAlikeAndItsCustomerReadsOfItInThePanel() {
        String number = story.registered(TicketType.PROBLEM);
        String incident = declared("Документ не открывается у всех");
        assertThat(vera.get(at(incident)).body()).contains(number, "Похожие обращения", "общие слова");

        post(vera, "/incidents/" + incident + "/links", "ticket", number);
        incidents.worksOff();
        post(
                vera,
                "/incidents/" + incident + "/updates",
                "textRu",
                "Чиним <i>хранилище</i>.",
                "textEn",
                "Mending the storage.");

        Visitor romashka = Visitor.anonymous(port);
        romashka.panelSignIn("romashka");
        assertThat(romashka.get("/panel/tickets/" + number).body())
                .contains("Документ не открывается у всех", incident, "Чиним &lt;i&gt;хранилище&lt;/i&gt;.")
                .contains("Ждёт устранения инцидента");
        assertThat(romashka.get("/panel/tickets").body())
                .contains("Известный инцидент: Документ не открывается у всех");
        assertThat(romashka.get("/panel/tickets/" + number + "?lang=en").body())
                .contains("Outage", "Mending the storage.");
        Visitor acme = Visitor.anonymous(port);
        acme.panelSignIn("acme");
        assertThat(acme.get("/panel/tickets/" + number).statusCode()).isEqualTo(404);

        String status = Visitor.anonymous(port).get("/status?lang=ru").body();
        assertThat(status)
                .contains("Документ не открывается у всех", "Чиним &lt;i&gt;хранилище&lt;/i&gt;.")
                .doesNotContain(number, ROMASHKA, "romashka", ">vera", " vera");
    }

    @Test
    void whatCustomersWriteIsSeenAndATicketWithAnotherCauseIsGivenBack() {
        String number = story.registered(TicketType.PROBLEM);
        String incident = declared("Сбой", "ticket", number);
        incidents.worksOff();
        story.customerWrites(number, "У меня <b>другая</b> ошибка");

        String page = vera.get(at(incident) + "&unlink=" + number).body();
        assertThat(page).contains("У меня &lt;b&gt;другая&lt;/b&gt; ошибка", "Снять связь с " + number);
        HttpResponse<String> refused =
                post(vera, "/incidents/" + incident + "/unlink", "ticket", number, "reason", " ");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("reason-error");
        post(vera, "/incidents/" + incident + "/unlink", "ticket", number, "reason", "Не то.");
        story.runDueJobs();

        assertThat(story.task(number, "Task_Triage")).isNotNull();
        assertThat(conversation.of(story.ticket(number)))
                .last()
                .satisfies(note -> assertThat(note.author()).isEqualTo("vera"));
        assertThat(Stream.of(number, "SD-2026-999999", "x"))
                .allSatisfy(other -> assertThat(
                                post(vera, "/incidents/" + incident + "/unlink", "ticket", other, "reason", "Ещё раз.")
                                        .body())
                        .contains("этого инцидента не ждёт"));
    }

    @Test
    void resolvingAsksFirstAndEndsTheDowntime() {
        String number = story.registered(TicketType.PROBLEM);
        String incident = declared("Не работает", "downSince", now(), "ticket", number);
        incidents.worksOff();
        story.passes(Duration.ofMinutes(10));
        assertThat(vera.get("/incidents/" + incident + "/resolution?lang=ru").body())
                .contains("Обращений ждёт: 1", "Снова доступно с");

        HttpResponse<String> refused = post(
                vera, "/incidents/" + incident + "/resolution?lang=ru", "textRu", "Работает.", "upAgainAt", "позже");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Работает.", "textEn-error");
        String up = now();
        post(
                vera,
                "/incidents/" + incident + "/resolution?lang=ru",
                "textRu",
                "Работает.",
                "textEn",
                "Works.",
                "upAgainAt",
                up);
        incidents.worksOff();
        story.runDueJobs();

        assertThat(story.ticket(number).status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(database.sql("select count(*) from downtime where reference = ? and service = 'docs'"
                                + " and ended_at - started_at = interval '10 minutes'")
                        .param(incident)
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(story.journal(incident))
                .containsExactly(
                        "INCIDENT_DECLARED", "DOWNTIME_BEGAN", "TICKETS_LINKED", "INCIDENT_RESOLVED", "DOWNTIME_ENDED");
        assertThat(vera.get(at(incident)).body())
                .contains("Устранён", "Работает.", "Получили ответ")
                .doesNotContain("<form");
        assertThat(post(vera, "/incidents/" + incident + "/updates", "textRu", "а", "textEn", "b")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void everythingAlikeIsLinkedWithOneButton() {
        String first = story.registered(TicketType.PROBLEM);
        String second = story.registered(TicketType.QUESTION);
        String incident = declared("Сбой");

        post(vera, "/incidents/" + incident + "/links", "all", "true");
        incidents.worksOff();

        assertThat(Stream.of(first, second))
                .allSatisfy(
                        number -> assertThat(story.ticket(number).incident()).contains(incident));
        assertThat(vera.get(at(incident)).body()).contains(first, second, ROMASHKA, "ждёт устранения");
        HttpResponse<String> nothing =
                post(vera, "/incidents/" + incident + "/links?lang=ru", "numbers", "SD-2026-999999");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Связать нельзя: SD-2026-999999", "value=\"SD-2026-999999\"");
    }

    @Test
    void triageIsShownTheIncidentsThatATicketLooksLikeBestFirst() {
        String number = story.registered(TicketType.PROBLEM);
        String elsewhere = incidents.titled("Оплата картой", "billing");
        String alike = incidents.titled("Документ не открывается: ошибка 500", "docs");
        String service = incidents.titled("Медленно", "docs");

        assertThat(similar.to(story.ticket(number)))
                .extracting(found -> found.incident().number())
                .containsSubsequence(alike, service, elsewhere);
        assertThat(similar.to(story.ticket(number)))
                .filteredOn(found -> found.incident().number().equals(elsewhere))
                .noneMatch(SimilarIncidents.SimilarIncident::isAlike);
        Visitor anna = Visitor.signedIn(port, "anna");
        String card = anna.get(
                        "/desk/tasks/" + story.task(number, "Task_Triage").getId() + "/card?lang=ru")
                .body();
        assertThat(card).contains(alike, "Документ не открывается: ошибка 500", "тот же сервис", "общие слова");
    }

    @ParameterizedTest
    @CsvSource({
        "anna, 200, 403",
        "boris, 200, 200",
        "vera, 200, 200",
        "oleg, 200, 403",
        "olga, 200, 403",
        "inna, 200, 403",
        "admin, 403, 403"
    })
    void theDeskReadsAndLeadsAndTheSecondLineAct(String user, int reads, int acts) {
        String incident = incidents.declared("docs");
        Visitor visitor = Visitor.signedIn(port, user);
        String token = visitor.csrf();

        assertThat(visitor.get("/incidents").statusCode()).isEqualTo(reads);
        assertThat(visitor.get(at(incident)).statusCode()).isEqualTo(reads);
        assertThat(visitor.get("/incidents/new").statusCode()).isEqualTo(acts);
        assertThat(visitor.get("/incidents/" + incident + "/resolution").statusCode())
                .isEqualTo(acts);
        int posted = visitor.form(
                        "/incidents/" + incident + "/updates", "_csrf", token, "textRu", "Новость", "textEn", "News")
                .statusCode();
        assertThat(posted).isEqualTo(acts == 200 ? 302 : 403);
        assertThat(visitor.get(at(incident)).body().contains("/updates?")).isEqualTo(acts == 200);
        assertThat(visitor.form("/incidents/" + incident + "/updates", "textRu", "x", "textEn", "y")
                        .statusCode())
                .as("without a token")
                .isEqualTo(403);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThat(vera.get("/incidents/MI-2020-000001").statusCode()).isEqualTo(404);
        assertThat(post(vera, "/incidents/MI-2020-000001/updates", "textRu", "x", "textEn", "y")
                        .statusCode())
                .isEqualTo(404);
    }
}
