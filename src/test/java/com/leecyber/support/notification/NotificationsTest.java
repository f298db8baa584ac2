package com.leecyber.support.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.leecyber.support.DeskTest;
import com.leecyber.support.MovableClock;
import com.leecyber.support.customer.Customer;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.sla.Promise;
import com.leecyber.support.sla.ResponseClocks;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.Message;
import com.leecyber.support.ticket.NewTicket;
import com.leecyber.support.ticket.Registration;
import com.leecyber.support.ticket.TicketLifecycle;
import com.leecyber.support.ticket.TicketType;
import com.leecyber.support.ticket.Tickets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each notification says, to a Russian and to an English customer. */
@DeskTest
class NotificationsTest {

    private static final String RUSSIAN = "romashka@customers.example";
    private static final String ENGLISH = "acme@customers.example";

    @Autowired
    Notifications notifications;

    @Autowired
    Registration registration;

    @Autowired
    TicketLifecycle lifecycle;

    @Autowired
    Conversation conversation;

    @Autowired
    Customers customers;

    @Autowired
    Tickets tickets;

    @Autowired
    ResponseClocks clocks;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    @Autowired
    LeadDigest leads;

    record Mail(String kind, String recipient, String language, String subject, String body) {}

    @ParameterizedTest
    @CsvSource({RUSSIAN + ", 'Москва, стандартное время'", ENGLISH + ", Moscow Standard Time"})
    void theAcknowledgementNamesTheNumberAndWhenAnAnswerIsDue(String customer, String zone) {
        String number = registered(customer, Channel.EMAIL);

        notifications.acknowledge(number);
        notifications.acknowledge(number);

        String due = DateTimeFormatter.ofPattern("HH:mm")
                .withZone(ZoneId.of("Europe/Moscow"))
                .format(tickets.get(number).registeredAt().plus(Duration.ofHours(2)));
        Mail mail = only(number);
        assertThat(mail.kind()).isEqualTo("ticket-acknowledged");
        assertThat(mail.recipient()).isEqualTo(customer);
        assertThat(mail.subject()).startsWith("[" + number + "]").endsWith("Не открывается документ");
        assertThat(mail.body())
                .contains(number, due + " (" + zone + ")", " 3.2 ", "http://localhost:8080/panel/tickets/" + number);
        assertThat(journal(number)).containsOnlyOnce("TICKET_ACKNOWLEDGED").containsOnlyOnce("NOTIFICATION_QUEUED");
    }

