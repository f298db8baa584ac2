package com.leecyber.support.process;

import static com.leecyber.support.process.Steps.ticketOf;

import com.leecyber.support.notification.Notifications;
import com.leecyber.support.ticket.Deadline;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every response and repair timer does when it rings (R3.2, R5.4b); both find out for themselves what is due. */
@Configuration
class DeadlineSteps {

    @Bean
    JavaDelegate warnOfDeadline(Deadline deadline, Notifications notifications) {
        return execution -> deadline.warn(ticketOf(execution))
                .forEach(promise -> notifications.warnLead(ticketOf(execution), promise));
    }

    @Bean
    JavaDelegate recordBreach(Deadline deadline, Notifications notifications) {
        return execution -> deadline.recordBreach(ticketOf(execution))
                .forEach(promise -> notifications.reportBreach(ticketOf(execution), promise));
    }
}
