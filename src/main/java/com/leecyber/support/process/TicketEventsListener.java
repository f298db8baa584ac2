package com.leecyber.support.process;

import com.leecyber.support.incident.IncidentEvents.IncidentSettled;
import com.leecyber.support.incident.IncidentEvents.TicketLinked;
import com.leecyber.support.ticket.TicketEvents.CustomerAnswered;
import com.leecyber.support.ticket.TicketEvents.FixReleased;
import com.leecyber.support.ticket.TicketEvents.TicketRegistered;
import com.leecyber.support.ticket.TicketEvents.TicketWithdrawn;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
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

    /**
     * @throws MismatchingMessageCorrelationException when the token is on its way to where it can wait: later it is there
     */
    @EventListener
    void leave(TicketLinked linked) {
        correlateOne(TicketProcess.LINKED, linked.number());
    }

    /** @throws MismatchingMessageCorrelationException when the token does not wait for an incident */
    @EventListener
    void goOn(IncidentSettled settled) {
        correlateOne(TicketProcess.INCIDENT_SETTLED, settled.number());
    }

    private void correlateOne(String message, String number) {
        send(
                number,
                () -> runtime.createMessageCorrelation(message)
                        .processInstanceBusinessKey(number)
                        .correlate());
    }

    /** Nobody may be waiting: then the ticket's state alone says what happened, and the next step reads it. */
    private void correlate(String message, String number) {
        send(
                number,
                () -> runtime.createMessageCorrelation(message)
                        .processInstanceBusinessKey(number)
                        .correlateAll());
    }

    private void send(String number, Runnable correlation) {
        try {
            asApplication.run(correlation);
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("The ticket is being worked on at this moment: " + number, e);
        }
    }
}
