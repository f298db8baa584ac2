package com.leecyber.support.process;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The index behind fetching timers first, by due date: the engine's schema has none, and thousands may be due at once. */
@Component
@Order(0)
class TimerIndex implements ApplicationRunner {

    private final JdbcClient database;

    TimerIndex(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        database.sql("create index if not exists desk_job_type_due on act_ru_job (type_ desc, duedate_ asc)")
                .update();
    }
}
