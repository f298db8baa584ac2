package com.leecyber.support.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.MovableClock;
import com.leecyber.support.Visitor;
import com.leecyber.support.customer.Customer;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.NewTicket;
import com.leecyber.support.ticket.Registration;
import com.leecyber.support.ticket.TicketType;
import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What administrators may erase, how often, and who sees it. */
@HttpDeskTest
class ErasurePagesTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext desk;

    @Autowired
    Customers customers;

    @Autowired
    Registration registration;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    private ErasuresByHand erasures;
    private Visitor admin;
    private String csrf;

    @BeforeEach
    void anAdministrator() {
        erasures = ErasuresByHand.in(desk);
        admin = Visitor.signedIn(port, "admin");
        csrf = admin.csrf();
        // Other tests leave mails that nobody reads.
        database.sql("update inbound_mail set state = 'DISCARDED', reason = 'FAILED', ended_at = received_at"
                        + " where state = 'RECEIVED'")
                .update();
    }

    private long aCustomer(String name) {
        String email = UUID.randomUUID() + "@erase.example";
        return customers
                .save(new Customer(name, email, Locale.ENGLISH, clock.instant()))
                .id();
    }

    private HttpResponse<String> post(String path, String... fields) {
        return admin.form(
                path,
                Stream.concat(Stream.of("_csrf", csrf), Arrays.stream(fields)).toArray(String[]::new));
    }

    private HttpResponse<String> erase(long customer, String confirmed, String reference) {
        return post("/erasure?lang=ru", "customer", "" + customer, "confirmed", confirmed, "reference", reference);
    }

    @Test
    void anOpenTicketHasToBeClosedFirst() {
        long customer = aCustomer("Открытый");
        String number = registration
                .register(new NewTicket(
                        customer,
                        Channel.PANEL,
                        TicketType.QUESTION,
                        "docs",
                        "Как?",
                        "Так?",
                        null,
                        null,
                        null,
                        null,
                        null))
                .number();

        assertThat(admin.get("/erasure/new?lang=ru&customer=" + customer).body())
                .contains(number, "Сначала завершите или отзовите")
                .doesNotContain("name=\"confirmed\"");
        HttpResponse<String> answer = erase(customer, "" + customer, "Письмо 1");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(number);
        assertThat(customers.findById(customer).orElseThrow().name()).isEqualTo("Открытый");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost() {
        long customer = aCustomer("Щегол");

        HttpResponse<String> wrong = erase(customer, "<17>", "");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("id=\"confirmed-error\"", "id=\"reference-error\"", "value=\"&lt;17&gt;\"", "Щегол");
        assertThat(erase(customer, "" + customer, "Просьба ЩЕГОЛ").body())
                .contains("id=\"reference-error\"", "уберите из него имя");
        assertThat(erase(customer, "" + customer, "от a@b.example").statusCode())
                .isEqualTo(422);
        assertThat(erase(customer, "" + customer, "x".repeat(201)).body()).contains("Не больше 200 знаков");
        assertThat(post("/erasure/new?lang=en", "sought", "nobody@<b>.example").body())
                .contains("There is no customer nobody@&lt;b&gt;.example", "value=\"nobody@&lt;b&gt;.example\"");
        assertThat(post("/erasure/new", "sought", " ").statusCode()).isEqualTo(422);
        assertThat(admin.get("/erasure/new?customer=999999999").statusCode()).isEqualTo(404);
        assertThat(admin.get("/erasure/new?customer=x").statusCode()).isEqualTo(400);
        assertThat(admin.get("/erasure/999999999").statusCode()).isEqualTo(404);
        assertThat(customers.findById(customer).orElseThrow().isErased()).isFalse();
    }

    @Test
    void aSecondTimeNothingIsDoneAndThePageSaysSo() {
        long customer = aCustomer("Дважды");
        assertThat(erase(customer, "" + customer, "Письмо 2").statusCode()).isEqualTo(302);
        erasures.worksOff();

        HttpResponse<String> again = erase(customer, "" + customer, "Письмо 3");

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("уже удалены", "admin").doesNotContain("name=\"confirmed\"");
        assertThatThrownBy(() -> erasures.asks(customer, "Письмо 3")).isInstanceOf(InvalidInput.class);
        assertThat(database.sql("select count(*) from erasure where customer_id = ?")
                        .param(customer)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void auditorsSeeThatItWasDoneAndNoMore() {
        long customer = aCustomer("Тайный");
        erase(customer, "" + customer, "Письмо 4 <i>");
        erasures.worksOff();
        Visitor inna = Visitor.signedIn(port, "inna");

        assertThat(inna.get("/erasure?lang=ru").body())
                .contains("Клиент " + customer, "Письмо 4 &lt;i&gt;", "admin", "Завершено")
                .doesNotContain("/erasure/new", "Тайный", "@erase.example");
        assertThat(inna.get("/erasure?lang=en").body()).contains("Customer " + customer, "Finished");
        assertThat(inna.get("/erasure/new").statusCode()).isEqualTo(403);
        assertThat(inna.get("/erasure/erasure.css").body())
                .as("the style that the pages name")
                .contains(".danger");
    }

    /** The worker dies in the middle of a batch: nothing of it happened, and the next one does it over. */
    @Test
    void aKilledWorkerIsFollowedByOneThatGoesOn() {
        long customer = aCustomer("Многословный");
        closedTickets(customer, 120);
        long id = erasures.asks(customer, "Письмо 5");
        while (reached(id) == 0) {
            erasures.works();
        }
        long reached = reached(id);
        assertThat(left(customer)).isEqualTo(70);

        transaction.executeWithoutResult(killed -> {
            erasures.works();
            assertThat(left(customer)).isEqualTo(20);
            killed.setRollbackOnly();
        });
        assertThat(reached(id)).isEqualTo(reached);
        assertThat(left(customer)).isEqualTo(70);
        assertThat(admin.get("/erasure/" + id + "?lang=ru").body()).contains("Удаление идёт", "50");

        erasures.worksOff();
        assertThat(left(customer)).isZero();
        assertThat(erasures.isFinished(id)).isTrue();
        assertThat(database.sql("select tickets from erasure where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(120);
        assertThat(database.sql("select address is null and chats is null from erasure where id = ?")
                        .param(id)
                        .query(Boolean.class)
                        .single())
                .as("what the search went by is forgotten, too")
                .isTrue();
        assertThat(database.sql("select count(*) from journal join ticket on number = journal.ticket"
                                + " where customer_id = ? and journal.kind = 'PERSONAL_DATA_ERASED'")
                        .param(customer)
                        .query(Integer.class)
                        .single())
                .isEqualTo(120);
    }

    private void closedTickets(long customer, int count) {
        database.sql(
                        "insert into ticket (id, number, customer_id, channel, type, service, subject, description, status,"
                                + " affected, scope, effect, data_loss, workaround, registered_at, closed_at, closing_reason, version)"
                                + " select id, 'SD-2026-' || lpad(cast(id as text), 6, '0'), :customer, 'PANEL', 'QUESTION', 'docs',"
                                + " 'Слова', 'Слова', 'CLOSED', 'MODULE', 'ONE_USER', 'MINOR', false, true, :now, :now, 'ANSWERED', 0"
                                + " from (select nextval('ticket_number') as id from generate_series(1, :count)) as next")
                .param("customer", customer)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("count", count)
                .update();
    }

    private long reached(long id) {
        return database.sql("select reached from erasure where id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private int left(long customer) {
        return database.sql("select count(*) from ticket where customer_id = ? and description = 'Слова'")
                .param(customer)
                .query(Integer.class)
                .single();
    }
}
