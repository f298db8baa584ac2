package com.leecyber.support.process;

import static com.leecyber.support.process.Steps.numberOf;

import com.leecyber.support.works.EmergencyDeclaration;
import com.leecyber.support.works.EmergencyReport;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What bpmn/emergencyWorks.bpmn and the code share: works that cannot wait, told of afterwards (R6.2). */
@Configuration
class EmergencyWorksProcess {

    static final String KEY = "emergencyWorks";

    @Bean
    ExecutionListener emergencyDeclared(DecisionStep steps, EmergencyDeclaration declaration) {
        return steps.opening(declaration::declare);
    }

    @Bean
    TaskListener emergencyDecision(DecisionStep steps, EmergencyReport report) {
        return steps.of((task, number, form) -> report.report(number, form));
    }

    @Bean
    JavaDelegate tellEmergencyWorks(EmergencyReport report) {
        return execution -> report.tellCustomers(numberOf(execution));
    }
}
