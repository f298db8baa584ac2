package com.leecyber.support.process;

import com.leecyber.support.sla.SlaSettings;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** {@code ${patience.closesAt(execution)}}: how long the desk waits for a customer's answer. */
@Component
public class Patience {

    private final SlaSettings settings;
    private final Clock clock;

    Patience(SlaSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** When the customer is reminded. */
    public Date reminderAt(DelegateExecution execution) {
        return Date.from(clock.instant().plus(settings.reminderAfter()));
    }

    /** When the ticket is closed without an answer. */
    public Date closesAt(DelegateExecution execution) {
        return Date.from(clock.instant().plus(settings.closeAfter()));
    }
}
