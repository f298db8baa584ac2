package com.leecyber.support.process;

import static com.leecyber.support.process.Steps.ticketOf;

import com.leecyber.support.desk.AgentDecisions;
import com.leecyber.support.notification.Notifications;
import com.leecyber.support.ticket.TicketLifecycle;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What bpmn/technicalSupport.bpmn and the code share: the second line (R3.1.2, R5.3, R5.4). */
@Configuration
class TechnicalSupportProcess {

    static final String KEY = "technicalSupport";
    static final String RELEASE_PUBLISHED = "ReleasePublished";
    static final String EMERGENCY_WORKS_OVER = "EmergencyWorksOver";

    static final Variable<String> DIAGNOSIS_OUTCOME = Variable.text("diagnosisOutcome");

    @Bean
    JavaDelegate moveToPanel(TicketLifecycle lifecycle, Notifications notifications) {
        return execution -> {
            lifecycle.moveToPanel(ticketOf(execution));
            notifications.tellMovedToPanel(ticketOf(execution));
        };
    }

    @Bean
    TaskListener diagnosisDecision(DecisionStep steps, AgentDecisions decisions) {
        return steps.of((task, number, form) -> DIAGNOSIS_OUTCOME.set(
                task,
                decisions.diagnosis(number, form, Approvals.awaitedBy(task)).name()));
    }

    @Bean
    TaskListener repairDecision(DecisionStep steps, AgentDecisions decisions) {
        return steps.of((task, number, form) -> decisions.repair(number, form));
    }

    @Bean
    ExecutionListener fixReleased(TicketLifecycle lifecycle) {
        return execution -> lifecycle.fixReleased(ticketOf(execution));
    }
}
