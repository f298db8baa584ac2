package com.leecyber.support.mailbox;

import com.leecyber.support.MovableClock;
import com.leecyber.support.notification.Marks;
import com.leecyber.support.notification.ReplyTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts raw mails where a mailbox's reader puts them, lets them be worked on, and looks at what became of them. */
@TestComponent
class Inbox {

    static final String CUSTOMER = "romashka@customers.example";
    static final String OTHER = "acme@customers.example";
    static final String STRANGER = "nobody@elsewhere.example";
    static final String DESK = "info@leecyber.com";

    private static final AtomicLong UIDS = new AtomicLong();

    private final InboundMails mails;
    private final MailProcessor processor;
    private final ReplyTokens tokens;
    private final JdbcClient database;
    private final MovableClock clock;

    Inbox(InboundMails mails, MailProcessor processor, ReplyTokens tokens, JdbcClient database, MovableClock clock) {
        this.mails = mails;
        this.processor = processor;
        this.tokens = tokens;
        this.database = database;
        this.clock = clock;
    }

    /** What is known of a mail. */
    record Row(long id, String state, String reason, String ticket, String sender, byte[] raw, int attempts) {}

    static String mail(String from, String subject, String text, String... moreHeaders) {
        String more = moreHeaders.length == 0 ? "" : String.join("\r\n", moreHeaders) + "\r\n";
        return "From: " + from + "\r\nTo: " + DESK + "\r\nSubject: " + subject + "\r\nMessage-ID: <"
                + UIDS.incrementAndGet() + "@mail.example>\r\nMIME-Version: 1.0\r\n" + more
                + (more.contains("Content-Type") ? "" : "Content-Type: text/plain; charset=utf-8\r\n") + "\r\n" + text;
    }

    long put(String raw) {
        return put(raw.getBytes(StandardCharsets.UTF_8));
    }

    long put(byte[] raw) {
        return put("test", raw, true);
    }

    long put(String mailbox, byte[] raw, boolean complete) {
        long uid = UIDS.incrementAndGet();
        mails.store(mailbox, 1, List.of(new InboundMails.Fetched(uid, raw.length, raw, complete)), clock.instant());
        return database.sql("select id from inbound_mail where mailbox = ? and uid = ?")
                .params(mailbox, uid)
                .query(Long.class)
                .single();
    }

    /** Puts it and works on whatever waits. */
    Row process(String raw) {
        return processed(put(raw));
    }

    Row process(byte[] raw) {
        return processed(put(raw));
    }

    Row processed(long id) {
        workOnAll();
        return row(id);
    }

    void workOnAll() {
        while (processor.processNext()) {
            // Until nothing is due.
        }
    }

    /** Nothing counts against anybody's budget any more. */
    void anHourPasses() {
        clock.advance(Duration.ofMinutes(61));
    }

    Row row(long id) {
        return database.sql("select * from inbound_mail where id = ?")
                .param(id)
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        row.getString("state"),
                        row.getString("reason"),
                        row.getString("ticket"),
                        row.getString("sender"),
                        row.getBytes("raw"),
                        row.getInt("attempts")))
                .single();
    }

    /** A mark as the desk wrote it into a Message-ID. */
    String messageId(String ticket, String address) {
        return "<" + ticket + ".reply.5." + Marks.of(tokens, ticket, address) + "@support-desk>";
    }

    /** The address to reply to. */
    String plusAddress(String ticket, String address) {
        return "info+" + ticket + "." + Marks.of(tokens, ticket, address) + "@leecyber.com";
    }
}
