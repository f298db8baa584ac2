package com.leecyber.support.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What all steps of all diagrams have in common: the business key is the number of the ticket, or of the works. */
final class Steps {

    private Steps() {}

    static String ticketOf(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }

    static String numberOf(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }

    static String ticketOf(DelegateTask task) {
        return ticketOf(task.getExecution());
    }
}
