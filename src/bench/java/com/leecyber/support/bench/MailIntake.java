package com.leecyber.support.bench;

import static com.leecyber.support.bench.Benchmark.print;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * How many mails a second come all the way from a mailbox to a ticket: fetched over IMAP, kept, committed, marked, read,
 * and registered with their process started.
 *
 * <p>The mail server runs in the same JVM, so its part of the processor is in the figure.
 */
final class MailIntake implements AutoCloseable {

    private static final String DESK = "info@leecyber.com";
    private static final String PASSWORD = "a password of the benchmark";
    /** As many as it takes for nobody to use up their budget of twenty tickets an hour. */
    private static final int MAILS_OF_A_CUSTOMER = 10;

    private final ServerSetup imap = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP);
    private final GreenMail server = new GreenMail(imap);
    private final GreenMailUser desk;

    private MailIntake() {
        server.start();
        desk = server.setUser(DESK, DESK, PASSWORD);
    }

    static MailIntake started() {
        return new MailIntake();
    }

    /** What tells the desk to read here. */
    List<String> arguments() {
        return List.of(
                "--support.mailbox.mailboxes[0].name=bench",
                "--support.mailbox.mailboxes[0].host=127.0.0.1",
                "--support.mailbox.mailboxes[0].port=" + server.getImap().getPort(),
                "--support.mailbox.mailboxes[0].protocol=imap",
                "--support.mailbox.mailboxes[0].user=" + DESK,
                "--support.mailbox.mailboxes[0].password=" + PASSWORD);
    }

    void measure(Desk desk, int mails) throws MessagingException {
        int customers = mails / MAILS_OF_A_CUSTOMER + 1;
        desk.database()
                .sql("insert into customer (name, email, language, created_at) select 'Mail ' || n,"
                        + " 'mail' || n || '@customers.example', 'ru', now() from generate_series(0, ?) n")
                .param(customers)
                .update();
        desk.database()
                .sql("insert into licence (customer_id, valid_from, valid_until) select id, now() - interval '1 day',"
                        + " now() + interval '1 year' from customer where name like 'Mail %'")
                .update();
        // Read, and then forgotten again: the measured ones come to a desk that has read mails before.
        toTickets(desk, "warm-up", mails / 2);
        desk.settle();
        double before = Machine.processorSeconds();
        long start = System.nanoTime();
        toTickets(desk, "measured", mails);
        double seconds = (System.nanoTime() - start) / 1e9;
        print("mails to tickets", "%d in %.1f s: %.0f/s".formatted(mails, seconds, mails / seconds));
        print(
                "processor per mail",
                "%.1f ms of this JVM, mail server and process steps included"
                        .formatted((Machine.processorSeconds() - before) * 1000 / mails));
        desk.settle();
    }

    private void toTickets(Desk bench, String run, int mails) throws MessagingException {
        long before = tickets(bench);
        for (int number = 0; number < mails; number++) {
            desk.deliver(mail(run, number, number / MAILS_OF_A_CUSTOMER));
        }
        Desk.await(() -> tickets(bench) - before >= mails);
        long elsewhere = bench.count("select count(*) from inbound_mail where state not in ('TICKET')");
        if (elsewhere > 0) {
            throw new IllegalStateException(elsewhere + " mails did not become tickets");
        }
    }

    private static long tickets(Desk bench) {
        return bench.count("select count(*) from inbound_mail where state = 'TICKET'");
    }

    /** As most mails are: the text twice, a quotation, a signature, and now and then a picture. */
    private static MimeMessage mail(String run, int number, int customer) throws MessagingException {
        String text = "Здравствуйте! С утра не открывается документ № " + number + ".\r\n\r\n-- \r\nИван Петров\r\n\r\n"
                + "25.11.2026 12:00, Поддержка пишет:\r\n"
                + "> Спасибо за обращение, мы ответим в течение двух часов.\r\n".repeat(20);
        String picture = number % 10 > 0
                ? ""
                : "--b\r\nContent-Type: image/png; name=screen.png\r\nContent-Disposition: attachment; filename=screen.png\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(new byte[100_000]) + "\r\n";
        String raw = "Return-Path: <mail" + customer
                + "@customers.example>\r\nReceived: from client.example by mx.example\r\n"
                + "From: =?utf-8?b?0JjQstCw0L0=?= <mail" + customer + "@customers.example>\r\nTo: " + DESK
                + "\r\nSubject: =?utf-8?b?0JTQvtC60YPQvNC10L3Rgg==?= " + number + "\r\nMessage-ID: <" + run + number
                + "@client.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n"
                + "--a\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
                + "\r\n--a\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder()
                        .encodeToString(
                                ("<p>" + text.replace("\r\n", "<br>") + "</p>").getBytes(StandardCharsets.UTF_8))
                + "\r\n--a--\r\n" + picture + "--b--\r\n";
        return new MimeMessage((Session) null, new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.stop();
    }
}
