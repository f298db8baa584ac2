package com.leecyber.support.security;

import com.leecyber.support.MovableClock;
import com.leecyber.support.OwnEngine;
import com.leecyber.support.database.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** A desk whose staff sign in by password or through either of two providers; all such tests share it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "support.notifications.sender.enabled=false",
            "support.sign-in.failures=6",
            "support.sign-in.oidc.teams.l1=/desk/first",
            "support.sign-in.oidc.teams.l2=/desk/second",
            "support.sign-in.oidc.teams.process-owner=/desk/owners,/desk/architects",
            "support.sign-in.oidc.teams.camunda-admin=/desk/admins"
        })
@ContextConfiguration(initializers = {TestDatabase.class, OidcDeskTest.Providers.class})
@ActiveProfiles("demo")
@Import(MovableClock.Configuration.class)
@ExtendWith(OwnEngine.class)
@interface OidcDeskTest {

    /** Two providers for the whole JVM; the second one is there to go away. */
    final class Providers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        static final TestProvider CORPORATE = TestProvider.started();
        static final TestProvider FLEETING = TestProvider.started();

        /** Signed by the wrong provider. */
        static final String FLEETING_TOKEN = FLEETING.logoutToken("anna.k", TestProvider.CLIENT);

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            register(context, "corporate", "Учётная запись компании", CORPORATE);
            register(context, "fleeting", "Подрядчик", FLEETING);
        }

        private static void register(
                ConfigurableApplicationContext context, String id, String name, TestProvider provider) {
            String registration = "spring.security.oauth2.client.registration." + id;
            TestPropertyValues.of(
                            registration + ".client-id=" + TestProvider.CLIENT,
                            registration + ".client-secret=" + TestProvider.SECRET,
                            registration + ".client-name=" + name,
                            registration + ".scope=openid,profile",
                            "spring.security.oauth2.client.provider." + id + ".issuer-uri=" + provider.issuer())
                    .applyTo(context);
        }
    }
}