    @ParameterizedTest
    @ValueSource(strings = {RUSSIAN, ENGLISH})
    void withoutALicenceTheCustomerIsToldTheClause(String customer) {
        String number = registered(customer, Channel.PANEL);

        notifications.tellNoLicence(number);

        assertThat(only(number).kind()).isEqualTo("no-licence");
        assertThat(only(number).body()).contains(number, " 1.4 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {RUSSIAN, ENGLISH})
    void aQuestionIsSentAndRemindedOfOnceAndNeverAfterTheAnswer(String customer) {
        String number = registered(customer, Channel.PANEL);
        lifecycle.askCustomer(number, "Какой браузер?");
        notifications.remind(number);
        notifications.remind(number);

        assertThat(kinds(number)).containsExactly("information-request", "reminder");
        assertThat(mails(number)).allSatisfy(mail -> assertThat(mail.body()).contains(number, "Какой браузер?"));
        assertThat(journal(number)).containsOnlyOnce("CUSTOMER_REMINDED");

        conversation.customerWrites(number, "Firefox", Channel.PANEL);
        notifications.remind(number);
        assertThat(mails(number)).hasSize(2);
    }

    @Test
    void aSecondQuestionIsRemindedOfAgain() {
        String number = registered(RUSSIAN, Channel.PANEL);
        lifecycle.askCustomer(number, "Какой браузер?");
        notifications.remind(number);
        conversation.customerWrites(number, "Firefox", Channel.PANEL);
        lifecycle.askCustomer(number, "А версия?");
        notifications.remind(number);

        assertThat(kinds(number)).containsExactly("information-request", "reminder", "information-request", "reminder");
        assertThat(mails(number).get(3).body()).contains("А версия?");
    }

    @ParameterizedTest
    @ValueSource(strings = {RUSSIAN, ENGLISH})
    void aSolutionIsToldOnceByTheClosingStepAlone(String customer) {
        String number = registered(customer, Channel.PANEL);
        lifecycle.solve(number, "Очистите cookie.");
        assertThat(mails(number)).isEmpty();

        notifications.tellResolution(number);
        notifications.tellResolution(number);

        assertThat(only(number).kind()).isEqualTo("ticket-solved");
        assertThat(only(number).body()).contains(number, "Очистите cookie.");
        assertThat(journal(number)).containsOnlyOnce("RESOLUTION_TOLD");
    }

    @ParameterizedTest
    @CsvSource({RUSSIAN + ", пункту 7.2.3", ENGLISH + ", clause 7.2.3"})
    void whatIsExcludedIsToldWithItsClause(String customer, String clause) {
        String number = registered(customer, Channel.PANEL);
        lifecycle.excludeFromResponsibility(number, "THIRD_PARTY", "Сбой у провайдера карт.");

        notifications.tellResolution(number);

        assertThat(only(number).kind()).isEqualTo("ticket-outside-responsibility");
        assertThat(only(number).body()).contains(number, clause, "Сбой у провайдера карт.");
    }

    @ParameterizedTest
    @ValueSource(strings = {RUSSIAN, ENGLISH})
    void aClosureForSilenceIsTold(String customer) {
        String number = registered(customer, Channel.PANEL);
        lifecycle.askCustomer(number, "Какой браузер?");
        lifecycle.resolveForSilence(number);

        notifications.tellResolution(number);

        assertThat(kinds(number)).containsExactly("information-request", "ticket-closed-for-silence");
    }

    @Test
    void thereIsNoResolutionToTellOfAWithdrawnTicket() {
        String number = registered(RUSSIAN, Channel.PANEL);
        lifecycle.withdraw(number);

        assertThatThrownBy(() -> notifications.tellResolution(number)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {RUSSIAN, ENGLISH})
    void aWithdrawalIsConfirmed(String customer) {
        String number = registered(customer, Channel.PANEL);
        lifecycle.withdraw(number);

        notifications.confirmWithdrawal(number);

        assertThat(only(number).kind()).isEqualTo("ticket-withdrawn");
        assertThat(only(number).body()).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {RUSSIAN, ENGLISH})
    void theMoveToThePanelAndWhatComesPastItAreAnsweredWithTheLink(String customer) {
        String number = registered(customer, Channel.EMAIL);
        lifecycle.moveToPanel(number);
        notifications.tellMovedToPanel(number);
        conversation.customerWrites(number, "Ну что там?", Channel.EMAIL);
        conversation.customerWrites(number, "Ау!", Channel.EMAIL);

        assertThat(kinds(number)).as("one answer an hour").containsExactly("moved-to-panel", "outside-panel");
        assertThat(mails(number))
                .allSatisfy(mail -> assertThat(mail.body())
                        .contains(number, " 3.1.2 ", "http://localhost:8080/panel/tickets/" + number));

        clock.advance(Duration.ofHours(1));
        conversation.customerWrites(number, "Прошёл час", Channel.EMAIL);
        assertThat(kinds(number)).endsWith("outside-panel", "outside-panel");
    }

    @Test
    void aTicketOfThePanelIsWrittenToAnywhereUntilTheSecondLineHasIt() {
        String number = registered(RUSSIAN, Channel.PANEL);
        conversation.customerWrites(number, "Вот снимок", Channel.EMAIL);
        lifecycle.escalate(number, "Передано на L2.", "Нужен код.");
        conversation.customerWrites(number, "А что там?", Channel.EMAIL);

        assertThat(kinds(number)).containsExactly("reply", "outside-panel");
        assertThat(conversation.of(tickets.get(number)))
                .extracting(Message::isOutsidePanel)
                .containsExactly(false, false, false, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {RUSSIAN, ENGLISH})
    void whatAgentsWriteIsSentAndNotesAreNot(String customer) {
        String number = registered(customer, Channel.PANEL);
        conversation.agentWrites(number, "Смотрим.");
        conversation.note(number, "Клиент сердит.");
        conversation.agentWrites(number, "Смотрим.");
        lifecycle.escalate(number, "Передано на L2.", "Нужен код.");
        lifecycle.planFix(number, "Исправим.", "9.9-" + number);

        assertThat(kinds(number)).containsExactly("reply", "reply", "reply", "fix-planned");
        assertThat(mails(number)).noneSatisfy(mail -> assertThat(mail.body()).containsAnyOf("сердит", "Нужен код"));
        assertThat(mails(number).get(3).body()).contains("9.9-" + number, "Исправим.");
    }

    /** Case 9: whoever answers our answers gets no sixth; the requests are tickets all the same. */
    @Test
    void noMoreThanFiveRequestsByMailAreAcknowledgedInAnHour() {
        String address = "echo" + UUID.randomUUID() + "@customers.example";
        customers.save(new Customer("Эхо", address, Locale.forLanguageTag("ru"), clock.instant()));
        for (int request = 1; request <= 7; request++) {
            notifications.acknowledge(registered(address, Channel.EMAIL));
        }
        assertThat(acknowledged(address)).isEqualTo(5);

        notifications.acknowledge(registered(address, Channel.PANEL));
        assertThat(acknowledged(address)).as("a person sits at the panel").isEqualTo(6);

        clock.advance(Duration.ofHours(1));
        notifications.acknowledge(registered(address, Channel.EMAIL));
        assertThat(acknowledged(address)).isEqualTo(7);
    }

    private int acknowledged(String address) {
        return database.sql("select count(*) from outbox where recipient = ? and kind = 'ticket-acknowledged'")
                .param(address)
                .query(Integer.class)
                .single();
    }

    @Test
    void theLeadIsToldOfEachPromiseOnceWithItsClause() {
        clock.advance(LeadDigest.BETWEEN_MAILS);
        leads.tell();
        clock.advance(LeadDigest.BETWEEN_MAILS);
        String number = registered(ENGLISH, Channel.EMAIL);
        Promise promise = clocks.read(tickets.get(number).id()).promises().get(0);

        notifications.warnLead(number, promise);
        notifications.warnLead(number, promise);
        leads.tell();
        clock.advance(LeadDigest.BETWEEN_MAILS);
        notifications.reportBreach(number, promise);
        notifications.reportBreach(number, promise);
        leads.tell();

        assertThat(kinds(number)).containsExactly("deadline-warning", "deadline-breach");
        assertThat(mails(number)).allSatisfy(mail -> {
            assertThat(mail.recipient()).isEqualTo("lead@desk.example");
            assertThat(mail.language()).isEqualTo("ru");
            assertThat(mail.subject()).contains(number, "Первый ответ");
            assertThat(mail.body()).contains(number, "пункт 3.2", "Acme Ltd", "Москва");
        });
    }

    private String registered(String customer, Channel channel) {
        String number = registration
                .register(new NewTicket(
                        customers.findByEmailIgnoreCase(customer).orElseThrow().id(),
                        channel,
                        TicketType.QUESTION,
                        "docs",
                        "Не открывается документ",
                        "Документ не открывается с утра.",
                        null,
                        null,
                        null,
                        null,
                        null))
                .number();
        return number;
    }

    private Mail only(String number) {
        assertThat(mails(number)).hasSize(1);
        return mails(number).get(0);
    }

    private List<String> kinds(String number) {
        return mails(number).stream().map(Mail::kind).toList();
    }

    /** The ticket's mails; none may show a placeholder. */
    private List<Mail> mails(String number) {
        List<Mail> mails = database.sql(
                        "select kind, recipient, language, subject, body from outbox where ticket = ? order by id")
                .param(number)
                .query(Mail.class)
                .list();
        assertThat(mails)
                .allSatisfy(mail -> assertThat(mail.subject() + mail.body()).doesNotContain("{{"));
        return mails;
    }

    private List<String> journal(String number) {
        return database.sql("select kind from journal where ticket = ? order by sequence")
                .param(number)
                .query(String.class)
                .list();
    }
}
