package com.leecyber.support.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.MovableClock;
import com.leecyber.support.Visitor;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.customer.ContactDetails;
import com.leecyber.support.customer.Customer;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.customer.Licensing;
import com.leecyber.support.erasure.ErasuresByHand;
import com.leecyber.support.erasure.Traces;
import com.leecyber.support.mailbox.MailsByHand;
import com.leecyber.support.proof.JournalEntry;
import com.leecyber.support.report.ClosedTickets;
import com.leecyber.support.security.ApiRole;
import com.leecyber.support.security.ApiTokens;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.Conversation;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody writes by every channel and asks to be forgotten: afterwards no column of any table knows a word of theirs, while
 * figures and proofs are what they were.
 */
@HttpDeskTest
@ExtendWith(EngineClock.class)
class PersonalDataScanTest {

    private static final String WORD = "Зимородок7391";
    private static final String LATIN = "zimorodok7391";
    private static final String EMAIL = LATIN + "@customers.example";
    private static final long CHAT = 739_173_917_391L;
    private static final String[] WORDS = {WORD, LATIN, "" + CHAT};

    @LocalServerPort
    int port;

    @Autowired
    ClosedTickets closedTickets;

    @Autowired
    ApplicationContext desk;

    @Autowired
    Customers customers;

    @Autowired
    ContactDetails contacts;

    @Autowired
    Licensing licensing;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Conversation conversation;

    @Autowired
    Journal journal;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    private Story story;
    private MailsByHand mails;
    private long customer;
    private Visitor api;

