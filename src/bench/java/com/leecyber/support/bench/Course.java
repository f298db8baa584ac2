package com.leecyber.support.bench;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;

/**
 * The course of time at a desk whose own job threads stand still: its clock and the engine's move together, and every job
 * runs at its own moment.
 */
final class Course implements AutoCloseable {

    private final StandingClock clock;
    private final ManagementService jobs;

    private Course(StandingClock clock, ManagementService jobs) {
        this.clock = clock;
        this.jobs = jobs;
    }

    static Course from(Instant start, Desk desk) {
        Course course = new Course(desk.clock(), desk.bean(ManagementService.class));
        course.stand(start);
        return course;
    }

    Instant now() {
        return clock.instant();
    }

    void to(Instant moment) {
        runDue();
        for (Optional<Instant> next = nextTimer();
                next.isPresent() && !next.get().isAfter(moment);
                next = nextTimer()) {
            stand(next.get().isAfter(now()) ? next.get() : now());
            runDue();
        }
        stand(moment.isAfter(now()) ? moment : now());
        runDue();
    }

    /** What the engine would do at once. */
    void runDue() {
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            due.forEach(job -> {
                if (jobs.createJobQuery().jobId(job.getId()).count() > 0) {
                    jobs.executeJob(job.getId());
                }
            });
        }
    }

    private List<Job> due() {
        return jobs.createJobQuery().executable().withRetriesLeft().listPage(0, 50);
    }

    private Optional<Instant> nextTimer() {
        return jobs.createJobQuery().timers().withRetriesLeft().orderByJobDuedate().asc().listPage(0, 1).stream()
                .findFirst()
                .map(job -> job.getDuedate().toInstant());
    }

    private void stand(Instant moment) {
        clock.holdAt(moment);
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    @Override
    public void close() {
        clock.runOn();
        ClockUtil.reset();
    }
}
