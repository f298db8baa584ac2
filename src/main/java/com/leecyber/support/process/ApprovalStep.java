package com.leecyber.support.process;

import com.leecyber.support.desk.AgentDecisions;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The step «Согласовать решение», which a process owner may put behind any decision of any diagram. */
@Configuration
class ApprovalStep {

    static final String DECISION = "${approvalDecision}";

    static final Variable<String> APPROVAL_OUTCOME = Variable.text("approvalOutcome");

    @Bean
    TaskListener approvalDecision(DecisionStep steps, AgentDecisions decisions) {
        return steps.of((task, number, form) ->
                APPROVAL_OUTCOME.set(task, decisions.approval(number, form).name()));
    }
}
