package com.leecyber.support.notification;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** The ways out: chats, and for mails a mail server, else a folder, else none yet. */
@Configuration
class Transports {

    private static final Logger log = LoggerFactory.getLogger(Transports.class);

    @Bean
    Transport transport(ObjectProvider<JavaMailSender> server, LetterWriter writer, NotificationSettings settings) {
        JavaMailSender configured = server.getIfAvailable();
        if (configured != null) {
            return new SmtpTransport(configured, writer);
        }
        if (settings.folder() != null) {
            log.info("Mails are written to {}: spring.mail.host is not set", settings.folder());
            return new FolderTransport(settings.folder(), writer);
        }
        log.warn("Mails stay queued: neither spring.mail.host nor support.notifications.folder is set");
        return new NoTransport();
    }

    @Bean
    OutboxSender sendsMails(OutboxRows rows, @Qualifier("transport") Transport mails, Clock clock) {
        return new OutboxSender(rows, mails, clock);
    }

    @Bean
    OutboxSender speaksInChats(OutboxRows rows, ChatTransport chats, Clock clock) {
        return new OutboxSender(rows, chats, clock);
    }

    private record NoTransport() implements Transport {

        @Override
        public boolean isReady() {
            return false;
        }

        @Override
        public void send(OutboxMail mail) {
            throw new IllegalStateException("No mail server is configured");
        }
    }
}
