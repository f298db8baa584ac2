package com.leecyber.support.notification;

import jakarta.mail.MessagingException;
import org.springframework.mail.javamail.JavaMailSender;

/** Sends mails through the server at {@code spring.mail.host}. */
record SmtpTransport(JavaMailSender server, LetterWriter writer) implements Transport {

    @Override
    public void send(OutboxMail mail) throws MessagingException {
        server.send(writer.write(mail));
    }
}
