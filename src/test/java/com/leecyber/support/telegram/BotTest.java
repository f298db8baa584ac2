package com.leecyber.support.telegram;

import com.leecyber.support.DeskTest;
import com.leecyber.support.database.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole desk with a bot at a Bot API of the test's own; nothing is read or said unless the test wants it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DeskTest
@ContextConfiguration(initializers = {TestDatabase.class, BotTest.AtFakeTelegram.class})
@Import(Chats.class)
@interface BotTest {

    /** Starts the Bot API and tells the desk where it is. */
    class AtFakeTelegram implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            FakeTelegram telegram = new FakeTelegram(0);
            context.getBeanFactory().registerSingleton("fakeTelegram", telegram);
            TestPropertyValues.of(
                            "support.telegram.token=" + FakeTelegram.TOKEN,
                            "support.telegram.api=" + telegram.url(),
                            "support.telegram.poll-timeout=PT0S",
                            "support.telegram.read=false")
                    .applyTo(context);
        }
    }
}
