package com.leecyber.support;

import com.leecyber.support.database.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** As {@link DeskTest}, behind a real web server on a random port; all such tests share one desk. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "support.changes.move-running=false",
            "support.notifications.shift-lead=lead@desk.example",
            "support.incidents.worker.enabled=false",
            "support.reports.worker.enabled=false",
            "support.erasure.worker.enabled=false",
            "support.notifications.sender.enabled=false",
            // Other tests of this desk sign in wrongly on purpose.
            "support.sign-in.failures=1000",
            // They also write more than customers do, while the clock stands still.
            "support.panel.limits.tickets=10000",
            "support.panel.limits.messages=10000",
            "support.panel.limits.files=10000",
            "support.panel.limits.posts=10000"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@ActiveProfiles("demo")
@Import({MovableClock.Configuration.class, Canary.class})
@ExtendWith(OwnEngine.class)
public @interface HttpDeskTest {}
