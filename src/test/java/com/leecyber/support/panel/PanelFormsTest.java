package com.leecyber.support.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.MovableClock;
import com.leecyber.support.panel.Guest.Form;
import com.leecyber.support.ticket.Attachment;
import com.leecyber.support.ticket.Attachments;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.ClosingReason;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.Message;
import com.leecyber.support.ticket.NewTicket;
import com.leecyber.support.ticket.Registration;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.TicketLifecycle;
import com.leecyber.support.ticket.TicketType;
import com.leecyber.support.ticket.Tickets;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What customers send in the panel becomes tickets and messages, once each; what is refused is not lost. */
@HttpDeskTest
class PanelFormsTest {

    private static final byte[] LOG = "log".getBytes(StandardCharsets.UTF_8);
    private static final Pattern UPLOAD = Pattern.compile("name=\"upload\" value=\"([0-9a-f-]{36})\"");

    @LocalServerPort
    int port;

    @Autowired
    Tickets tickets;

    @Autowired
    Attachments attachments;

    @Autowired
    Conversation conversation;

    @Autowired
    TicketLifecycle lifecycle;

    @Autowired
    Registration registration;

    @Autowired
    Uploads uploads;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    Guest guest;

    @BeforeEach
    void signIn() {
        guest = Guest.signedIn(port, "romashka");
    }

    @Test
    void aProblemBecomesATicketWithItsFiles() {
        String number = Guest.number(guest.register(
                Form.problem().with("steps", "1. Открыть\r\n2. Нажать").file("журнал.txt", LOG)));

        Ticket ticket = tickets.get(number);
        assertThat(ticket.type()).isEqualTo(TicketType.PROBLEM);
        assertThat(ticket.channel()).isEqualTo(Channel.PANEL);
        assertThat(ticket.steps()).isEqualTo("1. Открыть\n2. Нажать");
        assertThat(attachments.of(ticket)).extracting(Attachment::name).containsExactly("журнал.txt");
        assertThat(guest.get(Guest.at(number)).body())
                .contains("Обращение " + number + " зарегистрировано", "журнал.txt", "Ответим до", "осталось 6");
        assertThat(guest.get("/panel/tickets").body()).contains(number, "Зарегистрировано");
    }

    @Test
    void aQuestionNeedsNoSteps() {
        Form question = new Form()
                .with("service", "docs")
                .with("subject", "Как?")
                .with("description", "Так?")
                .with("steps", "nobody sees this");

        Ticket ticket = tickets.get(Guest.number(guest.send("/panel/tickets?type=QUESTION", question)));

        assertThat(ticket.type()).isEqualTo(TicketType.QUESTION);
        assertThat(ticket.steps()).isNull();
    }

    @Test
    void everyMissingFieldIsNamedWhereItIsAndOnTop() {
        HttpResponse<String> refused = guest.register(new Form().with("service", "no such service"));

        assertThat(refused.statusCode()).isEqualTo(422);
        for (String field : List.of("service", "subject", "description", "steps", "expected", "actual")) {
            assertThat(refused.body())
                    .contains("href=\"#" + field + "\"", "id=\"" + field + "-error\"")
                    .containsPattern("id=\"" + field + "\"[^>]*aria-invalid=\"true\"[^>]*aria-describedby=\"[^\"]*"
                            + field + "-error\"");
        }
    }

    @Test
    void whatWasTypedAndAttachedSurvivesEveryError() {
        Form incomplete = Form.problem()
                .with("expected", "")
                .file("first.log", LOG)
                .file("empty.txt", new byte[0])
                .file("huge.bin", new byte[Attachments.MAXIMUM_SIZE + 1]);

        HttpResponse<String> refused = guest.register(incomplete);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Документ не открывается", "Белая страница", "Открыть документ", "first.log")
                .contains("Файл «empty.txt» пуст", "Файл «huge.bin» больше 10")
                .containsPattern("<option value=\"docs\" selected");

        String key = uploadIn(refused);
        String number = Guest.number(guest.register(Form.problem().upload(key).file("second.log", LOG)));

        assertThat(attachments.of(tickets.get(number)))
                .extracting(Attachment::name)
                .containsExactly("first.log", "second.log");
        assertThat(guest.register(Form.problem().upload(key)).body()).contains("больше не хранится");
    }

