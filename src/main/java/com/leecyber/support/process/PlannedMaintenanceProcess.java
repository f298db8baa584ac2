package com.leecyber.support.process;

import static com.leecyber.support.process.Steps.numberOf;

import com.leecyber.support.works.WorksNotice;
import com.leecyber.support.works.WorksPerformance;
import com.leecyber.support.works.WorksPlanning;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What bpmn/plannedMaintenance.bpmn and the code share: planned works from the plan to their end (R6.1). */
@Configuration
class PlannedMaintenanceProcess {

    static final String KEY = "plannedMaintenance";

    static final Variable<String> WORKS_OUTCOME = Variable.text("worksOutcome");
    static final Variable<Boolean> NOTICE_GIVEN = Variable.flag("noticeGiven");

    @Bean
    ExecutionListener worksPlanned(DecisionStep steps, WorksPlanning planning) {
        return steps.opening(planning::plan);
    }

    @Bean
    TaskListener worksApprovalDecision(DecisionStep steps, WorksPlanning planning) {
        return steps.of((task, number, form) ->
                WORKS_OUTCOME.set(task, planning.decide(number, form).name()));
    }

    @Bean
    TaskListener worksChangeDecision(DecisionStep steps, WorksPlanning planning) {
        return steps.of((task, number, form) ->
                WORKS_OUTCOME.set(task, planning.change(number, form).name()));
    }

    @Bean
    TaskListener worksProgressDecision(DecisionStep steps, WorksPerformance performance) {
        return steps.of((task, number, form) ->
                WORKS_OUTCOME.set(task, performance.report(number, form).name()));
    }

    @Bean
    JavaDelegate announceWorks(WorksNotice notice) {
        return execution -> notice.announce(numberOf(execution));
    }

    @Bean
    JavaDelegate checkNotice(WorksNotice notice) {
        return execution -> NOTICE_GIVEN.set(execution, notice.check(numberOf(execution)));
    }

    @Bean
    JavaDelegate remindOfWorks(WorksNotice notice) {
        return execution -> notice.remind(numberOf(execution));
    }

    @Bean
    JavaDelegate beginWorks(WorksPerformance performance) {
        return execution -> performance.begin(numberOf(execution));
    }

    @Bean
    JavaDelegate warnOfOverrun(WorksNotice notice) {
        return execution -> notice.warnOfOverrun(numberOf(execution));
    }

    @Bean
    JavaDelegate tellWorksProlonged(WorksNotice notice) {
        return execution -> notice.tellProlonged(numberOf(execution));
    }

    @Bean
    JavaDelegate tellWorksCompleted(WorksNotice notice) {
        return execution -> notice.tellCompleted(numberOf(execution));
    }

    @Bean
    JavaDelegate tellWorksCancelled(WorksNotice notice) {
        return execution -> notice.tellCancelled(numberOf(execution));
    }
}
