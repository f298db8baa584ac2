package com.leecyber.support.process;

import static com.leecyber.support.process.Steps.numberOf;

import com.leecyber.support.works.AllWorks;
import com.leecyber.support.works.WorksNotice;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** {@code ${worksDates.startsAt(execution)}}: the absolute dates of the timers of planned works (R6.1). */
@Component
public class WorksDates {

    private final AllWorks all;
    private final WorksNotice notice;

    WorksDates(AllWorks all, WorksNotice notice) {
        this.all = all;
        this.notice = notice;
    }

    /** By when everybody must have been told. */
    public Date noticeDueAt(DelegateExecution execution) {
        return Date.from(notice.dueAt(numberOf(execution)));
    }

    /** When customers are reminded. */
    public Date reminderAt(DelegateExecution execution) {
        return Date.from(notice.reminderAt(numberOf(execution)));
    }

    /** When the works begin. */
    public Date startsAt(DelegateExecution execution) {
        return Date.from(all.get(numberOf(execution)).window().startsAt());
    }

    /** When the works are to be over. */
    public Date endsAt(DelegateExecution execution) {
        return Date.from(all.get(numberOf(execution)).endsAt());
    }
}
