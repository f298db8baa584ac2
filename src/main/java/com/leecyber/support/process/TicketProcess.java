package com.leecyber.support.process;

import static com.leecyber.support.process.Steps.ticketOf;

import com.leecyber.support.desk.AgentDecisions;
import com.leecyber.support.desk.FirstLineDecision;
import com.leecyber.support.desk.TriageOutcome;
import com.leecyber.support.notification.Notifications;
import com.leecyber.support.ticket.Admission;
import com.leecyber.support.ticket.ClosingReason;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.TicketLifecycle;
import com.leecyber.support.ticket.Tickets;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What bpmn/ticket.bpmn and the code share: from registration to closure (R5). */
@Configuration
class TicketProcess {

    static final String KEY = "ticket";
    static final String WITHDRAWN = "TicketWithdrawn";
    static final String LINKED = "TicketLinked";
    static final String INCIDENT_SETTLED = "IncidentSettled";

    static final Variable<Boolean> LICENCE_VALID = Variable.flag("licenceValid");
    static final Variable<String> TRIAGE_OUTCOME = Variable.text("triageOutcome");
    static final Variable<String> TICKET_TYPE = Variable.text("ticketType");
    static final Variable<Boolean> CAME_THROUGH_PANEL = Variable.flag("cameThroughPanel");
    static final Variable<String> FIRST_LINE_OUTCOME = Variable.text("firstLineOutcome");
    static final Variable<String> LIMITS_OUTCOME = Variable.text("limitsOutcome");
    static final Variable<String> SUPPORT_OUTCOME = Variable.text("supportOutcome");
    static final Variable<Boolean> INCIDENT_OVER = Variable.flag("incidentOver");
    static final Variable<String> CLOSING_REASON = Variable.text("closingReason");

    @Bean
    JavaDelegate checkLicence(Admission admission) {
        return execution -> LICENCE_VALID.set(execution, admission.check(ticketOf(execution)));
    }

    @Bean
    JavaDelegate tellNoLicence(Notifications notifications, TicketLifecycle lifecycle) {
        return execution -> {
            lifecycle.close(ticketOf(execution), ClosingReason.NO_LICENCE);
            notifications.tellNoLicence(ticketOf(execution));
        };
    }

    @Bean
    JavaDelegate acknowledgeTicket(Notifications notifications) {
        return execution -> notifications.acknowledge(ticketOf(execution));
    }

    @Bean
    TaskListener triageDecision(DecisionStep steps, AgentDecisions decisions, Tickets tickets) {
        return steps.of((task, number, form) -> {
            TriageOutcome outcome = decisions.triage(number, form, Approvals.awaitedBy(task));
            Ticket ticket = tickets.get(number);
            TRIAGE_OUTCOME.set(task, outcome.name());
            TICKET_TYPE.set(task, ticket.type().name());
            CAME_THROUGH_PANEL.set(task, ticket.isInPanel());
        });
    }

    @Bean
    TaskListener firstLineDecision(DecisionStep steps, AgentDecisions decisions) {
        return steps.of((task, number, form) -> {
            FirstLineDecision decision = decisions.firstLine(number, form, Approvals.awaitedBy(task));
            FIRST_LINE_OUTCOME.set(task, decision.outcome().name());
            decision.limits().ifPresent(limits -> LIMITS_OUTCOME.set(task, limits.name()));
        });
    }

    /** Whether the ticket was answered with its incident; else it was linked by mistake and goes back to triage. */
    @Bean
    ExecutionListener incidentSettled(Tickets tickets) {
        return execution -> INCIDENT_OVER.set(
                execution, tickets.get(ticketOf(execution)).status().isOver());
    }

    @Bean
    JavaDelegate tellResolution(TicketLifecycle lifecycle, Notifications notifications) {
        return execution -> {
            lifecycle.settle(ticketOf(execution));
            notifications.tellResolution(ticketOf(execution));
        };
    }

    @Bean
    JavaDelegate closeTicket(TicketLifecycle lifecycle) {
        return execution -> CLOSING_REASON.set(
                execution,
                lifecycle.close(ticketOf(execution), ClosingReason.SOLVED).name());
    }

    @Bean
    JavaDelegate confirmWithdrawal(Notifications notifications) {
        return execution -> notifications.confirmWithdrawal(ticketOf(execution));
    }
}
