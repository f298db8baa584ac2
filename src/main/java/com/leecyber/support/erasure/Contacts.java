package com.leecyber.support.erasure;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ways by which a customer reached the desk; every method joins the caller's transaction. */
@Component
class Contacts {

    // A chat that is somebody else's now keeps what is theirs.
    private static final String CHATS = "select distinct chat_id from (select chat_id from telegram_dialogue"
            + " where customer_id = :customer union all select file.chat_id from telegram_file file join ticket"
            + " on ticket.number = file.ticket where ticket.customer_id = :customer union all select outbox.chat_id"
            + " from outbox join ticket on ticket.number = outbox.ticket where ticket.customer_id = :customer"
            + " and outbox.chat_id is not null) as theirs where not exists"
            + " (select 1 from customer other where other.chat_id = theirs.chat_id and other.id <> :customer)";

    private static final List<String> OF_CHATS = Stream.of("dialogue", "file", "update", "wrong_code")
            .map(table -> "delete from telegram_" + table + " where chat_id in (:chats)")
            .toList();

    private final JdbcClient database;
    private final Clock clock;

    Contacts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Every chat that is or was the customer's, besides the one that is linked now. */
    TreeSet<Long> chatsOf(long customer) {
        return database.sql(CHATS).param("customer", customer).query(Long.class).stream()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Nobody gets in as the customer with what they were given: tokens, half-filled forms. */
    void shut(long customer) {
        database.sql("update api_client set name = :name, revoked_at = coalesce(revoked_at, :now)"
                        + " where customer_id = :customer")
                .param("name", "erased-" + customer)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("customer", customer)
                .update();
        List.of("upload", "sent_form", "telegram_dialogue")
                .forEach(table -> database.sql("delete from " + table + " where customer_id = ?")
                        .param(customer)
                        .update());
    }

    /** What was said to the bot and to the API, as it came. */
    void erase(Erasure erasure) {
        database.sql("delete from idempotent_request where client_id in"
                        + " (select id from api_client where customer_id = ?)")
                .param(erasure.customerId())
                .update();
        database.sql("delete from telegram_file file using ticket where ticket.number = file.ticket"
                        + " and ticket.customer_id = ?")
                .param(erasure.customerId())
                .update();
        if (!erasure.chats().isEmpty()) {
            OF_CHATS.forEach(
                    step -> database.sql(step).param("chats", erasure.chats()).update());
        }
    }
}
