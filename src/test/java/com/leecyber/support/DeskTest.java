package com.leecyber.support;

import com.leecyber.support.database.TestDatabase;
import com.leecyber.support.notification.Circulating;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** The whole desk on the real engine and a real PostgreSQL; no job runs and no time passes unless the test says so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "support.changes.move-running=false",
            "support.notifications.shift-lead=lead@desk.example",
            "support.incidents.worker.enabled=false",
            "support.reports.worker.enabled=false",
            "support.erasure.worker.enabled=false",
            "support.notifications.sender.enabled=false"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@ActiveProfiles("demo")
@Import({MovableClock.Configuration.class, Circulating.class})
public @interface DeskTest {}
