package com.leecyber.support.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.leecyber.support.OwnEngine;
import com.leecyber.support.database.TestDatabase;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.Message;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.Tickets;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A customer with a mail client, a real mail server, and the desk as it runs: ticket, answers and thread (R3.1.1). */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
@ActiveProfiles("demo")
@ExtendWith(OwnEngine.class)
@DirtiesContext
class MailWalkTest {

    private static final String CUSTOMER = "romashka@customers.example";
    private static final MailServer SERVER = new MailServer().start();

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> MailServer.HOST);
        properties.add("spring.mail.port", SERVER::smtpPort);
        properties.add("support.notifications.sender.interval", () -> "PT0.2S");
        properties.add("support.notifications.reply-to", () -> MailServer.DESK);
        properties.add("support.mailbox.poll", () -> "PT10M");
        properties.add("support.mailbox.mailboxes[0].name", () -> "info");
        properties.add("support.mailbox.mailboxes[0].host", () -> MailServer.HOST);
        properties.add("support.mailbox.mailboxes[0].port", SERVER::imapPort);
        properties.add("support.mailbox.mailboxes[0].protocol", () -> "imap");
        properties.add("support.mailbox.mailboxes[0].user", () -> MailServer.DESK);
        properties.add("support.mailbox.mailboxes[0].password", () -> MailServer.PASSWORD);
        properties.add("support.mailbox.mailboxes[0].addresses[0]", () -> MailServer.DESK);
        properties.add("support.mailbox.mailboxes[0].authserv-id", () -> "mx.leecyber.com");
    }

    @Autowired
    Tickets tickets;

    @Autowired
    Conversation conversation;

    @Autowired
    JdbcClient database;

    @Autowired
    MailboxHealthIndicator health;

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void aMailBecomesATicketAndBothSidesGoOnInOneThread() throws Exception {
        send("<first@client.example>", "Не могу войти", "Пишет «неверный пароль».", "");

        MimeMessage acknowledgement =
                patiently().until(() -> answerTo("<first@client.example>"), java.util.Objects::nonNull);
        Ticket ticket = ticketOf("<first@client.example>");
        assertThat(acknowledgement.getSubject()).contains(ticket.number());
        assertThat(acknowledgement.getHeader("Auto-Submitted")).isNotEmpty();

        send(
                "<second@client.example>",
                "Re: " + acknowledgement.getSubject(),
                "Нашёл: раскладка.\r\n\r\n25.11.2026 12:00, Поддержка пишет:\r\n> Здравствуйте",
                "In-Reply-To: " + acknowledgement.getMessageID() + "\r\nReferences: <first@client.example> "
                        + acknowledgement.getMessageID() + "\r\n");
        patiently().untilAsserted(() -> assertThat(conversation.of(ticket)).hasSize(1));
        assertThat(conversation.of(ticket).get(0).text()).isEqualTo("Нашёл: раскладка.");

        String replyTo = ((InternetAddress) acknowledgement.getReplyTo()[0]).getAddress();
        assertThat(replyTo).contains("+" + ticket.number());
        SERVER.send(raw("<third@client.example>", replyTo, "без ссылок", "И ещё вопрос.", ""), CUSTOMER, replyTo);
        patiently()
                .untilAsserted(() -> assertThat(conversation.of(ticket))
                        .extracting(Message::text)
                        .containsExactly("Нашёл: раскладка.", "И ещё вопрос."));

        conversation.agentWrites(ticket.number(), "Какой вопрос?");
        MimeMessage answer = patiently().until(() -> answerTo("<third@client.example>"), java.util.Objects::nonNull);
        assertThat(answer.getContent().toString()).contains("Какой вопрос?");
        assertThat(answer.getAllRecipients()).extracting(Object::toString).containsExactly(CUSTOMER);
        assertThat(health.health().getDetails()).containsKey("mailbox info").containsEntry("waiting", 0L);
    }

    /** Case 10. */
    @Test
    void noLineBreakOfAMailReachesAHeaderOfOurs() throws Exception {
        String id = "<hostile@client.example>";
        String mail = "From: =?utf-8?q?Ivan=0D=0ABcc:_evil@evil.example?= <" + CUSTOMER + ">\r\nTo: " + MailServer.DESK
                + "\r\nCc: spy@evil.example\r\nMessage-ID: " + id
                + "\r\nSubject: =?utf-8?q?Help=0D=0ABcc:_evil@evil.example=0D=0A=0D=0A<script>?=\r\n Cc: x@evil.example\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n\r\nПомогите\r\n";

        SERVER.send(mail, CUSTOMER, MailServer.DESK);

        MimeMessage answer = patiently().until(() -> answerTo(id), java.util.Objects::nonNull);
        assertThat(answer.getAllRecipients()).extracting(Object::toString).containsExactly(CUSTOMER);
        assertThat(answer.getHeader("Bcc")).isNull();
        assertThat(answer.getHeader("Cc")).isNull();
        assertThat(answer.getSubject()).contains("Help Bcc: evil@evil.example").doesNotContain("\r", "\n");
        assertThat(SERVER.mails("evil@evil.example")).isEmpty();
        assertThat(SERVER.mails("spy@evil.example")).isEmpty();
    }

    @Test
    void whatTheReceivingServerFoundForgedIsNotBelieved() throws Exception {
        String found = "Authentication-Results: mx.leecyber.com; spf=fail; dmarc=fail (p=reject)\r\n";
        String claimed = "Authentication-Results: mx.leecyber.com; dmarc=pass\r\n";

        SERVER.send(found + claimed + raw("<forged@x>", MailServer.DESK, "a", "b", ""), CUSTOMER, MailServer.DESK);
        SERVER.send(claimed + found + raw("<honest@x>", MailServer.DESK, "a", "b", ""), CUSTOMER, MailServer.DESK);
        SERVER.send(
                found.replace("mx.leecyber.com", "elsewhere.example")
                        + raw("<elsewhere@x>", MailServer.DESK, "a", "b", ""),
                CUSTOMER,
                MailServer.DESK);

        patiently().untilAsserted(() -> assertThat(reason("<forged@x>")).contains("FORGED"));
        patiently().untilAsserted(() -> assertThat(ticketOf("<honest@x>")).isNotNull());
        patiently().untilAsserted(() -> assertThat(ticketOf("<elsewhere@x>")).isNotNull());
    }

    private void send(String id, String subject, String text, String more) throws Exception {
        SERVER.send(raw(id, MailServer.DESK, subject, text, more), CUSTOMER, MailServer.DESK);
    }

    private static String raw(String id, String to, String subject, String text, String more) {
        return "From: =?utf-8?b?0JjQstCw0L0=?= <" + CUSTOMER + ">\r\nTo: " + to + "\r\nMessage-ID: " + id
                + "\r\nSubject: "
                + subject + "\r\n" + more + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
                + "Content-Transfer-Encoding: 8bit\r\n\r\n" + text + "\r\n";
    }

    /** The mail in the customer's mailbox that answers another; null while there is none. */
    private static MimeMessage answerTo(String messageId) throws Exception {
        for (MimeMessage mail : SERVER.mails(CUSTOMER)) {
            String[] answered = mail.getHeader("In-Reply-To");
            if (answered != null && answered[0].contains(messageId)) {
                return mail;
            }
        }
        return null;
    }

    private Ticket ticketOf(String messageId) {
        return column("ticket", messageId).stream()
                .findFirst()
                .map(tickets::get)
                .orElse(null);
    }

    private List<String> reason(String messageId) {
        return column("reason", messageId);
    }

    private List<String> column(String column, String messageId) {
        return database.sql(
                        "select " + column + " from inbound_mail where message_id = ? and " + column + " is not null")
                .param(messageId)
                .query(String.class)
                .list();
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60));
    }
}
