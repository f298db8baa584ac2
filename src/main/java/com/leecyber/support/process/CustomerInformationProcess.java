package com.leecyber.support.process;

import static com.leecyber.support.process.Steps.ticketOf;

import com.leecyber.support.notification.Notifications;
import com.leecyber.support.ticket.TicketLifecycle;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What bpmn/customerInformation.bpmn and the code share: asking the customer, and how long the desk waits. */
@Configuration
class CustomerInformationProcess {

    static final String KEY = "customerInformation";
    static final String CUSTOMER_REPLIED = "CustomerReplied";

    static final Variable<Boolean> CUSTOMER_ANSWERED = Variable.flag("customerAnswered");

    @Bean
    JavaDelegate remindCustomer(Notifications notifications) {
        return execution -> notifications.remind(ticketOf(execution));
    }

    /** An answer that came while this was on its way counts: the caller goes on with it. */
    @Bean
    JavaDelegate resolveForSilence(TicketLifecycle lifecycle) {
        return execution -> CUSTOMER_ANSWERED.set(execution, !lifecycle.resolveForSilence(ticketOf(execution)));
    }
}
