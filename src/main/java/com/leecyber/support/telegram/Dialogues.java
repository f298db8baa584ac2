package com.leecyber.support.telegram;

import com.leecyber.support.telegram.Dialogue.Step;
import com.leecyber.support.ticket.TicketType;
import java.sql.Types;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code telegram_dialogue}. */
@BotComponent
class Dialogues {

    private final JdbcClient database;

    Dialogues(JdbcClient database) {
        this.database = database;
    }

    Optional<Dialogue> find(long chat) {
        return database.sql("select * from telegram_dialogue where chat_id = ?")
                .param(chat)
                .query((row, number) -> new Dialogue(
                        row.getLong("chat_id"),
                        row.getLong("customer_id"),
                        row.getLong("draft"),
                        Step.valueOf(row.getString("step")),
                        row.getString("type") == null ? null : TicketType.valueOf(row.getString("type")),
                        row.getString("service"),
                        row.getString("subject"),
                        row.getString("description"),
                        row.getString("ticket"),
                        row.getString("album")))
                .optional();
    }

    void save(Dialogue dialogue) {
        database.sql("insert into telegram_dialogue (chat_id, customer_id, draft, step, type, service, subject,"
                        + " description, ticket, album) values (:chat, :customer, :draft, :step, :type, :service,"
                        + " :subject, :description, :ticket, :album) on conflict (chat_id) do update set"
                        + " customer_id = excluded.customer_id, draft = excluded.draft, step = excluded.step,"
                        + " type = excluded.type, service = excluded.service, subject = excluded.subject,"
                        + " description = excluded.description, ticket = excluded.ticket, album = excluded.album")
                .param("chat", dialogue.chatId())
                .param("customer", dialogue.customerId())
                .param("draft", dialogue.draft())
                .param("step", dialogue.step().name())
                .param("type", dialogue.type() == null ? null : dialogue.type().name(), Types.VARCHAR)
                .param("service", dialogue.service(), Types.VARCHAR)
                .param("subject", dialogue.subject(), Types.VARCHAR)
                .param("description", dialogue.description(), Types.VARCHAR)
                .param("ticket", dialogue.ticket(), Types.VARCHAR)
                .param("album", dialogue.album(), Types.VARCHAR)
                .update();
    }

    void end(long chat) {
        database.sql("delete from telegram_dialogue where chat_id = ?")
                .param(chat)
                .update();
    }
}
