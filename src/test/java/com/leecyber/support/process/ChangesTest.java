package com.leecyber.support.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.Modeler;
import com.leecyber.support.MovableClock;
import com.leecyber.support.Visitor;
import com.leecyber.support.change.ChangesByHand;
import com.leecyber.support.gate.GateFiles;
import com.leecyber.support.gate.GateFiles.Case;
import com.leecyber.support.gate.ProcessFile;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.TicketType;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From Camunda Modeler's Deploy button to the next ticket: proposed, read, approved by somebody else, in force. */
@HttpDeskTest
@ExtendWith(EngineClock.class)
@Import({Story.class, ChangesByHand.class})
class ChangesTest {

    private static final String CUSTOMER = "romashka@customers.example";

    @LocalServerPort
    int port;

    @Autowired
    Story story;

    @Autowired
    ChangesByHand changes;

    @Autowired
    MovableClock clock;

    @Autowired
    StaffAccounts staff;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void aSecondOwner() {
        staff.create("pavel", "Павел", "Орлов", "demo", Role.PROCESS_OWNER);
    }

    @AfterEach
    void leaveTheRulesAsTheyWere() {
        repository.createDeploymentQuery().list().stream()
                .filter(deployment -> deployment.getName().startsWith("CH-"))
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
        database.sql("update change set state = 'WITHDRAWN' where state = 'PROPOSED'")
                .update();
    }

    @Test
    void aShorterWindowHoldsForTheNextMailAndNotForTicketsUnderWay() throws IOException {
        String underWay = story.registered(TicketType.QUESTION, Channel.EMAIL, CUSTOMER);
        var promised = story.ticket(underWay).responseDueAt().orElseThrow();

        String change =
                proposed("responseWindow.dmn", file("responseWindow.dmn").replace("\"PT2H\"", "\"PT1H\""));

        Visitor vera = Visitor.signedIn(port, "vera");
        String page = vera.get("/changes/" + change).body();
        assertThat(page).contains("responseWindow.dmn").contains("Одобрить");
        assertThat(decide(vera, change, "approval", "").statusCode()).isEqualTo(302);
        String next = story.registered(TicketType.QUESTION, Channel.EMAIL, CUSTOMER);

        assertThat(Duration.between(
                        story.ticket(next).registeredAt(),
                        story.ticket(next).responseDueAt().orElseThrow()))
                .isEqualTo(Duration.ofHours(1));
        assertThat(story.ticket(underWay).responseDueAt()).hasValue(promised);
        assertThat(story.journal("CH-" + change))
                .containsExactly("CHANGE_PROPOSED", "NOTIFICATION_QUEUED", "CHANGE_DEPLOYED");
    }

    @Test
    void thePageSaysWhichVerdictsWouldHaveBeenOthers() throws IOException {
        String slow = answeredAfter(Duration.ofMinutes(90));
        String quick = answeredAfter(Duration.ofMinutes(10));

        String change =
                proposed("responseWindow.dmn", file("responseWindow.dmn").replace("\"PT2H\"", "\"PT1H\""));
        String page = Visitor.signedIn(port, "vera")
                .get("/changes/" + change + "?days=7")
                .body();

        assertThat(row(page, slow)).contains("соблюдён", "<b>нарушен</b>");
        assertThat(row(page, quick)).contains("соблюдён").doesNotContain("нарушен");
        assertThat(page).contains("соблюдён → нарушен: 1");
    }

    @Test
    void thePageSaysWhichPrioritiesWouldHaveBeenOthers() throws IOException {
        String ticket = story.registered(TicketType.PROBLEM);
        story.triages(ticket, Map.of("outcome", "ANSWER"));
        String table = file("priority.dmn");
        String rule = table.substring(table.indexOf("<rule id=\"Rule_p3_minor\""));

        String change = proposed("priority.dmn", table.replace(rule, rule.replace("\"P3\"", "\"P2\"")));
        String page = Visitor.signedIn(port, "vera").get("/changes/" + change).body();

        assertThat(row(page, ticket)).contains("P3", "<b>P2</b>", "p3-minor");
    }

    private String answeredAfter(Duration time) {
        String ticket = story.registered(TicketType.QUESTION, Channel.EMAIL, CUSTOMER);
        story.passes(time);
        story.triages(ticket, Map.of("outcome", "ANSWER"));
        return ticket;
    }

    private static String row(String page, String ticket) {
        int place = page.indexOf("<td>" + ticket);
        return page.substring(place, page.indexOf("</tr>", place));
    }

