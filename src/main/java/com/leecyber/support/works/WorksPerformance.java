package com.leecyber.support.works;

import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.availability.Downtimes;
import com.leecyber.support.desk.DecisionForm;
import com.leecyber.support.ticket.InvalidInput;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Planned works begin, take longer, end; while they interrupt services these are down (R6.1, R7.1). */
@Service
@Transactional
public class WorksPerformance {

    private static final String CLAUSE = "R6.1";

    private final AllWorks all;
    private final Downtimes downtimes;
    private final Journal journal;
    private final Clock clock;

    WorksPerformance(AllWorks all, Downtimes downtimes, Journal journal, Clock clock) {
        this.all = all;
        this.downtimes = downtimes;
        this.journal = journal;
        this.clock = clock;
    }

    /** How running works go on. */
    public enum Progress {
        DONE,
        PROLONG
    }

    /**
     * Planned works begin; beginning again changes nothing.
     *
     * @throws IllegalStateException when customers were not told in time or not of this moment, whatever a diagram says
     */
    public void begin(String number) {
        Works works = all.lock(number);
        if (works.state() == WorksState.RUNNING) {
            return;
        }
        if (!works.window().noticeGiven().orElse(false)) {
            throw new IllegalStateException("Works of which customers were not told in time: " + number);
        }
        if (clock.instant().isBefore(works.window().startsAt())) {
            throw new IllegalStateException("Works that customers were told would begin later: " + number);
        }
        works.begin(clock.instant());
        journal.record(number, EventKind.WORKS_BEGAN, CLAUSE, Map.of("interrupts", works.interrupts()));
        if (works.interrupts()) {
            downtimes.begin(number, works.services(), clock.instant());
        }
    }

    /**
     * Operations say that works are done, or until when they go on.
     *
     * @throws InvalidInput naming the field when the form cannot be accepted
     */
    public Progress report(String number, DecisionForm form) {
        Works works = all.lock(number);
        Progress progress = form.choice("outcome", Progress.class);
        switch (progress) {
            case DONE -> end(works, form);
            case PROLONG -> prolong(works, form);
        }
        return progress;
    }

    private void end(Works works, DecisionForm form) {
        String done = form.required("text");
        Instant now = clock.instant();
        Instant end = form.optional("endedAt") == null ? now : form.moment("endedAt");
        if (end.isAfter(now)) {
            throw new InvalidInput("endedAt", "input.works-end-in-future");
        }
        if (end.isBefore(works.beganAt().orElseThrow())) {
            throw new InvalidInput("endedAt", "input.works-end-before-start");
        }
        works.end(end, done);
        journal.record(works.number(), EventKind.WORKS_ENDED, CLAUSE, Map.of("at", end));
        downtimes.end(works.number(), end);
    }

    private void prolong(Works works, DecisionForm form) {
        Instant until = form.moment("to");
        if (!until.isAfter(clock.instant()) || !until.isAfter(works.endsAt())) {
            throw new InvalidInput("to", "input.works-not-longer");
        }
        PublicText why = new PublicText(form.required("whyRu"), form.required("whyEn"));
        journal.record(works.number(), EventKind.WORKS_PROLONGED, CLAUSE, Map.of("from", works.endsAt(), "to", until));
        works.prolong(until, why, clock.instant());
    }
}
