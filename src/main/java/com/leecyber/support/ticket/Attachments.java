package com.leecyber.support.ticket;

import com.leecyber.support.audit.Actor;
import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.proof.Sha256;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.tika.Tika;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of a ticket (R5.1): kept as they came under a random key, never unpacked, never run. */
@Service
public class Attachments {

    /** The largest file, in bytes. */
    public static final int MAXIMUM_SIZE = 10 * 1024 * 1024;

    /** How many files a ticket may have. */
    public static final int MAXIMUM_COUNT = 30;

    private final AttachmentRecords records;
    private final Tickets tickets;
    private final JdbcClient database;
    private final Journal journal;
    private final Clock clock;
    private final Tika detector = new Tika();

    Attachments(AttachmentRecords records, Tickets tickets, JdbcClient database, Journal journal, Clock clock) {
        this.records = records;
        this.tickets = tickets;
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Keeps a file with a ticket.
     *
     * @throws InvalidInput when it is empty or too large, the ticket is over, or it has as many files as it may
     */
    @Transactional
    public Attachment add(String number, String claimedName, byte[] content) {
        Ticket ticket = tickets.lock(number);
        if (ticket.status().isOver()) {
            throw new InvalidInput("file", "input.ticket-is-over");
        }
        if (content.length == 0) {
            throw new InvalidInput("file", "input.file-is-empty");
        }
        if (content.length > MAXIMUM_SIZE) {
            throw new InvalidInput("file", "input.file-too-large", MAXIMUM_SIZE / 1024 / 1024);
        }
        if (records.countByTicketId(ticket.id()) >= MAXIMUM_COUNT) {
            throw new InvalidInput("file", "input.too-many-files", MAXIMUM_COUNT);
        }
        Attachment attachment = records.save(new Attachment(
                UUID.randomUUID(),
                ticket,
                FileName.of(claimedName),
                detector.detect(content),
                content.length,
                Sha256.hex(content),
                clock.instant(),
                Actor.current()));
        database.sql("insert into attachment_content (key, content) values (?, ?)")
                .params(attachment.key(), content)
                .update();
        journal.record(
                number,
                EventKind.FILE_ATTACHED,
                "R5.1",
                Map.of("file", attachment.key(), "size", attachment.size(), "sha256", attachment.sha256()));
        return attachment;
    }

    /** A ticket's files, oldest first. */
    @Transactional(readOnly = true)
    public List<Attachment> of(Ticket ticket) {
        return records.findByTicketIdOrderByStoredAt(ticket.id());
    }

    /** A file of this ticket and no other. */
    @Transactional(readOnly = true)
    public Optional<Attachment> find(Ticket ticket, UUID key) {
        return records.findByKeyAndTicketId(key, ticket.id());
    }

    /** What the file holds. */
    @Transactional(readOnly = true)
    public byte[] content(Attachment attachment) {
        return database.sql("select content from attachment_content where key = ?")
                .param(attachment.key())
                .query(byte[].class)
                .single();
    }
}
