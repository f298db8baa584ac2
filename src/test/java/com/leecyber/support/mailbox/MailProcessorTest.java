package com.leecyber.support.mailbox;

import static com.leecyber.support.mailbox.Inbox.CUSTOMER;
import static com.leecyber.support.mailbox.Inbox.OTHER;
import static com.leecyber.support.mailbox.Inbox.STRANGER;
import static com.leecyber.support.mailbox.Inbox.mail;
import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.DeskTest;
import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.mailbox.Inbox.Row;
import com.leecyber.support.proof.JournalEntry;
import com.leecyber.support.ticket.Attachment;
import com.leecyber.support.ticket.Attachments;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.Message;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.TicketLifecycle;
import com.leecyber.support.ticket.TicketStatus;
import com.leecyber.support.ticket.TicketType;
import com.leecyber.support.ticket.Tickets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every stored mail ends as ticket, reply or quarantine (R3.1.1), and as the right one. */
@DeskTest
@Import(Inbox.class)
class MailProcessorTest {

    @Autowired
    Inbox inbox;

    @Autowired
    Tickets tickets;

    @Autowired
    Conversation conversation;

    @Autowired
    Attachments attachments;

    @Autowired
    TicketLifecycle lifecycle;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void nobodyHasWrittenLately() {
        inbox.workOnAll();
        inbox.anHourPasses();
    }

    @Test
    void aCustomersMailIsATicket() {
        Row mail = inbox.process(
                mail("Иван <Romashka@Customers.EXAMPLE>", "Не открывается доска", "Со вчера.\n\n-- \nИван"));

        assertThat(mail.state()).isEqualTo("TICKET");
        Ticket ticket = tickets.get(mail.ticket());
        assertThat(ticket.channel()).isEqualTo(Channel.EMAIL);
        assertThat(ticket.type()).isEqualTo(TicketType.QUESTION);
        assertThat(ticket.service()).isEqualTo("other");
        assertThat(ticket.subject()).isEqualTo("Не открывается доска");
        assertThat(ticket.description()).isEqualTo("Со вчера.");
        assertThat(ticket.quoted()).hasValue("-- \nИван".strip());
        assertThat(journal.of(ticket.number()).get(0).actor()).isEqualTo("system:mail");
        assertThat(threads(ticket.number())).hasSize(1);
    }

