package com.leecyber.support.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.Modeler;
import com.leecyber.support.MovableClock;
import com.leecyber.support.Visitor;
import com.leecyber.support.change.ChangesByHand;
import com.leecyber.support.database.TestDatabase;
import com.leecyber.support.ticket.TicketType;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an auditor reads of one ticket, page by page. */
@HttpDeskTest
@ExtendWith(EngineClock.class)
@Import({Story.class, ChangesByHand.class})
class TicketStoryPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Story story;

    @Autowired
    ChangesByHand changes;

    @Autowired
    MovableClock clock;

    @Autowired
    RepositoryService repository;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient database;

    @Value("${spring.datasource.url}")
    String url;

    Visitor inna;

    @BeforeEach
    void anAuditor() {
        inna = Visitor.signedIn(port, "inna");
    }

    @AfterEach
    void leaveTheRulesAsTheyWere() {
        repository.createDeploymentQuery().list().stream()
                .filter(deployment -> deployment.getName().startsWith("CH-"))
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void theTimelineTellsWhatHappenedWithWhatBelongsToIt() {
        String number = ToldTicket.closed(story);

        String page = page(number, "");

        assertThat(page)
                .contains("Цепочка журнала цела")
                .contains("Тип изменён: Вопрос → Проблема")
                .contains("ООО «Ромашка»")
                .contains("Какая версия?")
                .contains("Исправили, проверьте.")
                .contains("romashka@customers.example")
                .contains("переведено в панель")
                .contains("R5.4c")
                .contains("id=\"e1\"");
        assertThat(page).containsPattern("datetime=\"\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z\"");
        assertThat(page).contains("Первый ответ").contains("запас 1\u00a0ч 20\u00a0мин");
        assertThat(entries(page)).isEqualTo(story.journal(number).size());
    }

    @Test
    void whatACustomerWroteIsTextAndNothingElse() {
        String number = ToldTicket.missed(story);

        for (String part : new String[] {"", "/way", "/decisions", "/clock", "/records"}) {
            assertThat(page(number, part)).doesNotContain("<script>alert", "<b>жирно", "<i>сегодня");
        }
        String page = page(number, "");
        assertThat(page)
                .contains("&lt;script&gt;alert")
                .contains("dir=\"auto\">&lt;script&gt;")
                .contains(ToldTicket.ARABIC);
    }

    @Test
    void aPriorityLeadsToTheVersionOfTheRuleAndSaysWhoOverrodeItAndWhy() {
        String number = ToldTicket.missed(story);

        String page = page(number, "/decisions");

        assertThat(page).contains("priority:1").contains("p3-minor").contains("anna решил(а) иначе: P2");
        assertThat(page).contains("Клиент не может выставить счёт &lt;i&gt;сегодня&lt;/i&gt;");
        assertThat(page).contains("affected").contains("MODULE").contains("Ответ таблицы");
        assertThat(page).contains("responseWindow:1").contains("licence:1").contains("licence-valid");
        String link = page.replaceAll("(?s).*href=\"(/audit/rules/priority/1\\?rule=[^\"&]*).*", "$1");
        String table = inna.get(link + "&lang=ru").body();
        assertThat(table).contains("сработало").contains("id=\"fired\"").contains("FIRST");
        assertThat(table.split("class=\"fired\"")).hasSize(2);
        assertThat(table.substring(table.indexOf("id=\"fired\""))).contains("&quot;p3-minor&quot;");
    }

    @Test
    void theClockIsExplainedInWordsAndIntervals() {
        String number = ToldTicket.closed(story);

        String page = page(number, "/clock");

        assertThat(page)
                .containsPattern("Первый ответ: окно 2.ч \\(R3.2, правило email-2h, responseWindow:1\\)")
                .containsPattern("Ответил\\(а\\) anna, [0-9. :]+: в срок, запас 1.ч 20.мин")
                .containsPattern("Ответ после уточнения: окно 2.ч")
                .contains("срок нарушен, опоздание 5\u00a0ч")
                .contains("Ответ L2: окно 6\u00a0ч")
                .contains("ждали ответа клиента, часы стоят")
                .contains("следующий ответ просрочен")
                .contains("нарушение записано")
                .contains("<svg");
    }

    @Test
    void everythingAgreesAboutATicketThatNobodyTouched() {
        String number = ToldTicket.closed(story);

        String page = page(number, "/records");

        assertThat(page).contains("Всё сходится").doesNotContain("class=\"suspicious\"");
        assertThat(page).contains("Task_Triage").contains("Task_Diagnose").contains("triageOutcome");
        assertThat(page(story.registered(TicketType.PROBLEM), "/records")).contains("Всё сходится");
    }

    @Test
    void anEditedClockFactShows() throws SQLException {
        String number = ToldTicket.closed(story);

        asOwner(
                "alter table clock_fact disable trigger all",
                "update clock_fact set happened_at = happened_at - interval '30 minutes' where kind = 'RESPONDED' and"
                        + " ticket_id = " + story.ticket(number).id(),
                "alter table clock_fact enable trigger all");

        String page = page(number, "/records");
        assertThat(page).contains("расходится").contains("class=\"suspicious\"").doesNotContain("Всё сходится");
        assertThat(page).contains("Цепочка журнала цела");
    }

    @Test
    void anEditedMessageShows() {
        String number = ToldTicket.missed(story);
        assertThat(page(number, "")).contains("текст не изменён").doesNotContain("текст изменён");

        database.sql("update message set text = 'Другой вопрос' where kind = 'INFORMATION_REQUEST' and ticket_id = ?")
                .param(story.ticket(number).id())
                .update();

        assertThat(page(number, "")).contains("текст изменён");
        assertThat(page(number, "/records")).contains("SHA-256 ≠").doesNotContain("Всё сходится");
    }

    @Test
    void anEditedTicketShows() {
        String number = ToldTicket.missed(story);

        database.sql("update ticket set priority = 'P1' where number = ?")
                .param(number)
                .update();

        assertThat(page(number, "/records")).contains("priority = P1").contains("P1 ≠ P2");
    }

    @Test
    void anEditedEntryOfTheJournalIsNamedOnEveryPage() throws SQLException {
        String number = ToldTicket.missed(story);

        asOwner(
                "alter table journal disable trigger all",
                "update journal set actor = 'boris' where kind = 'TYPE_CORRECTED' and ticket = '" + number + "'",
                "alter table journal enable trigger all");

        int sequence = story.journal(number).indexOf("TYPE_CORRECTED") + 1;
        for (String part : new String[] {"", "/way", "/decisions", "/clock", "/records"}) {
            assertThat(page(number, part)).contains("первая запись, которая не сходится, – № " + sequence);
        }
    }

    @Test
    void theWayIsTheOneThroughTheVersionsThatWereInForce() throws IOException {
        String number = story.registered(TicketType.PROBLEM);
        String before = page(number, "/way");
        assertThat(before).contains("Квалифицировать обращение").contains("сейчас здесь");
        String version = before.replaceAll("(?s).*>ticket:(\\d+)<.*", "$1");

        String change = proposed(
                "ticket.bpmn", file("ticket.bpmn").replace("Квалифицировать обращение", "Разобрать обращение"));
        Visitor vera = Visitor.signedIn(port, "vera");
        vera.form("/changes/" + change + "/approval", "why", "Понятнее", "_csrf", vera.csrf());
        changes.moveOn();
        clock.advance(Duration.ofSeconds(5));
        changes.moveOn();
        assertThat(story.journal(number)).contains("PROCESS_MOVED");
        story.triages(number, Map.of("outcome", "ANSWER"));

        String page = page(number, "/way");
        assertThat(page)
                .contains(">ticket:" + version + "<")
                .contains("Отсюда обращение перешло на версию")
                .contains("/audit/chains/CH-" + change)
                .contains("Разобрать обращение")
                .contains("Flow_");
        String next = page.replaceAll("(?s).*Отсюда обращение перешло на версию (\\d+).*", "$1");
        String rule = inna.get("/audit/rules/ticket/" + next + "?lang=ru").body();
        assertThat(rule)
                .contains("CH-" + change)
                .contains("Предложил(а) olga")
                .contains("Согласовал(а) vera")
                .contains("Понятнее");
        HttpResponse<String> file = inna.get("/audit/rules/ticket/" + next + "/file");
        assertThat(file.body()).contains("Разобрать обращение");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .contains("ticket.bpmn");
        assertThat(inna.get("/audit/rules/ticket/" + version + "/file").body()).contains("Квалифицировать обращение");
    }

    @Test
    void whenTheEngineForgotThePageSaysSo() {
        String number = story.registered(TicketType.QUESTION);
        story.triages(number, Map.of("outcome", "ANSWER"));
        history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .list()
                .forEach(process -> history.deleteHistoricProcessInstance(process.getId()));

        String page = page(number, "/way");

        assertThat(page)
                .contains("Путь показан по местам, которые записал журнал")
                .contains("её удалил(а) system:application")
                .contains("data-way-element=\"ServiceTask_Acknowledge\"")
                .contains("Квалифицировать обращение")
                .contains("data-way-element=\"ServiceTask_CloseTicket\"")
                .doesNotContain("Flow_");
        assertThat(page(number, "/records"))
                .contains("Истории движка по этому обращению нет")
                .contains("Всё сходится");
        assertThat(page(number, "")).contains("Цепочка журнала цела");
    }

    @Test
    void anyChainCanBeRead() {
        String number = story.registered(TicketType.QUESTION);

        String page = inna.get("/audit/chains/" + number + "?lang=ru").body();

        assertThat(page).contains("Показанные записи целы").contains("id=\"e1\"");
        assertThat(inna.get("/audit/chains/" + number + "?from=3&lang=ru").body())
                .contains("id=\"e3\"")
                .contains("Показанные записи целы")
                .doesNotContain("id=\"e1\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/audit/tickets/SD-2026-999999999",
                "/audit/tickets/SD-2026-999999999/way",
                "/audit/tickets/%D0%AF'%22--/clock",
                "/audit/tickets/1/records",
                "/audit/tickets/1/decisions",
                "/audit/chains/NONE",
                "/audit/rules/priority/99",
                "/audit/rules/priority/99/file",
                "/audit/rules/nothing/1",
                "/audit/rules/priority/x",
                "/audit/rules/priority/99999999999/file"
            })
    void whatIsNotThereIsNotFound(String path) {
        assertThat(inna.get(path).statusCode()).isBetween(400, 404);
    }

    @Test
    void bothLanguagesSayEverything() {
        String number = ToldTicket.closed(story);

        for (String part : new String[] {"", "/way", "/decisions", "/clock", "/records"}) {
            assertThat(page(number, part)).doesNotContain("??");
            assertThat(inna.get("/audit/tickets/" + number + part + "?lang=en").body())
                    .doesNotContain("??")
                    .contains("The journal’s chain is whole");
        }
    }

    private String page(String number, String part) {
        HttpResponse<String> answer = inna.get("/audit/tickets/" + number + part + "?lang=ru");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static int entries(String page) {
        return page.split("<li id=\"e").length - 1;
    }

    private String proposed(String name, String content) {
        HttpResponse<String> answer = Modeler.signedIn(port, "olga", "demo")
                .deploy("Название задачи", name, content.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonPath.read(answer.body(), "$.id");
    }

    private static String file(String name) throws IOException {
        return Files.readString(Path.of("bpmn", name));
    }

    private void asOwner(String... statements) throws SQLException {
        try (Connection owner = TestDatabase.owner(url);
                Statement statement = owner.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
