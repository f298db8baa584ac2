package com.leecyber.support.process;

import com.leecyber.support.incident.EngineBacklog;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the jobs that are due and in nobody's hands, no further than asked: a look at the first rows of an index. */
@Component
class DueJobs implements EngineBacklog {

    private final JdbcClient database;
    private final Clock clock;

    DueJobs(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean reaches(int jobs) {
        return database.sql("select count(*) = :jobs from (select from act_ru_job where duedate_ <= :now"
                        + " and retries_ > 0 and (lock_exp_time_ is null or lock_exp_time_ < :now)"
                        + " order by duedate_ limit :jobs) due")
                .param("jobs", jobs)
                .param("now", Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }
}