    @Test
    void nobodyApprovesTheirOwnChange() throws IOException {
        String change =
                proposed("responseWindow.dmn", file("responseWindow.dmn").replace("\"PT2H\"", "\"PT1H\""));
        Visitor olga = Visitor.signedIn(port, "olga");

        assertThat(olga.get("/changes/" + change).body())
                .contains("Это ваше изменение")
                .doesNotContain("Одобрить");
        assertThat(decide(olga, change, "approval", "").statusCode()).isEqualTo(409);
        assertThat(story.journal("CH-" + change)).containsExactly("CHANGE_PROPOSED", "NOTIFICATION_QUEUED");
    }

    @Test
    void ticketsUnderWayMoveToTheNewDiagramAndKeepTheirDates() throws IOException {
        String waiting = story.registered(TicketType.PROBLEM);
        Map<String, Instant> dates = story.timers(waiting);
        String version = story.process(waiting).getProcessDefinitionId();

        approve(proposed(
                "ticket.bpmn", file("ticket.bpmn").replace("Квалифицировать обращение", "Разобрать обращение")));
        moveOn();

        assertThat(story.process(waiting).getProcessDefinitionId()).isNotEqualTo(version);
        assertThat(story.timers(waiting)).isEqualTo(dates);
        assertThat(story.journal(waiting)).endsWith("PROCESS_MOVED");
        story.triages(waiting, Map.of("outcome", "ANSWER"));
        assertThat(story.endOf(waiting)).isEqualTo("EndEvent_TicketClosed");
    }

    @Test
    void aTicketWhoseStepIsGoneFinishesOnItsVersion() throws IOException {
        String answering = story.registered(TicketType.QUESTION);
        story.triages(answering, Map.of("outcome", "TAKE"));
        String waiting = story.registered(TicketType.QUESTION);
        String version = story.process(answering).getProcessDefinitionId();

        String change = proposed("ticket.bpmn", file("ticket.bpmn").replace("Task_AnswerQuestion", "Task_Consult"));
        String page = Visitor.signedIn(port, "vera").get("/changes/" + change).body();
        assertThat(page).contains("останется: на новой схеме нет места для Task_AnswerQuestion");
        approve(change);
        moveOn();

        assertThat(story.process(answering).getProcessDefinitionId()).isEqualTo(version);
        assertThat(story.process(waiting).getProcessDefinitionId()).isNotEqualTo(version);
        assertThat(story.journal("CH-" + change)).endsWith("PROCESSES_MOVED");
        story.completes("anna", answering, "Task_AnswerQuestion", Map.of("outcome", "SOLVED", "text", "Вот так."));
        assertThat(story.endOf(answering)).isEqualTo("EndEvent_TicketClosed");
    }

    @Test
    void aTicketThatWouldLoseADateFinishesOnItsVersion() throws IOException {
        String asked = story.registered(TicketType.QUESTION);
        story.triages(asked, Map.of("outcome", "ASK"));
        String withoutReminder =
                file("customerInformation.bpmn").replace("BoundaryEvent_ReminderDue", "BoundaryEvent_NudgeDue");

        String change = proposed("customerInformation.bpmn", withoutReminder);
        assertThat(Visitor.signedIn(port, "vera").get("/changes/" + change).body())
                .contains("останется: сдвинулся бы или пропал срок BoundaryEvent_ReminderDue");
        approve(change);
        moveOn();

        assertThat(story.journal(asked)).doesNotContain("PROCESS_MOVED");
    }

    @Test
    void aChangedFormTakesItsDiagramAlong() throws IOException {
        String waiting = story.registered(TicketType.PROBLEM);
        String form = Files.readString(Path.of("forms", "triage.html"));

        approve(proposed("triage.html", form.replace("Что делаем с обращением", "Как поступаем")));
        moveOn();

        assertThat(repository.getResourceAsStream(deploymentOf(waiting), "triage.html"))
                .asString(StandardCharsets.UTF_8)
                .contains("Как поступаем");
    }

    @Test
    void aChangeOfFilesThatSomebodyElseChangedIsOutOfDate() throws IOException {
        String first = proposed("responseWindow.dmn", file("responseWindow.dmn").replace("\"PT2H\"", "\"PT1H\""));
        String second = proposedBy(
                "pavel", "responseWindow.dmn", file("responseWindow.dmn").replace("\"PT30M\"", "\"PT20M\""));
        approve(first);

        Visitor vera = Visitor.signedIn(port, "vera");
        assertThat(vera.get("/changes/" + second).body()).contains("Одобрить нельзя");
        assertThat(decide(vera, second, "approval", "").statusCode()).isEqualTo(409);
    }

