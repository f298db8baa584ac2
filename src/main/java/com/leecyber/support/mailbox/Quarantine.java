package com.leecyber.support.mailbox;

import com.leecyber.support.audit.Actor;
import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.customer.Customer;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.Tickets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What only a person can decide: mails wait here, and each is decided once, by somebody with a name (R3.1.1). */
@Service
@Transactional
class Quarantine {

    static final int REASON_LENGTH = 2_000;

    private static final String SELECT =
            "select id, mailbox, received_at, size, state, reason, sender, subject, ticket,"
                    + " decided_by, decided_at, decision from inbound_mail where ";

    private final JdbcClient database;
    private final MailFiling filing;
    private final Customers customers;
    private final Tickets tickets;
    private final Journal journal;
    private final Clock clock;

    Quarantine(
            JdbcClient database,
            MailFiling filing,
            Customers customers,
            Tickets tickets,
            Journal journal,
            Clock clock) {
        this.database = database;
        this.filing = filing;
        this.customers = customers;
        this.tickets = tickets;
        this.journal = journal;
        this.clock = clock;
    }

    /** The next mails older than a place in the list, newest first: those that wait, or those that are decided. */
    @Transactional(readOnly = true)
    List<QuarantinedMail> list(boolean waiting, long before, int most) {
        String which = waiting ? "state = 'QUARANTINE'" : "reason is not null and state <> 'QUARANTINE'";
        return database.sql(SELECT + which + " and id < :before order by id desc limit :most")
                .param("before", before)
                .param("most", most)
                .query((row, number) -> quarantined(row))
                .list();
    }

    @Transactional(readOnly = true)
    Optional<QuarantinedMail> find(long id) {
        return database.sql(SELECT + "reason is not null and id = :id")
                .param("id", id)
                .query((row, number) -> quarantined(row))
                .optional();
    }

    /** The mail as it came. */
    @Transactional(readOnly = true)
    Optional<InboundMail> raw(long id) {
        return database.sql("select * from inbound_mail where reason is not null and id = :id")
                .param("id", id)
                .query((row, number) -> InboundMails.mail(row))
                .optional();
    }

    /** Whom an address belongs to. */
    @Transactional(readOnly = true)
    Customer customer(String email) {
        return customers
                .findByEmailIgnoreCase(email.strip())
                .orElseThrow(() -> new QuarantineRefused("quarantine.no-customer", Storable.line(email, 254)));
    }

    /** The ticket with that number. */
    @Transactional(readOnly = true)
    Ticket ticket(String number) {
        return tickets.find(number.strip().toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new QuarantineRefused("quarantine.no-ticket", Storable.line(number, 60)));
    }

    @Transactional(readOnly = true)
    Customer ownerOf(Ticket ticket) {
        return customers.findById(ticket.customerId()).orElseThrow();
    }

    /**
     * Registers it as a request of the customer's.
     *
     * @throws QuarantineRefused when there is no such customer, or somebody was faster
     */
    Ticket asTicket(long id, String email) {
        ReceivedMail mail = lockedWaiting(id);
        Ticket ticket = filing.asTicket(mail, customer(email));
        released(mail, ticket.number());
        return ticket;
    }

    /**
     * Adds it to a ticket as its customer's words.
     *
     * @throws QuarantineRefused when there is no such ticket, or somebody was faster
     */
    Ticket asReply(long id, String number) {
        ReceivedMail mail = lockedWaiting(id);
        Ticket named = ticket(number);
        Ticket ticket = filing.asReply(mail, named, ownerOf(named));
        released(mail, ticket.number());
        return ticket;
    }

    /**
     * It concerns no ticket; it is kept all the same.
     *
     * @throws QuarantineRefused without a reason, or when somebody was faster
     */
    void discard(long id, String why) {
        String reason = Storable.text(why).strip();
        if (reason.isEmpty()) {
            throw new QuarantineRefused("quarantine.why");
        }
        if (reason.length() > REASON_LENGTH) {
            throw new QuarantineRefused("quarantine.why-too-long", REASON_LENGTH, reason.length());
        }
        ReceivedMail mail = lockedWaiting(id);
        database.sql("update inbound_mail set state = 'DISCARDED' where id = :id")
                .param("id", id)
                .update();
        decided(id, reason);
        journal.record(mail.mail().number(), EventKind.MAIL_DISCARDED, "R3.1.1", Map.of());
    }

    /** Nobody else can decide it before this transaction ends. */
    private ReceivedMail lockedWaiting(long id) {
        QuarantinedMail found = database.sql(SELECT + "reason is not null and id = :id for update")
                .param("id", id)
                .query((row, number) -> quarantined(row))
                .optional()
                .orElseThrow(NoSuchMail::new);
        if (!found.isWaiting()) {
            throw new QuarantineRefused("quarantine.decided-already", found.decidedBy());
        }
        InboundMail mail = raw(id).orElseThrow();
        return found.reason() == QuarantineReason.FAILED ? ReceivedMail.headersOnly(mail) : ReceivedMail.read(mail);
    }

    private void released(ReceivedMail mail, String ticket) {
        decided(mail.mail().id(), null);
        String number = mail.mail().number();
        journal.record(ticket, EventKind.MAIL_RELEASED, "R3.1.1", Map.of("mail", number));
        journal.record(number, EventKind.MAIL_RELEASED, "R3.1.1", Map.of("ticket", ticket));
    }

    private void decided(long id, String why) {
        database.sql("update inbound_mail set decided_by = :who, decided_at = :now, decision = :why where id = :id")
                .param("who", Actor.current())
                .param("now", InboundMails.utc(clock.instant()))
                .param("why", why, Types.VARCHAR)
                .param("id", id)
                .update();
    }

    private static QuarantinedMail quarantined(ResultSet row) throws SQLException {
        return new QuarantinedMail(
                row.getLong("id"),
                row.getString("mailbox"),
                instant(row, "received_at"),
                row.getLong("size"),
                QuarantinedMail.State.valueOf(row.getString("state")),
                QuarantineReason.valueOf(row.getString("reason")),
                row.getString("sender"),
                row.getString("subject"),
                row.getString("ticket"),
                row.getString("decided_by"),
                instant(row, "decided_at"),
                row.getString("decision"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
