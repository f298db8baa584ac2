package com.leecyber.support.notification;

import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;

/**
 * A queued mail as it goes over the wire: plain text, a calendar file if there is one, one recipient, the same Message-ID at
 * every attempt.
 */
final class Letter extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String messageId;

    /**
     * Writes it.
     *
     * @param from the desk's address
     * @param name the desk's name in the reader's language
     * @param replyTo where an answer goes instead, or null
     * @throws MessagingException when an address is none
     */
    Letter(OutboxMail mail, String from, String name, String replyTo) throws MessagingException {
        super((Session) null);
        this.messageId = mail.messageId();
        setFrom(sender(from, name));
        setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient(), true));
        setSubject(OneLine.of(mail.subject()), UTF_8);
        if (mail.calendar() == null) {
            setText(mail.body(), UTF_8);
        } else {
            setContent(new MimeMultipart("mixed", text(mail.body()), calendar(mail.calendar())));
        }
        setSentDate(Date.from(mail.createdAt()));
        setContentLanguage(new String[] {mail.language().getLanguage()});
        // Other desks and vacation responders must not answer it (RFC 3834).
        setHeader("Auto-Submitted", mail.isAutomaticAnswer() ? "auto-replied" : "auto-generated");
        List<String> earlier = mail.references();
        if (!earlier.isEmpty()) {
            setHeader("In-Reply-To", earlier.get(earlier.size() - 1));
            setHeader("References", String.join(" ", earlier));
        }
        if (replyTo != null) {
            setReplyTo(new InternetAddress[] {new InternetAddress(replyTo, true)});
        }
        saveChanges();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static BodyPart text(String body) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(body, UTF_8);
        return part;
    }

    /** Calendars take it by its type, people by its name. */
    private static BodyPart calendar(String file) throws MessagingException {
        String type = "text/calendar; charset=UTF-8; method=" + WorksCalendar.methodOf(file);
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.getBytes(StandardCharsets.UTF_8), type)));
        part.setFileName("works.ics");
        // Line ends and folds are part of the format: nothing on the way may touch them.
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static InternetAddress sender(String from, String name) throws MessagingException {
        try {
            return new InternetAddress(from, name, UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("UTF-8 is always there", e);
        }
    }
}
