package com.leecyber.support.notification;

import static com.leecyber.support.notification.Mailbag.aTicket;
import static com.leecyber.support.notification.Mailbag.notification;
import static com.leecyber.support.notification.Mailbag.reply;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.leecyber.support.MovableClock;
import jakarta.mail.BodyPart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** What arrives at a real mail server. */
@OutboxSlice
class DeliveryTest {

    private static final String LOOPBACK = "127.0.0.1";

    @Autowired
    OutboxRows rows;

    @Autowired
    LetterWriter writer;

    @Autowired
    ReplyTokens tokens;

    @Autowired
    MailThreads threads;

    @Autowired
    MessageSource messages;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Mailbag mailbag;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    @TempDir
    Path folder;

    private final String ticket = aTicket();
    private ServerSetup smtp;
    private GreenMail server;
    private OutboxSender sender;

    @BeforeEach
    void aMailServerThatIsStillDown() throws IOException {
        mailbag.empty();
        smtp = new ServerSetup(freePort(), LOOPBACK, ServerSetup.PROTOCOL_SMTP);
        server = new GreenMail(smtp);
        sender = sender(writer);
    }

    private OutboxSender sender(LetterWriter letters) {
        JavaMailSenderImpl client = new JavaMailSenderImpl();
        client.setHost(LOOPBACK);
        client.setPort(smtp.getPort());
        return new OutboxSender(rows, new SmtpTransport(client, letters), clock);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aMailArrivesAsItWasQueued() throws Exception {
        server.start();
        mailbag.put(reply(ticket, "5", Mailbag.CUSTOMER, Map.of("text", "Готово.\n.\nПроверьте <b>вход</b> & почту")));

        sender.sendDue();

        MimeMessage arrived = onlyMail();
        assertThat(arrived.getAllRecipients()).extracting(Object::toString).containsExactly(Mailbag.CUSTOMER);
        assertThat(arrived.getFrom()[0].toString()).contains("info@leecyber.com");
        assertThat(arrived.getSubject()).startsWith("[" + ticket + "]");
        assertThat(arrived.getContent().toString().replace("\r\n", "\n"))
                .contains("Готово.\n.\nПроверьте <b>вход</b> & почту");
        assertThat(arrived.getContentType()).startsWith("text/plain");
        assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(arrived.getMessageID())
                .startsWith("<" + ticket + ".reply.5.")
                .endsWith("@support-desk>");
        assertThat(arrived.getHeader("In-Reply-To")).isNull();
    }

    @Test
    void aTicketsMailsFormOneThread() throws Exception {
        server.start();
        mailbag.put(notification(ticket, NotificationKind.TICKET_ACKNOWLEDGED, "1", Mailbag.CUSTOMER, Map.of()));
        mailbag.put(reply(ticket, "5"));
        mailbag.put(notification(ticket, NotificationKind.DEADLINE_BREACH, "1", "lead@desk.example", Map.of()));

        sender.sendDue();

        MimeMessage[] arrived = server.getReceivedMessages();
        assertThat(arrived).hasSize(3);
        assertThat(arrived[0].getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(arrived[1].getHeader("In-Reply-To")).containsExactly(arrived[0].getMessageID());
        assertThat(arrived[1].getHeader("References")).containsExactly(arrived[0].getMessageID());
        assertThat(arrived[2].getHeader("In-Reply-To"))
                .as("another reader, another thread")
                .isNull();
    }

    @Test
    void anAnswerJoinsTheThreadOfTheCustomersOwnMail() throws Exception {
        server.start();
        String theirs = "<CAF123@customers.example>";
        transaction.executeWithoutResult(status -> threads.came(ticket, "Romashka@Customers.example", theirs));
        mailbag.put(notification(ticket, NotificationKind.TICKET_ACKNOWLEDGED, "1", Mailbag.CUSTOMER, Map.of()));
        mailbag.put(reply(ticket, "5"));

        sender.sendDue();

        MimeMessage[] arrived = server.getReceivedMessages();
        assertThat(arrived[0].getHeader("In-Reply-To")).containsExactly(theirs);
        assertThat(arrived[0].getHeader("References")).containsExactly(theirs);
        assertThat(arrived[1].getHeader("In-Reply-To")).containsExactly(theirs);
        assertThat(arrived[1].getHeader("References", null).split("\\s+"))
                .containsExactly(arrived[0].getMessageID(), theirs);
    }

    @Test
    void theAddressToReplyToProvesWhoGotTheMail() throws Exception {
        server.start();
        NotificationSettings settings = new Binder(new MapConfigurationPropertySource(
                        Map.of("support.notifications.reply-to", "desk@leecyber.com")))
                .bindOrCreate("support.notifications", NotificationSettings.class);
        mailbag.put(reply(ticket, "5"));
        mailbag.put(notification(ticket, NotificationKind.DEADLINE_BREACH, "1", "lead@desk.example", Map.of()));

        sender(new LetterWriter(settings, tokens, messages)).sendDue();

        MimeMessage[] arrived = server.getReceivedMessages();
        assertThat(arrived[0].getReplyTo()[0].toString())
                .isEqualTo("desk+" + ticket + "." + tokens.of(ticket, Mailbag.CUSTOMER) + "@leecyber.com");
        assertThat(arrived[1].getHeader("Reply-To"))
                .as("a lead answers a person, not a ticket")
                .isNull();
    }

    @Test
    void aMailServerThatWasDownGetsEveryMailOnceWithItsMessageId() throws Exception {
        Notification mail = reply(ticket, "1");
        mailbag.put(mail);
        sender.sendDue();
        clock.advance(Duration.ofSeconds(10));
        sender.sendDue();
        assertThat(mailbag.row(mail).attempts()).isEqualTo(2);
        assertThat(mailbag.row(mail).sentAt()).isNull();

        server.start();
        clock.advance(Duration.ofSeconds(20));
        sender.sendDue();
        sender.sendDue();

        assertThat(onlyMail().getMessageID()).isEqualTo(mailbag.row(mail).messageId());
        assertThat(mailbag.row(mail).sentAt()).isNotNull();
        assertThat(mailbag.row(mail).error()).isNull();
    }

    @Test
    void lineBreaksInSubjectAndNameReachNoHeader() throws Exception {
        server.start();
        String injected = "Помогите\r\nBcc: evil@example.org\r\n\r\n<script>\u2028Cc: evil@example.org";
        mailbag.put(reply(ticket, "1", Mailbag.CUSTOMER, Map.of("subject", injected, "customer", injected)));
        mailbag.put(reply(ticket, "2", Mailbag.CUSTOMER + "\r\nBcc: evil@example.org", Map.of()));

        sender.sendDue();

        MimeMessage arrived = onlyMail();
        assertThat(arrived.getAllRecipients()).extracting(Object::toString).containsExactly(Mailbag.CUSTOMER);
        assertThat(arrived.getHeader("Bcc")).isNull();
        assertThat(arrived.getHeader("Cc")).isNull();
        assertThat(arrived.getSubject())
                .contains("Помогите Bcc: evil@example.org")
                .doesNotContain("\n", "\r");
    }

    @Test
    void aCircularsCalendarFileArrivesAsMailClientsExpectIt() throws Exception {
        server.start();
        String works = "PW-" + ticket;
        queueCircular(works, calendar(works));

        sender.sendDue();

        assertCarriesTheCalendar(onlyMail(), works);
        assertThat(onlyMail().getHeader("Reply-To"))
                .as("an answer is a new request, not one of a ticket")
                .isNull();
        assertThat(onlyMail().getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void aCircularsCalendarFileIsWrittenIntoTheFolderToo() throws Exception {
        String works = "PW-" + ticket;
        queueCircular(works, calendar(works));

        new OutboxSender(rows, new FolderTransport(folder, writer), clock).sendDue();

        try (InputStream file = Files.newInputStream(folder.resolve(works + ".works-announced.1.7.eml"))) {
            assertCarriesTheCalendar(new MimeMessage((Session) null, file), works);
        }
    }

    private static void assertCarriesTheCalendar(MimeMessage mail, String works) throws Exception {
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/mixed");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("Обновим базу.");
        BodyPart file = parts.getBodyPart(1);
        assertThat(file.getFileName()).isEqualTo("works.ics");
        assertThat(file.getDisposition()).isEqualTo(Part.ATTACHMENT);
        ContentType type = new ContentType(file.getContentType());
        assertThat(type.match("text/calendar")).isTrue();
        assertThat(type.getParameter("method")).isEqualTo("CANCEL");
        assertThat(type.getParameter("charset")).isEqualTo("UTF-8");
        assertThat(new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(calendar(works));
    }

    private static String calendar(String works) {
        Instant from = Instant.parse("2026-12-01T23:00:00Z");
        return new WorksCalendar(
                        works, "info@leecyber.com", 2, true, from, from, from.plusSeconds(60), "Работы", "«Доски»")
                .write();
    }

    private void queueCircular(String works, String calendar) {
        String key = works + ":works-announced:1";
        database.sql("insert into circular (key, about, kind, audience, texts, calendar, created_at, finished_at)"
                        + " values (?, ?, 'works-announced', 'licensed', '{}', ?, now(), now())")
                .params(key, works, JsonTexts.write(Map.of("ru", calendar, "en", "English")))
                .update();
        OutgoingMail mail = new OutgoingMail(
                key + ":7",
                works,
                "works-announced",
                Mailbag.CUSTOMER,
                Locale.forLanguageTag("ru"),
                new MailText("Работы", "Обновим базу."),
                "<" + works + "@support-desk>",
                null);
        assertThat(rows.addAll(key, List.of(mail, mail), clock.instant())).isOne();
    }

    @Test
    void withoutAMailServerMailsAreFilesThatMailClientsOpen() throws Exception {
        Notification mail = reply(ticket, "1");
        mailbag.put(mail);
        Transport files = new FolderTransport(folder.resolve("mail"), writer);

        new OutboxSender(rows, files, clock).sendDue();

        try (Stream<Path> written = Files.list(folder.resolve("mail"))) {
            assertThat(written.map(file -> file.getFileName().toString())).containsExactly(ticket + ".reply.1.eml");
        }
        try (InputStream file = Files.newInputStream(folder.resolve("mail").resolve(ticket + ".reply.1.eml"))) {
            MimeMessage read = new MimeMessage((Session) null, file);
            assertThat(read.getMessageID()).isEqualTo(mailbag.row(mail).messageId());
            assertThat(read.getSubject()).isEqualTo(mailbag.row(mail).subject());
        }
    }

    private MimeMessage onlyMail() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }
}
