package com.leecyber.support.process;

import com.leecyber.support.ticket.TicketEvents.CustomerAnswered;
import com.leecyber.support.ticket.TicketEvents.FixReleased;
import com.leecyber.support.ticket.TicketEvents.TicketRegistered;
import com.leecyber.support.ticket.TicketEvents.TicketWithdrawn;
import com.leecyber.support.works.EmergencyOver;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Moves the token when a ticket moves, in the same transaction. */
@Component
class TicketEventsListener {

    private final RuntimeService runtime;
    private final LatestDiagram diagrams;
    private final AsApplication asApplication;

    TicketEventsListener(RuntimeService runtime, LatestDiagram diagrams, AsApplication asApplication) {
        this.runtime = runtime;
        this.diagrams = diagrams;
        this.asApplication = asApplication;
    }

    @EventListener
    void start(TicketRegistered registered) {
        asApplication.run(
                () -> runtime.startProcessInstanceById(diagrams.idOf(TicketProcess.KEY), registered.number()));
    }

    @EventListener
    void goOn(CustomerAnswered answered) {
        correlate(CustomerInformationProcess.CUSTOMER_REPLIED, answered.number());
    }

    @EventListener
    void end(TicketWithdrawn withdrawn) {
        correlate(TicketProcess.WITHDRAWN, withdrawn.number());
    }

    @EventListener
    void goOn(FixReleased released) {
        correlate(TechnicalSupportProcess.RELEASE_PUBLISHED, released.number());
    }

    @EventListener
    void goOn(EmergencyOver works) {
        correlate(TechnicalSupportProcess.EMERGENCY_WORKS_OVER, works.ticket());
    }

    /** Nobody may be waiting: then the ticket's state alone says what happened, and the next step reads it. */
    private void correlate(String message, String number) {
        try {
            asApplication.run(() -> runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(number)
                    .correlateAll());
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("The ticket is being worked on at this moment: " + number, e);
        }
    }
}
