package com.leecyber.support.ticket;

import static com.leecyber.support.ticket.SealedText.Verdict.ALTERED;
import static com.leecyber.support.ticket.SealedText.Verdict.ERASED;
import static com.leecyber.support.ticket.SealedText.Verdict.UNALTERED;
import static com.leecyber.support.ticket.SealedText.Verdict.UNSEALED;
import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.DeskTest;
import com.leecyber.support.customer.Customers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A text is not in the journal, but an altered one shows, and an erased one betrays nothing. */
@DeskTest
class SealedTextTest {

    private static final String DIGEST = "select details::json ->> 'digest' from journal where ticket = ? and kind = ?";

    @Autowired
    Registration registration;

    @Autowired
    Conversation conversation;

    @Autowired
    Tickets tickets;

    @Autowired
    Customers customers;

    @Autowired
    JdbcClient database;

    private String number;
    private String digest;

    @BeforeEach
    void aTicketWithAMessage() {
        long customer = customers
                .findByEmailIgnoreCase("romashka@customers.example")
                .orElseThrow()
                .id();
        number = registration
                .register(new NewTicket(
                        customer,
                        Channel.EMAIL,
                        TicketType.QUESTION,
                        "docs",
                        "Счёт Анны Петровой",
                        "Где счёт?",
                        null,
                        null,
                        null,
                        null,
                        null))
                .number();
        conversation.customerWrites(number, "Звоните Анне: +7 999 123-45-67", Channel.EMAIL);
        digest = digest("TICKET_REGISTERED");
    }

    @Test
    void whatTheCustomerAskedIsSealedAndNotTold() {
        assertThat(SealedText.of(ticket(), digest)).isEqualTo(UNALTERED);
        assertThat(database.sql("select string_agg(details, ' ') from journal where ticket = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .doesNotContain("Петров", "счёт", "999");
    }

    @Test
    void anAlteredRequestShowsWhicheverPartItIs() {
        for (String part : new String[] {"subject", "description", "steps", "expected", "actual"}) {
            String before = database.sql("select " + part + " from ticket where number = ?")
                    .param(number)
                    .query((row, index) -> row.getString(1))
                    .list()
                    .get(0);
            set(part, "Подменено");
            assertThat(SealedText.of(ticket(), digest)).as(part).isEqualTo(ALTERED);
            set(part, before);
            assertThat(SealedText.of(ticket(), digest)).as(part).isEqualTo(UNALTERED);
        }
    }

    @Test
    void anErasedRequestProvesNothingAndIsNoForgery() {
        set("description", "");
        set("salt", null);

        assertThat(SealedText.of(ticket(), digest)).isEqualTo(ERASED);
    }

    @Test
    void whatWasWrittenBeforeSealsIsUnsealed() {
        assertThat(SealedText.of(ticket(), null)).isEqualTo(UNSEALED);
    }

    @Test
    void aMessageIsSealedToo() {
        String sealed = digest("CUSTOMER_REPLIED");
        assertThat(SealedText.of(message(), sealed)).isEqualTo(UNALTERED);

        database.sql("update message set text = 'Не звоните' where id = ?")
                .param(message().id())
                .update();
        assertThat(SealedText.of(message(), sealed)).isEqualTo(ALTERED);

        database.sql("update message set salt = null where id = ?")
                .param(message().id())
                .update();
        assertThat(SealedText.of(message(), sealed)).isEqualTo(ERASED);
    }

    @Test
    void theSameTextHasAnotherDigestEachTime() {
        String once = digest("CUSTOMER_REPLIED");
        aTicketWithAMessage();

        assertThat(digest("CUSTOMER_REPLIED")).isNotEqualTo(once);
    }

    private void set(String column, String value) {
        database.sql("update ticket set " + column + " = :value where number = :number")
                .param("value", value, java.sql.Types.VARCHAR)
                .param("number", number)
                .update();
    }

    private String digest(String kind) {
        return database.sql(DIGEST)
                .param(number)
                .param(kind)
                .query(String.class)
                .single();
    }

    private Ticket ticket() {
        return tickets.get(number);
    }

    private Message message() {
        return conversation.of(ticket()).get(0);
    }
}
