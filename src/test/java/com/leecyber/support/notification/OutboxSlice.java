package com.leecyber.support.notification;

import com.leecyber.support.MovableClock;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.database.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The outbox on a real PostgreSQL, without the engine; transactions are the test's own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@JdbcTest
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@ContextConfiguration(initializers = TestDatabase.class)
@ImportAutoConfiguration(MessageSourceAutoConfiguration.class)
@EnableConfigurationProperties(NotificationSettings.class)
@Import({
    Outbox.class,
    OutboxRows.class,
    Templates.class,
    ReplyTokens.class,
    DeskSecrets.class,
    MailThreads.class,
    LetterWriter.class,
    Journal.class,
    Mailbag.class,
    MovableClock.Configuration.class
})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@interface OutboxSlice {}
