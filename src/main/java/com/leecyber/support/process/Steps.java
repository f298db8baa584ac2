package com.leecyber.support.process;

import com.leecyber.support.audit.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/** What all steps of all diagrams have in common: the business key is the number of the ticket, or of the works. */
final class Steps {

    private Steps() {}

    static String ticketOf(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }

    static String numberOf(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }

    /** The element that is run, in the version of the diagram that it is run by. */
    static Step placeOf(DelegateExecution execution) {
        return new Step(diagramOf(execution.getProcessDefinitionId()), execution.getCurrentActivityId());
    }

    /** The task that somebody works on. */
    static Step placeOf(DelegateTask task) {
        return new Step(diagramOf(task.getProcessDefinitionId()), task.getTaskDefinitionKey());
    }

    /** A version of a diagram as the journal names it: {@code ticket:3}; from the engine's memory, without a question. */
    static String diagramOf(String definitionId) {
        ProcessDefinitionEntity diagram = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(definitionId);
        return diagram.getKey() + ":" + diagram.getVersion();
    }

    static String ticketOf(DelegateTask task) {
        return ticketOf(task.getExecution());
    }
}