    @Test
    void nothingPersonalIsLeftAndNothingElseIsGone() {
        story = desk.getAutowireCapableBeanFactory().createBean(Story.class);
        mails = MailsByHand.in(desk);
        ErasuresByHand erasures = ErasuresByHand.in(desk);
        mails.worksOff();
        aCustomerWhoUsesEverything();

        assertThat(Traces.of(database, WORDS))
                .as("the scan finds what there is to find")
                .contains(
                        "act_hi_comment.full_msg_",
                        "act_hi_comment.message_",
                        "attachment.name",
                        "attachment_content.content",
                        "customer.chat_id",
                        "customer.email",
                        "customer.name",
                        "customer.subject",
                        "idempotent_request.response",
                        "inbound_mail.message_id",
                        "inbound_mail.raw",
                        "inbound_mail.sender",
                        "inbound_mail.subject",
                        "lead_notice.body",
                        "lead_notice.subject",
                        "mail_thread.address",
                        "mail_thread.message_id",
                        "message.author",
                        "message.text",
                        "outbox.body",
                        "outbox.chat_id",
                        "outbox.recipient",
                        "telegram_dialogue.description",
                        "telegram_file.name",
                        "telegram_update.raw",
                        "telegram_wrong_code.chat_id",
                        "ticket.actual",
                        "ticket.description",
                        "ticket.priority_reason",
                        "ticket.quoted",
                        "ticket.resolution",
                        "ticket.subject",
                        "upload.content",
                        "upload.name");
        List<String> numbers = numbers();
        List<String> chains =
                Stream.concat(numbers.stream(), Stream.of("ERASURES")).toList();
        List<String> facts = facts();
        List<JournalEntry> told =
                numbers.stream().flatMap(number -> journal.of(number).stream()).toList();
        Visitor panel = Visitor.anonymous(port);
        panel.panelSignIn(LATIN);
        assertThat(panel.get("/panel/tickets").statusCode()).isEqualTo(200);

        Visitor admin = Visitor.signedIn(port, "admin");
        String found = admin.form("/erasure/new", "_csrf", admin.csrf(), "sought", EMAIL.toUpperCase(Locale.ROOT))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(found).contains("customer=" + customer).doesNotContainIgnoringCase(LATIN);
        assertThat(admin.get("/erasure/new?customer=" + customer).body())
                .contains(WORD, EMAIL, "Лицензия действует до")
                .doesNotContain("<script", "style=");
        HttpResponse<String> asked = admin.form(
                "/erasure",
                "_csrf",
                admin.csrf(),
                "customer",
                "" + customer,
                "confirmed",
                "" + customer,
                "reference",
                "Письмо 12/2026");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(302);

        assertThat(panel.get("/panel/tickets").headers().firstValue("Location"))
                .as("the customer's session is over at once")
                .hasValueSatisfying(to -> assertThat(to).contains("/panel/sign-in"));
        assertThat(api.get("/api/v1/tickets").statusCode()).isEqualTo(401);
        erasures.worksOff();

        assertThat(Traces.of(database, WORDS)).isEmpty();
        assertThat(facts()).as("figures are computed from these").isEqualTo(facts);
        assertThat(chains).allSatisfy(chain -> assertThat(journal.verify(chain)).isEmpty());
        assertThat(numbers.stream().flatMap(number -> journal.of(number).stream()))
                .containsAll(told)
                .hasSize(told.size() + numbers.size());
        assertThat(lastOf(numbers.get(0)))
                .extracting(JournalEntry::kind, JournalEntry::actor)
                .containsExactly("PERSONAL_DATA_ERASED", "system:erasure");
        assertThat(lastOf(numbers.get(0)).details()).contains("\"by\":\"admin\"");
        assertThat(journal.of("ERASURES"))
                .filteredOn(entry -> entry.kind().equals("ERASURE_REQUESTED"))
                .last()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo("admin");
                    assertThat(entry.details()).contains("Письмо 12/2026", "\"customer\":" + customer);
                });
        String page =
                admin.get(asked.headers().firstValue("Location").orElseThrow()).body();
        assertThat(page).contains("Клиент " + customer, "Письмо 12/2026", "Завершено");
        assertThat(database.sql("select count(*) from outbox where sent_at is null and ticket in (:numbers)")
                        .param("numbers", numbers)
                        .query(Long.class)
                        .single())
                .as("what waited to be sent is dropped")
                .isZero();
        assertThat(customers.findById(customer).orElseThrow().name()).isEqualTo("Удалённый клиент " + customer);
        assertThat(licensing.validUntil(customer, clock.instant())).isPresent();

        theAddressIsAStrangersAgain();
    }

    private JournalEntry lastOf(String chain) {
        List<JournalEntry> entries = journal.of(chain);
        return entries.get(entries.size() - 1);
    }

    private void theAddressIsAStrangersAgain() {
        long mail = mails.comes(mail("Снова я", "Содержание"));
        mails.worksOff();
        assertThat(database.sql("select reason from inbound_mail where id = ?")
                        .param(mail)
                        .query(String.class)
                        .single())
                .isEqualTo("UNKNOWN_SENDER");
        Customer again = contacts.admit("panel-test", "subject-" + LATIN, EMAIL, WORD, Locale.ENGLISH);
        assertThat(again.id()).isNotEqualTo(customer);
    }

    private void aCustomerWhoUsesEverything() {
        Instant now = clock.instant();
        customer = customers
                .save(new Customer("ООО «" + WORD + "»", EMAIL, Locale.forLanguageTag("ru"), now))
                .id();
        licensing.grant(customer, now.minus(Duration.ofDays(9)), now.plus(Duration.ofDays(90)));
        contacts.admit("panel-test", "subject-" + LATIN, EMAIL, WORD, Locale.forLanguageTag("ru"));
        api = Visitor.withToken(port, tokens.create("erasure scan", ApiRole.CUSTOMER, customer, Channel.PANEL));
        String first = byTheApi();
        byMail();
        inQuarantine();
        story.as("anna", () -> conversation.agentWrites(first, "Здравствуйте, " + WORD + "!"));
        conversation.customerWrites(first, "Спасибо, " + WORD, Channel.PANEL);
        story.triages(
                first,
                Map.of(
                        "outcome",
                        "TAKE",
                        "priority",
                        "P1",
                        "priorityReason",
                        "Просит " + WORD,
                        "text",
                        "Уже смотрим, " + WORD));
        story.as("anna", () -> conversation.note(first, WORD + " звонил, номер " + LATIN));
        String task = story.openTasks(first).get(0).getId();
        story.as("anna", () -> tasks.createComment(task, null, WORD + " просил перезвонить"));
        database.sql("update outbox set sent_at = created_at, next_attempt_at = null where ticket = ?")
                .param(first)
                .update();
        inAChat(first);
        toldToLeads(first);
        toldToAll();
        numbers().forEach(this::withdrawn);
        conversation.customerWrites(first, "Ещё вопрос от " + WORD, Channel.PANEL);
        story.runDueJobs();
        withdrawn(numbers().get(numbers().size() - 1));
        database.sql("update ticket set resolution = ? where number = ?")
                .params("Сделано для " + WORD, first)
                .update();
        closedTickets.catchUp();
    }

    private String byTheApi() {
        HttpResponse<String> answer = api.post(
                "/api/v1/tickets",
                "{\"type\": \"PROBLEM\", \"service\": \"docs\", \"subject\": \"" + WORD + "\", \"description\": \""
                        + WORD
                        + "\", \"steps\": \"" + WORD + "\", \"expected\": \"" + WORD + "\", \"actual\": \"" + WORD
                        + "\"}",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String number = answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
        assertThat(api.upload(
                                "/api/v1/tickets/" + number + "/files",
                                LATIN + ".txt",
                                WORD.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(201);
        story.runDueJobs();
        // The answer names the ticket only; one of an older version of the program may have said more.
        database.sql("update idempotent_request set response = response || ? where response like ?")
                .params(" " + WORD, "%" + number + "%")
                .update();
        return number;
    }

    private static String mail(String subject, String text, String... more) {
        return "From: \"" + LATIN + "\" <" + EMAIL + ">\r\nTo: info@leecyber.com\r\nSubject: =?UTF-8?B?"
                + Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8)) + "?=\r\nMessage-ID: <"
                + LATIN + "." + UUID.randomUUID() + "@mail.example>\r\nMIME-Version: 1.0\r\n"
                + String.join("", more)
                + "Content-Type: multipart/mixed; boundary=part\r\n\r\n--part\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
                + "\r\n--part\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=\"" + LATIN
                + "-mail.txt\"\r\n\r\nsigned " + LATIN + "\r\n--part--\r\n";
    }

    private void byMail() {
        mails.comes(mail(
                WORD + ": вопрос",
                "Не входит " + WORD + ".\r\n\r\nOn Mon, Jan 5, 2026 at 10:00 AM " + LATIN + " wrote:\r\n> " + WORD
                        + " пишет\r\n> ещё\r\n"));
        mails.worksOff();
        story.runDueJobs();
        assertThat(numbers()).hasSize(2);
    }

    private void inQuarantine() {
        long released = mails.comes(mail("Автоответ " + WORD, "Меня нет, " + WORD, "Auto-Submitted: auto-replied\r\n"));
        mails.comes(mail("Ещё автоответ " + WORD, "Меня нет, " + WORD, "Auto-Submitted: auto-replied\r\n"));
        mails.worksOff();
        Visitor vera = Visitor.signedIn(port, "vera");
        HttpResponse<String> answer =
                vera.form("/quarantine/" + released + "/ticket", "_csrf", vera.csrf(), "customer", EMAIL);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        story.runDueJobs();
        assertThat(numbers()).hasSize(3);
    }

    private void inAChat(String ticket) {
        contacts.linkChat(CHAT, contacts.chatCode(customer));
        contacts.chatCode(customer);
        story.as("anna", () -> conversation.agentWrites(ticket, "В чат: " + WORD));
        OffsetDateTime now = now();
        database.sql("insert into outbox (key, kind, language, subject, body, message_id, created_at, sent_at, chat_id)"
                        + " values (?, 'chat', 'ru', '', ?, '', ?, ?, ?)")
                .params("chat:" + UUID.randomUUID(), "Напишите, " + WORD, now, now, CHAT)
                .update();
        database.sql("insert into telegram_update (update_id, chat_id, raw, came_at, state, next_attempt_at)"
                        + " values (7391001, ?, ?, ?, 'DONE', ?)")
                .params(CHAT, "{\"text\": \"" + WORD + "\"}", now, now)
                .update();
        database.sql("insert into telegram_dialogue (chat_id, customer_id, draft, step, description)"
                        + " values (?, ?, 1, 'DESCRIPTION', ?)")
                .params(CHAT, customer, WORD)
                .update();
        database.sql("insert into telegram_file (update_id, chat_id, file_id, name, ticket, state, next_attempt_at)"
                        + " values (7391002, ?, 'file', ?, ?, 'STORED', ?)")
                .params(CHAT, LATIN + ".png", ticket, now)
                .update();
        database.sql("insert into telegram_wrong_code (chat_id, said_at) values (?, ?)")
                .params(CHAT, now)
                .update();
        database.sql(
                        "insert into upload (key, customer_id, name, size, content, uploaded_at) values (?, ?, ?, 1, ?, ?)")
                .params(UUID.randomUUID(), customer, LATIN + ".log", WORD.getBytes(StandardCharsets.UTF_8), now)
                .update();
    }

    /** One notice by itself, and one that went out together with another ticket's. */
    private void toldToLeads(String ticket) {
        OffsetDateTime told = now();
        lead("first:" + ticket, "SD-2000-000001", "Другое обращение", told);
        lead("second:" + ticket, ticket, WORD, told);
        lead("third:" + ticket, ticket, WORD, null);
        database.sql(
                        "insert into outbox (key, kind, recipient, language, subject, body, message_id, created_at, sent_at)"
                                + " values (?, 'lead-digest', 'lead7391@desk.example', 'ru', '2 срока', ?, '', ?, ?)")
                .params("first:" + ticket, "Другое\n" + WORD, told, told)
                .update();
    }

    private void lead(String key, String about, String text, OffsetDateTime told) {
        database.sql(
                        "insert into lead_notice (key, about, kind, recipient, language, subject, body, created_at, told_at)"
                                + " values (?, ?, 'breach', 'lead7391@desk.example', 'ru', ?, ?, ?, ?)")
                .params(key, about, text, text, now(), told)
                .update();
    }

    private void toldToAll() {
        database.sql(
                        "insert into outbox (key, ticket, kind, recipient, language, subject, body, message_id, created_at,"
                                + " sent_at) values (?, 'PW-2000-000001', 'works-planned', ?, 'ru', 'Работы', ?, '', ?, ?)")
                .params("works:" + customer, EMAIL, "Здравствуйте, " + WORD, now(), now())
                .update();
    }

    private void withdrawn(String number) {
        HttpResponse<String> answer = api.post("/api/v1/tickets/" + number + "/withdrawal", "");
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
        story.runDueJobs();
    }

    private List<String> numbers() {
        return database.sql("select number from ticket where customer_id = ? order by id")
                .param(customer)
                .query(String.class)
                .list();
    }

    /** Everything that a figure or a verdict is computed from. */
    private List<String> facts() {
        return database.sql(
                        "select cast(to_jsonb(closed) as text) from closed_ticket closed where customer_id = :customer"
                                + " union all select cast(to_jsonb(fact) as text) from clock_fact fact join ticket on ticket.id ="
                                + " fact.ticket_id where customer_id = :customer union all select cast(to_jsonb(licence) as text)"
                                + " from licence where customer_id = :customer union all select concat_ws(' ', id, number, channel,"
                                + " type, service, status, second_line, affected, scope, effect, data_loss, workaround, priority,"
                                + " priority_rule, priority_version, registered_at, closing_reason, resolved_at, closed_at, exclusion,"
                                + " follows_id, incident) from ticket where customer_id = :customer union all select concat_ws(' ',"
                                + " message.id, written_at, author_kind, kind, message.channel, outside_panel, case author_kind when"
                                + " 'AGENT' then author end) from message join ticket on ticket.id = ticket_id where customer_id ="
                                + " :customer order by 1")
                .param("customer", customer)
                .query(String.class)
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