    @Test
    void whatWaitsForItsFormIsForgottenAfterADay() {
        String key = uploadIn(guest.register(Form.problem().with("subject", "").file("old.log", LOG)));
        clock.advance(Duration.ofHours(25));

        assertThat(guest.register(Form.problem().upload(key)).body())
                .contains("больше не хранится", "Документ не открывается");
        uploads.forgetOld();
        assertThat(database.sql("select count(*) from upload where key = cast(? as uuid)")
                        .param(key)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void twoClicksMakeOneTicket() {
        Form form = Form.problem().with("subject", "Двойной щелчок").file("a.log", LOG);

        List<String> numbers = Stream.of(1, 2, 3, 4)
                .map(click -> CompletableFuture.supplyAsync(() -> Guest.number(guest.register(form))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(numbers).hasSize(4);
        assertThat(numbers.stream().distinct()).hasSize(1);
        assertThat(database.sql("select count(*) from ticket where subject = 'Двойной щелчок'")
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(attachments.of(tickets.get(numbers.get(0)))).hasSize(1);
    }

    @Test
    void whoGoesBackAndWritesSomethingElseIsHeard() {
        Form form = Form.problem();
        String first = Guest.number(guest.register(form));

        assertThat(Guest.number(guest.register(form.with("subject", "Другое")))).isNotEqualTo(first);
        assertThat(Guest.number(guest.register(form.file("also.log", LOG)))).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "{{7*7}}",
                "[[${7*7}]]",
                "[(${7*7})]",
                "__${7*7}__",
                "${T(java.lang.Runtime).getRuntime()}",
                "#{panel.desk}"
            })
    void whatCustomersWriteIsShownAndNothingElse(String text) {
        HttpResponse<String> again =
                guest.register(Form.problem().with("subject", text).with("steps", ""));
        assertInert(again.body(), text);

        String number = Guest.number(guest.register(Form.problem()
                .with("subject", text)
                .with("description", text)
                .with("steps", text)
                .with("expected", text)
                .with("actual", text)));
        Guest.number(guest.send(Guest.at(number) + "/messages", Form.reply(text)));
        assertInert(guest.get(Guest.at(number)).body(), text);
        assertInert(guest.get(Guest.at(number) + "/withdrawal").body(), text);
        assertInert(guest.get("/panel/tickets").body(), text);
    }

    @Test
    void repliesWithFilesGoOnTheTicket() {
        String number = guest.registered();
        conversation.agentWrites(number, "Уточните, пожалуйста.");
        conversation.note(number, "internal thoughts");

        HttpResponse<String> sent =
                guest.send(Guest.at(number) + "/messages", Form.reply("Вот ещё").file("b.png", LOG));

        assertThat(Guest.number(sent)).isEqualTo(number);
        assertThat(conversation.of(tickets.get(number)))
                .extracting(Message::text)
                .contains("Вот ещё");
        assertThat(guest.get(Guest.at(number)).body())
                .contains("Сообщение отправлено", "Вот ещё", "b.png", "Уточните, пожалуйста.", "Служба поддержки")
                .doesNotContain("internal thoughts", "system:", ">anna<");
    }

    @Test
    void anEmptyReplyKeepsItsFiles() {
        String number = guest.registered();

        HttpResponse<String> refused =
                guest.send(Guest.at(number) + "/messages", Form.reply("  ").file("b.png", LOG));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"text-error\"", "b.png", number);
        guest.send(Guest.at(number) + "/messages", Form.reply("Снимок").upload(uploadIn(refused)));
        assertThat(attachments.of(tickets.get(number))).hasSize(1);
    }

    @Test
    void aTicketIsTakenBackAfterAQuestion() {
        String number = guest.registered();
        assertThat(guest.get(Guest.at(number) + "/withdrawal").body()).contains("Отозвать обращение " + number);

        Guest.number(guest.press(Guest.at(number) + "/withdrawal"));

        assertThat(tickets.get(number).closingReason()).hasValue(ClosingReason.WITHDRAWN);
        assertThat(guest.get(Guest.at(number)).body())
                .contains("Обращение отозвано", "Вы отозвали это обращение", "откроет новое обращение")
                .doesNotContain("/withdrawal");
        assertThat(guest.get("/panel/tickets").body()).doesNotContain(number);
        assertThat(guest.get("/panel/tickets?show=closed").body()).contains(number);
        Guest.number(guest.press(Guest.at(number) + "/withdrawal"));
        assertThat(guest.get(Guest.at(number)).body()).contains("уже завершено");
    }

    @Test
    void writingOnAFinishedTicketOpensAnotherAndSaysSo() {
        String first = guest.registered();
        lifecycle.withdraw(first);

        String second = Guest.number(guest.send(
                Guest.at(first) + "/messages",
                Form.reply("Снова не открывается").file("c.log", LOG)));

        assertThat(second).isNotEqualTo(first);
        assertThat(attachments.of(tickets.get(second))).hasSize(1);
        assertThat(guest.get(Guest.at(second)).body())
                .contains("Обращение " + first + " уже было завершено", "href=\"/panel/tickets/" + first + "\"");
        assertThat(guest.get(Guest.at(first)).body()).contains("href=\"/panel/tickets/" + second + "\"");
    }

    @Test
    void whatCameByMailIsFoldedAndMarked() {
        Ticket mailed = registration.register(
                new NewTicket(
                        tickets.get(guest.registered()).customerId(),
                        Channel.EMAIL,
                        TicketType.QUESTION,
                        "docs",
                        "Письмо",
                        "Текст письма",
                        null,
                        null,
                        null,
                        null,
                        null),
                "> earlier mail");
        lifecycle.moveToPanel(mailed.number());
        conversation.customerWrites(mailed.number(), "Ответ письмом", "> quoted again", Channel.EMAIL);

        String page = guest.get(Guest.at(mailed.number())).body();

        assertThat(page).contains("канал: Электронная почта", "Пришло не через панель");
        assertThat(page).containsPattern("(?s)<details[^>]*>.*?&gt; earlier mail.*?</details>");
        assertThat(page).containsPattern("(?s)<details[^>]*>.*?&gt; quoted again.*?</details>");
    }

    @Test
    void theListIsReadOnPageByPage() {
        Guest acme = Guest.signedIn(port, "acme");
        List<String> numbers = Stream.generate(acme::registered).limit(22).toList();

        String first = acme.get("/panel/tickets").body();
        Matcher next = Pattern.compile("before=(SD-[0-9-]+)").matcher(first);

        assertThat(first).contains(numbers.get(21)).doesNotContain(numbers.get(1));
        assertThat(next.find()).isTrue();
        assertThat(acme.get("/panel/tickets?show=open&before=" + next.group(1)).body())
                .contains(numbers.get(1), numbers.get(0))
                .doesNotContain(numbers.get(21));
    }

    @Test
    void whoseLicenceHasEndedIsToldBeforeWriting() {
        Guest expired = Guest.signedIn(port, "expired");

        for (String page : List.of("/panel/tickets", "/panel/tickets/new", "/panel/tickets/new?type=QUESTION")) {
            assertThat(expired.get(page).body()).contains("Лицензия закончилась", "Ваша лицензия действовала до");
            assertThat(guest.get(page).body()).doesNotContain("Лицензия закончилась");
        }
        assertThat(tickets.get(expired.registered())).isNotNull();
    }

    @Test
    void aFormBeyondAllMeasureGetsAPageThatSaysSo() {
        HttpResponse<String> refused = guest.register(Form.problem().file("all.bin", new byte[40 * 1024 * 1024]));

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("Форма с файлами больше 32 МБ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/panel/tickets?before=%00",
                "/panel/tickets?before=",
                "/panel/tickets?a=%22%3E%3Cscript%3Ealert(1)",
                "/panel/tickets/new?type=%00",
                "/panel/tickets/new?type=NONE&type=PROBLEM",
                "/panel/tickets/null",
                "/panel/tickets/SD-2026-000001/files/x",
                "/panel/events?ticket=%00",
                "/panel/nothing"
            })
    void anAddressThatNobodyMadeBreaksNothing(String address) {
        HttpResponse<String> answer = guest.get(address);

        assertThat(answer.statusCode()).isIn(200, 404);
        assertThat(answer.body()).contains("Служба поддержки").doesNotContain("<script>alert");
    }

    private static void assertInert(String page, String text) {
        assertThat(page)
                .doesNotContain("<script>alert", "<img src=x", ">49<")
                .contains(text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;"));
    }

    private static String uploadIn(HttpResponse<String> page) {
        Matcher key = UPLOAD.matcher(page.body());
        if (!key.find()) {
            throw new AssertionError("No kept file in " + page.body());
        }
        return key.group(1);
    }
}
