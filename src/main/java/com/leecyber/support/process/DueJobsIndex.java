package com.leecyber.support.process;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The index behind fetching what is due: the engine's schema has none, and every open ticket has timers that are not.
 *
 * <p>By the due date alone, so that timers far ahead are never looked at; that every job has one is set in
 * application.yml.
 */
@Component
@Order(0)
class DueJobsIndex implements ApplicationRunner {

    private final JdbcClient database;

    DueJobsIndex(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        database.sql("create index if not exists desk_job_due on act_ru_job (duedate_)")
                .update();
    }
}