    @Test
    void sendingTheSameFilesAgainIsTheSameProposalAndNewerFilesReplaceIt() throws IOException {
        String first = proposed("responseWindow.dmn", file("responseWindow.dmn").replace("\"PT2H\"", "\"PT1H\""));
        String again = proposed("responseWindow.dmn", file("responseWindow.dmn").replace("\"PT2H\"", "\"PT1H\""));
        String newer = proposed("responseWindow.dmn", file("responseWindow.dmn").replace("\"PT2H\"", "\"PT90M\""));

        assertThat(again).isEqualTo(first);
        assertThat(newer).isNotEqualTo(first);
        assertThat(story.journal("CH-" + first))
                .containsExactly("CHANGE_PROPOSED", "NOTIFICATION_QUEUED", "CHANGE_REPLACED");
    }

    static Stream<Case> broken() {
        return GateFiles.cases().stream();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void whatBreaksARuleIsRefusedInModelerWithRulePlaceAndMend(Case broken) {
        long deployments = repository.createDeploymentQuery().count();
        ProcessFile file = broken.broken();

        HttpResponse<String> answer =
                Modeler.signedIn(port, "olga", "demo").deploy("Ошибка", file.name(), file.content());

        assertThat(answer.statusCode()).isEqualTo(400);
        String message = JsonPath.read(answer.body(), "$.message");
        assertThat(message).startsWith("Не принято.").contains(broken.element());
        assertThat(broken.rules()).allSatisfy(rule -> assertThat(message).contains("[" + rule + "]"));
        assertThat(message).doesNotContainPattern("gate\\.[a-z-]+\\.(why|mend)");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
        assertThat(story.journal("CH-REFUSED")).last().isEqualTo("CHANGE_REFUSED");
    }

    @Test
    void modelerFindsTheDeskAndItsPages() {
        assertThat(Modeler.withoutSignIn(port).checkConnection().statusCode()).isEqualTo(401);
        assertThat(Modeler.withoutSignIn(port).checkConnection().headers().firstValue("WWW-Authenticate"))
                .isEmpty();
        Modeler olga = Modeler.signedIn(port, "olga", "demo");
        assertThat(olga.checkConnection().statusCode()).isEqualTo(200);
        assertThat(olga.checkConnection().body()).isEqualTo("[]");
        assertThat(olga.version().body()).isEqualTo("{\"version\":\"7.24.0\"}");
        assertThat(olga.pages().body()).contains("http://localhost:" + port + "/changes/");
        assertThat(Modeler.signedIn(port, "anna", "demo").checkConnection().statusCode())
                .isEqualTo(403);
        assertThat(Modeler.signedIn(port, "olga", "wrong").checkConnection().statusCode())
                .isEqualTo(401);
    }

    @Test
    void theLinkThatModelerShowsLeadsToTheProposal() {
        Visitor olga = Visitor.signedIn(port, "olga");

        HttpResponse<String> answer = olga.get(
                "/changes/repository?deploymentsQuery=%5B%7B%22type%22:%22id%22,%22operator%22:%22eq%22,%22value%22:%2217%22%7D%5D");

        assertThat(answer.headers().firstValue("Location")).hasValue("/changes/17");
    }

    private void approve(String change) {
        assertThat(decide(Visitor.signedIn(port, "vera"), change, "approval", "")
                        .statusCode())
                .isEqualTo(302);
    }

    /** Twice, because the desk waits a little for late starts by the old version. */
    private void moveOn() {
        changes.moveOn();
        clock.advance(Duration.ofSeconds(5));
        changes.moveOn();
    }

    private String deploymentOf(String ticket) {
        return repository
                .getProcessDefinition(story.process(ticket).getProcessDefinitionId())
                .getDeploymentId();
    }

    private String proposed(String name, String content) {
        return proposedBy("olga", name, content);
    }

    private String proposedBy(String owner, String name, String content) {
        HttpResponse<String> answer = Modeler.signedIn(port, owner, "demo")
                .deploy("Почта: ответ за 1 час", name, content.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonPath.read(answer.body(), "$.id");
    }

    private HttpResponse<String> decide(Visitor person, String change, String decision, String why) {
        return person.form("/changes/" + change + "/" + decision, "why", why, "_csrf", person.csrf());
    }

    private static String file(String name) throws IOException {
        return Files.readString(Path.of("bpmn", name));
    }
}
