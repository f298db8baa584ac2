package com.leecyber.support.mailbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mails that come in without a mail server. */
@TestComponent
public class MailsByHand {

    private static final AtomicLong UIDS = new AtomicLong(1_000_000);

    private final InboundMails mails;
    private final MailProcessor processor;
    private final JdbcClient database;
    private final Clock clock;

    MailsByHand(InboundMails mails, MailProcessor processor, JdbcClient database, Clock clock) {
        this.mails = mails;
        this.processor = processor;
        this.database = database;
        this.clock = clock;
    }

    /** Of a desk whose context other tests share. */
    public static MailsByHand in(ApplicationContext desk) {
        return desk.getAutowireCapableBeanFactory().createBean(MailsByHand.class);
    }

    /** Puts a mail where a mailbox's reader puts it; its number. */
    public long comes(String raw) {
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        long uid = UIDS.incrementAndGet();
        mails.store("by-hand", 1, List.of(new InboundMails.Fetched(uid, bytes.length, bytes, true)), clock.instant());
        return database.sql("select id from inbound_mail where mailbox = 'by-hand' and uid = ?")
                .param(uid)
                .query(Long.class)
                .single();
    }

    /** Works on whatever waits. */
    public void worksOff() {
        boolean more = true;
        while (more) {
            more = processor.processNext();
        }
    }
}