    /** R6.1: it answers no ticket, so it is a request of its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<PW-2026-000017.works-announced.1.0123456789abcdef0123@support-desk>",
                "<MI-2026-000004.incident-update.12.0123456789abcdef0123@support-desk>"
            })
    void anAnswerToACircularIsATicketOfItsOwn(String circular) {
        String subject = "Re: [PW-2026-000017] Плановые работы";

        Row mail = inbox.process(mail(
                CUSTOMER,
                subject,
                "А доски будут работать?",
                "In-Reply-To: " + circular,
                "References: <SD-2026-000001@elsewhere.example> " + circular));

        assertThat(mail.state()).isEqualTo("TICKET");
        assertThat(tickets.get(mail.ticket()).description()).isEqualTo("А доски будут работать?");
        assertThat(mail.ticket()).startsWith("SD-");
    }

    @Test
    void aMailWithoutSubjectAndTextIsATicketAllTheSame() {
        Ticket ticket = ticketOf(inbox.process("From: " + CUSTOMER + "\r\n\r\n"));

        assertThat(ticket.subject()).isEqualTo("Без темы");
        assertThat(ticket.description()).isEqualTo("(письмо без текста)");
    }

    @Test
    void theWordsOfTheDeskAreInTheCustomersLanguage() {
        assertThat(ticketOf(inbox.process("From: " + OTHER + "\n\n")).subject()).isEqualTo("No subject");
    }

    @ParameterizedTest
    @ValueSource(strings = {"In-Reply-To", "References", "To", "Cc", "Delivered-To"})
    void aMailWithTheSendersMarkIsAMessageOnTheTicket(String header) {
        Ticket ticket = aTicket();
        String mark = header.contains("Re")
                ? inbox.messageId(ticket.number(), CUSTOMER)
                : inbox.plusAddress(ticket.number(), CUSTOMER);

        Row mail = inbox.process(mail(CUSTOMER, "Re: что угодно", "Ответ\n\n> вопрос", header + ": " + mark));

        assertThat(mail.state()).isEqualTo("REPLY");
        assertThat(mail.ticket()).isEqualTo(ticket.number());
        Message message = last(ticket);
        assertThat(message.text()).isEqualTo("Ответ");
        assertThat(message.quoted()).hasValue("> вопрос");
        assertThat(message.channel()).isEqualTo(Channel.EMAIL);
        assertThat(message.author()).isEqualTo("ООО «Ромашка»");
    }

    @Test
    void aMarkOutweighsTheSubject() {
        Ticket ticket = aTicket();
        Ticket other = aTicket();

        Row mail = inbox.process(mail(
                CUSTOMER,
                "Re: [" + other.number() + "]",
                "Ответ",
                "References: <a@b> " + inbox.messageId(ticket.number(), CUSTOMER)));

        assertThat(mail.ticket()).isEqualTo(ticket.number());
    }

    @Test
    void aNumberInTheSubjectAttachesNothing() {
        Ticket own = aTicket();
        Ticket foreign = ticketOf(inbox.process(mail(OTHER, "Secret", "Only for Acme")));

        Row ofOwner = inbox.process(mail(CUSTOMER, "Re: [" + own.number() + "] вход", "Ещё раз"));
        Row ofOther = inbox.process(mail(CUSTOMER, "Re: [" + foreign.number() + "] Secret", "Покажите"));
        Row ofStranger = inbox.process(mail(STRANGER, "Re: [" + own.number() + "]", "Покажите"));

        assertThat(ofOwner.state()).isEqualTo("TICKET");
        assertThat(ofOther.state()).isEqualTo("TICKET");
        assertThat(ticketOf(ofOther).customerId()).isEqualTo(own.customerId());
        assertThat(ofStranger.reason()).isEqualTo("UNKNOWN_SENDER");
        assertThat(conversation.of(own)).isEmpty();
        assertThat(conversation.of(foreign)).isEmpty();
    }

    @Test
    void aMarkInAnotherHandGoesToQuarantine() {
        Ticket ticket = aTicket();
        String mark = "In-Reply-To: " + inbox.messageId(ticket.number(), CUSTOMER);
        String address = "To: " + inbox.plusAddress(ticket.number(), CUSTOMER);

        assertThat(inbox.process(mail(STRANGER, "x", "y", mark)).reason()).isEqualTo("FOREIGN_TOKEN");
        assertThat(inbox.process(mail(OTHER, "x", "y", address)).reason()).isEqualTo("FOREIGN_TOKEN");
        // A mark that was given to the sender, for a ticket that is not the sender's.
        assertThat(inbox.process(mail(OTHER, "x", "y", "In-Reply-To: " + inbox.messageId(ticket.number(), OTHER)))
                        .reason())
                .isEqualTo("FOREIGN_TOKEN");
        assertThat(conversation.of(ticket)).isEmpty();
    }

    @Test
    void aMarkThatNobodyGaveOutIsNone() {
        Ticket ticket = aTicket();
        String made = "In-Reply-To: <" + ticket.number() + ".reply.5.00000000000000000000@support-desk>";

        assertThat(inbox.process(mail(CUSTOMER, "x", "y", made)).state()).isEqualTo("TICKET");
        assertThat(inbox.process(mail(STRANGER, "x", "y", made)).reason()).isEqualTo("UNKNOWN_SENDER");
    }

    @Test
    void aStrangerGetsOneAnswerWithNothingOfAnyTicket() {
        Ticket ticket = aTicket();
        String stranger = "once" + STRANGER;

        Row mail = inbox.process(mail(stranger, "Re: [" + ticket.number() + "]", "Кто там?", "Cc: spy@evil.example"));
        inbox.process(mail(stranger, "Ещё", "Кто там?"));

        assertThat(mail.state()).isEqualTo("QUARANTINE");
        assertThat(mail.sender()).isEqualTo(stranger);
        List<String> answers = database.sql("select subject || body from outbox where recipient = ?")
                .param(stranger)
                .query(String.class)
                .list();
        assertThat(answers).hasSize(1);
        assertThat(answers.get(0)).doesNotContain(ticket.number(), ticket.subject());
        assertThat(database.sql("select count(*) from outbox where recipient like '%spy%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(journal.of("MAIL-" + mail.id()))
                .extracting(JournalEntry::kind)
                .containsExactly(EventKind.MAIL_QUARANTINED.name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AUTOMATIC | Auto-Submitted: auto-replied",
                "AUTOMATIC | Auto-Submitted: auto-generated (vacation)",
                "AUTOMATIC | Precedence: bulk",
                "AUTOMATIC | X-Auto-Response-Suppress: DR, OOF, AutoReply",
                "AUTOMATIC | X-Autoreply: yes",
                "BOUNCE | Return-Path: <>",
                "BOUNCE | Content-Type: multipart/report; report-type=delivery-status; boundary=x",
                "LIST | List-Id: <news.example.com>",
                "LIST | List-Unsubscribe: <mailto:x@example.com>",
                "LIST | Precedence: list",
                "OWN | Message-ID: <whatever@SUPPORT-desk>"
            })
    void whatAMachineWroteIsNeitherAnsweredNorAnAnswer(String reason, String header) {
        Ticket ticket = aTicket();
        lifecycle.askCustomer(ticket.number(), "Какая версия?");
        long mails = outbox();

        Row mail = inbox.process(mail(
                        CUSTOMER,
                        "Меня нет",
                        "Отпуск",
                        "In-Reply-To: " + inbox.messageId(ticket.number(), CUSTOMER),
                        header)
                .replaceFirst(header.startsWith("Message-ID") ? "Message-ID: <\\d+@mail.example>\r\n" : "^$", ""));

        assertThat(mail.reason()).isEqualTo(reason);
        assertThat(tickets.get(ticket.number()).status()).isEqualTo(TicketStatus.WAITING_FOR_CUSTOMER);
        assertThat(outbox()).isEqualTo(mails);
    }

    @ParameterizedTest
    @CsvSource({
        "MAILER-DAEMON@mx.example, BOUNCE",
        "postmaster@customers.example, BOUNCE",
        "info@leecyber.com, OWN",
        "info+anything@leecyber.com, OWN"
    })
    void someSendersAreNeverAnswered(String sender, String reason) {
        long mails = outbox();

        assertThat(inbox.process(mail(sender, "x", "y")).reason()).isEqualTo(reason);
        assertThat(outbox()).isEqualTo(mails);
    }

    @Test
    void aPersonsMailThatSaysSoIsNoMachines() {
        assertThat(inbox.process(mail(
                                CUSTOMER, "x", "y", "Auto-Submitted: no", "Return-Path: <romashka@customers.example>"))
                        .state())
                .isEqualTo("TICKET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: a@customers.example, romashka@customers.example",
                "From: romashka@customers.example\r\nFrom: acme@customers.example",
                "From: undisclosed:;",
                "From: ",
                "Reply-To: romashka@customers.example",
                "From: =?utf-8?q?romashka=40customers.example?="
            })
    void withoutOneSenderNobodyIsBelieved(String from) {
        assertThat(inbox.process(from + "\r\nSubject: x\r\n\r\ny").reason()).isEqualTo("NO_SENDER");
    }

    @Test
    void aMessageToAClosedTicketOpensAFollowUp() {
        Ticket ticket = aTicket();
        lifecycle.withdraw(ticket.number());

        Row mail = inbox.process(
                mail(CUSTOMER, "Re", "Опять", "In-Reply-To: " + inbox.messageId(ticket.number(), CUSTOMER)));

        assertThat(mail.state()).isEqualTo("TICKET");
        assertThat(ticketOf(mail).followsId()).hasValue(ticket.id());
    }

    @Test
    void nobodyOpensMoreThanTwentyTicketsAnHour() {
        for (int number = 0; number < 20; number++) {
            assertThat(inbox.process(mail(OTHER, "№ " + number, "text")).state())
                    .isEqualTo("TICKET");
        }
        assertThat(inbox.process(mail(OTHER, "№ 21", "text")).reason()).isEqualTo("TOO_MANY");
        assertThat(inbox.process(mail(CUSTOMER, "Другой", "text")).state()).isEqualTo("TICKET");

        inbox.anHourPasses();
        assertThat(inbox.process(mail(OTHER, "Позже", "text")).state()).isEqualTo("TICKET");
    }

    @Test
    void theSameMailInTwoMailboxesIsOneTicket() {
        byte[] raw = mail(CUSTOMER, "Дважды", "text").getBytes(StandardCharsets.UTF_8);

        Row first = inbox.processed(inbox.put("one", raw, true));
        Row second = inbox.processed(inbox.put("two", raw, true));

        assertThat(first.state()).isEqualTo("TICKET");
        assertThat(second.reason()).isEqualTo("DUPLICATE");
    }

    @Test
    void ofAMailThatWasTooLargeOnlyTheHeadersAreKept() {
        byte[] headers = mail(CUSTOMER, "Видео", "").getBytes(StandardCharsets.UTF_8);

        assertThat(inbox.processed(inbox.put("test", headers, false)).reason()).isEqualTo("TOO_LARGE");
    }

    @Test
    void filesComeAlongAndWhatDoesNotFitIsNamed() {
        StringBuilder mail = new StringBuilder(mail(
                CUSTOMER,
                "Файлы",
                "--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Смотрите</p>\r\n",
                "Content-Type: multipart/mixed; boundary=x"));
        mail.append(
                "--x\r\nContent-Type: image/png; name=\"=?utf-8?q?=D1=8D=D0=BA=D1=80=D0=B0=D0=BD.png?=\"\r\n"
                        + "Content-Disposition: inline\r\nContent-ID: <1>\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n");
        for (int number = 0; number < 35; number++) {
            mail.append("--x\r\nContent-Disposition: attachment; filename=../log" + number + ".txt\r\n\r\nline\r\n");
        }
        mail.append("--x--\r\n");

        Ticket ticket = ticketOf(inbox.process(mail.toString()));

        assertThat(attachments.of(ticket)).hasSize(30);
        assertThat(attachments.of(ticket)).extracting(Attachment::name).contains("экран.png", "log0.txt");
        assertThat(ticket.description())
                .startsWith("Смотрите\n\n[У обращения может быть не больше 30 файлов.")
                .contains("log34.txt");
    }

    @Test
    void aTextThatIsTooLongIsCutAndKeptAsAFile() {
        String text = "Строка журнала с подробностями.\n".repeat(3_000);

        Ticket ticket = ticketOf(inbox.process(mail(CUSTOMER, "Журнал", text)));

        assertThat(ticket.description()).startsWith("Строка журнала").endsWith("приложен файлом.]");
        Attachment file = attachments.of(ticket).get(0);
        assertThat(file.name()).isEqualTo("Полный текст письма.txt");
        assertThat(new String(attachments.content(file), StandardCharsets.UTF_8))
                .isEqualTo(text.strip());
    }

    @Test
    void aMailToATicketThatMovedToThePanelIsMarkedAndAnsweredWithTheWay() {
        Ticket ticket = aTicket();
        lifecycle.escalate(ticket.number(), "Передали инженерам.", "Ошибка на сервере");
        lifecycle.moveToPanel(ticket.number());

        Row mail = inbox.process(
                mail(CUSTOMER, "Re", "Ну как?", "In-Reply-To: " + inbox.messageId(ticket.number(), CUSTOMER)));

        assertThat(mail.state()).isEqualTo("REPLY");
        assertThat(last(ticket).isOutsidePanel()).isTrue();
        assertThat(database.sql("select count(*) from outbox where ticket = ? and kind = 'outside-panel'")
                        .param(ticket.number())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void anAnswerWakesATicketThatWaits() {
        Ticket ticket = aTicket();
        lifecycle.askCustomer(ticket.number(), "Какая версия?");

        inbox.process(mail(CUSTOMER, "Re", "Седьмая", "To: " + inbox.plusAddress(ticket.number(), CUSTOMER)));

        assertThat(tickets.get(ticket.number()).status()).isEqualTo(TicketStatus.IN_TRIAGE);
    }

    private Ticket aTicket() {
        return ticketOf(inbox.process(mail(CUSTOMER, "Не могу войти", "Помогите")));
    }

    private Ticket ticketOf(Row mail) {
        assertThat(mail.state()).isEqualTo("TICKET");
        return tickets.get(mail.ticket());
    }

    private Message last(Ticket ticket) {
        List<Message> messages = conversation.of(ticket);
        return messages.get(messages.size() - 1);
    }

    private long outbox() {
        return database.sql("select count(*) from outbox").query(Long.class).single();
    }

    private List<String> threads(String ticket) {
        return database.sql("select message_id from mail_thread where ticket = ?")
                .param(ticket)
                .query(String.class)
                .list();
    }
}
