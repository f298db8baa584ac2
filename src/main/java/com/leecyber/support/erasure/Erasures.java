package com.leecyber.support.erasure;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code erasure}. */
@Component
class Erasures {

    private static final int LONGEST_TROUBLE = 1000;

    private static final String ADD =
            "insert into erasure (customer_id, requested_by, requested_at, reference, address,"
                    + " chats, next_attempt_at) values (:customer, :by, :now, :reference, :address, :chats, :now) returning id";

    private static final String CLAIM = "select * from erasure where finished_at is null and next_attempt_at <= :now"
            + " order by next_attempt_at, id limit 1 for update skip locked";

    private static final String PROGRESS = "update erasure set reached = :reached, tickets = :tickets,"
            + " messages = :messages, files = :files, mails = :mails, notifications = :notifications, attempts = 0,"
            + " last_error = null where id = :id";

    private final JdbcClient database;

    Erasures(JdbcClient database) {
        this.database = database;
    }

    /** A new request; its number. */
    long add(long customer, String by, Instant now, String reference, String address, Collection<Long> chats) {
        return database.sql(ADD)
                .param("customer", customer)
                .param("by", by)
                .param("now", utc(now))
                .param("reference", reference)
                .param("address", address)
                .param("chats", chats.toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    /** Requests older than a place in the list, the latest first. */
    List<Erasure> list(long before, int most) {
        return database.sql("select * from erasure where id < :before order by id desc limit :most")
                .param("before", before)
                .param("most", most)
                .query((row, number) -> erasure(row))
                .list();
    }

    Optional<Erasure> find(long id) {
        return database.sql("select * from erasure where id = ?")
                .param(id)
                .query((row, number) -> erasure(row))
                .optional();
    }

    Optional<Erasure> ofCustomer(long customer) {
        return database.sql("select * from erasure where customer_id = ?")
                .param(customer)
                .query((row, number) -> erasure(row))
                .optional();
    }

    /** One on which there is work to do: the caller's until the transaction ends, other nodes pass over it. */
    Optional<Erasure> claim(Instant now) {
        return database.sql(CLAIM)
                .param("now", utc(now))
                .query((row, number) -> erasure(row))
                .optional();
    }

    void progress(Erasure erasure, long reached, Amounts done) {
        database.sql(PROGRESS)
                .param("reached", reached)
                .param("tickets", done.tickets())
                .param("messages", done.messages())
                .param("files", done.files())
                .param("mails", done.mails())
                .param("notifications", done.notifications())
                .param("id", erasure.id())
                .update();
    }

    /** The work is done, and what was needed to find the data is forgotten with them. */
    void finish(Erasure erasure, Instant now) {
        database.sql("update erasure set finished_at = :now, address = null, chats = null, last_error = null"
                        + " where id = :id")
                .param("now", utc(now))
                .param("id", erasure.id())
                .update();
    }

    /** It comes no further for the moment. */
    void postpone(long id, String trouble, Instant next) {
        database.sql("update erasure set attempts = attempts + 1, last_error = :trouble, next_attempt_at = :next"
                        + " where id = :id and finished_at is null")
                .param(
                        "trouble",
                        trouble.length() > LONGEST_TROUBLE ? trouble.substring(0, LONGEST_TROUBLE) : trouble,
                        Types.VARCHAR)
                .param("next", utc(next))
                .param("id", id)
                .update();
    }

    private static Erasure erasure(ResultSet row) throws SQLException {
        return new Erasure(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("requested_by"),
                instant(row, "requested_at"),
                row.getString("reference"),
                row.getString("address"),
                chats(row.getArray("chats")),
                row.getLong("reached"),
                new Amounts(
                        row.getInt("tickets"),
                        row.getInt("messages"),
                        row.getInt("files"),
                        row.getInt("mails"),
                        row.getInt("notifications")),
                row.getInt("attempts"),
                row.getString("last_error"),
                instant(row, "finished_at"));
    }

    private static List<Long> chats(Array chats) throws SQLException {
        return chats == null ? List.of() : List.of((Long[]) chats.getArray());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
