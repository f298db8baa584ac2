package com.leecyber.support.erasure;

import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes the words out of tickets, some at a time; joins the caller's transaction. What figures and proofs are made of
 * stays: numbers, types, priorities, moments, verdicts, the journal.
 */
@Component
class TicketTexts {

    static final int BATCH = 50;

    // Whoever has read the ticket before must not write its words back: the version says that they are too late.
    private static final String TICKETS = "update ticket set subject = :text, description = :text, quoted = null,"
            + " steps = case when steps is not null then :text end,"
            + " expected = case when expected is not null then :text end,"
            + " actual = case when actual is not null then :text end,"
            + " resolution = case when resolution is not null then :text end,"
            + " priority_reason = case when priority_reason is not null then :text end,"
            + " salt = null, version = version + 1 where id in (:ids)";

    private static final String MESSAGES = "update message set text = :text, salt = null, quoted = null,"
            + " author = case author_kind when 'CUSTOMER' then :customer else author end where ticket_id in (:ids)";

    private static final String CONTENTS = "update attachment_content set content = :file where key in"
            + " (select key from attachment where ticket_id in (:ids))";

    private static final String FILES = "update attachment set name = :fileName, media_type = 'text/plain',"
            + " sha256 = :digest, stored_by = case when stored_by like 'api:%' then :customer else stored_by end"
            + " where ticket_id in (:ids)";

    // A mail to leads with several notices is keyed by the first of them.
    private static final String DIGESTS = "update outbox set subject = :text, body = :text where key in"
            + " (select (select first.key from lead_notice first where first.recipient = notice.recipient"
            + " and first.told_at = notice.told_at order by first.id limit 1) from lead_notice notice"
            + " where notice.about in (:numbers) and notice.told_at is not null)";

    private static final String NOTICES =
            "update lead_notice set subject = :text, body = :text where about in (:numbers)";

    private static final String FAILURES = "update incident_ticket set last_error = null where ticket_id in (:ids)";

    private final JdbcClient database;
    private final SentAndReceived letters;
    private final EngineTraces engine;
    private final Journal journal;

    TicketTexts(JdbcClient database, SentAndReceived letters, EngineTraces engine, Journal journal) {
        this.database = database;
        this.letters = letters;
        this.engine = engine;
        this.journal = journal;
    }

    /** A ticket whose turn it is. */
    record Next(long id, String number) {}

    /**
     * The customer's next tickets in the order of their ids, locked as by everybody who writes on them; and then any whose
     * registration was under way when the erasure was asked for.
     */
    List<Next> lockNext(Erasure erasure) {
        return text("select id, number from ticket where customer_id = :customer"
                        + " and (id > :reached or subject <> :text) order by id limit :most for update")
                .param("customer", erasure.customerId())
                .param("reached", erasure.reached())
                .param("most", BATCH)
                .query(Next.class)
                .list();
    }

    /** Erases what these tickets say, and notes it in the journal of each. */
    Amounts erase(Erasure erasure, List<Next> tickets) {
        List<Long> ids = tickets.stream().map(Next::id).toList();
        List<String> numbers = tickets.stream().map(Next::number).toList();
        String customer = "customer:" + erasure.customerId();
        text(TICKETS).param("ids", ids).update();
        int messages =
                text(MESSAGES).param("ids", ids).param("customer", customer).update();
        database.sql(CONTENTS).param("file", Erased.FILE).param("ids", ids).update();
        int files = database.sql(FILES)
                .param("fileName", Erased.FILE_NAME)
                .param("digest", Erased.DIGEST)
                .param("customer", customer)
                .param("ids", ids)
                .update();
        text(DIGESTS).param("numbers", numbers).update();
        text(NOTICES).param("numbers", numbers).update();
        database.sql(FAILURES).param("ids", ids).update();
        Amounts letters = this.letters.eraseOf(numbers, erasure);
        engine.erase(numbers);
        numbers.forEach(number -> journal.record(number, EventKind.PERSONAL_DATA_ERASED, null, erasure.cause()));
        return letters.plus(new Amounts(tickets.size(), messages, files, 0, 0));
    }

    private JdbcClient.StatementSpec text(String sql) {
        return database.sql(sql).param("text", Erased.TEXT);
    }
}
