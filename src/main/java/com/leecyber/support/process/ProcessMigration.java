package com.leecyber.support.process;

import com.leecyber.support.change.Obstacle;
import com.leecyber.support.change.Obstacle.Kind;
import com.leecyber.support.change.RunningProcesses;
import com.leecyber.support.change.StaysOnItsVersion;
import com.leecyber.support.gate.ProcessFile;
import com.leecyber.support.process.DueDates.DueDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves running processes to another version of their diagram: every token stays at its element, and every date that was
 * given is kept; a process of which that cannot be said stays on its version.
 */
@Component
class ProcessMigration implements RunningProcesses {

    private static final String BEHIND =
            "select running.proc_inst_id_, running.business_key_ from act_ru_execution running"
                    + " join act_re_procdef version on version.id_ = running.proc_def_id_"
                    + " join act_re_procdef target on target.key_ = version.key_ and target.deployment_id_ = :deployment"
                    + " where running.id_ = running.proc_inst_id_ and running.business_key_ is not null"
                    + " and version.version_ < target.version_ and running.proc_inst_id_ > :after"
                    + " order by running.proc_inst_id_ limit :limit";

    // All processes that wait at the same elements, with one of them to try it on.
    private static final String STATES = "select version, places, count(*) as processes, min(process) as one from ("
            + " select execution.proc_def_id_ as version, execution.proc_inst_id_ as process,"
            + " string_agg(distinct execution.act_id_, ',' order by execution.act_id_) as places"
            + " from act_ru_execution execution join act_re_procdef version on version.id_ = execution.proc_def_id_"
            + " where version.key_ = :diagram and version.id_ <> :target and execution.act_id_ is not null"
            + " group by execution.proc_def_id_, execution.proc_inst_id_) waiting"
            + " group by version, places order by count(*) desc, places";

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final DeployedFiles files;
    private final DueDates dueDates;
    private final AsApplication asApplication;
    private final JdbcClient database;
    private final TransactionTemplate trial;

    ProcessMigration(
            RepositoryService repository,
            RuntimeService runtime,
            DeployedFiles files,
            DueDates dueDates,
            AsApplication asApplication,
            JdbcClient database,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.runtime = runtime;
        this.files = files;
        this.dueDates = dueDates;
        this.asApplication = asApplication;
        this.database = database;
        this.trial = new TransactionTemplate(transactions);
        this.trial.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public List<Running> behind(String deployment, String after, int limit) {
        return database.sql(BEHIND)
                .param("deployment", deployment)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Running(row.getString(1), row.getString(2)))
                .list();
    }

    @Override
    public void move(Running process, String deployment) {
        asApplication.run(() -> {
            ProcessDefinition version = versionOf(process.id());
            migrate(process.id(), version, targetIn(deployment, version.getKey()));
        });
    }

    @Override
    public List<Forecast> forecast(Collection<ProcessFile> proposed) {
        return trial.execute(transaction -> {
            transaction.setRollbackOnly();
            String deployment = files.deploy("trial", proposed);
            return asApplication.get(
                    () -> repository.createProcessDefinitionQuery().deploymentId(deployment).list().stream()
                            .flatMap(target -> forecast(target).stream())
                            .toList());
        });
    }

    private List<Forecast> forecast(ProcessDefinition target) {
        List<Forecast> forecasts = new ArrayList<>();
        database.sql(STATES)
                .param("diagram", target.getKey())
                .param("target", target.getId())
                .query((row, number) -> new State(
                        List.of(row.getString("places").split(",")), row.getLong("processes"), row.getString("one")))
                .list()
                .forEach(state -> forecasts.add(
                        new Forecast(target.getKey(), state.places(), state.count(), obstacle(state.one(), target))));
        return forecasts;
    }

    private record State(List<String> places, long count, String one) {}

    private Obstacle obstacle(String process, ProcessDefinition target) {
        try {
            migrate(process, versionOf(process), target);
            return null;
        } catch (StaysOnItsVersion stays) {
            return stays.obstacle();
        } catch (OptimisticLockingFailureException busy) {
            // Somebody works on that very ticket; nothing speaks against the others.
            return null;
        }
    }

    private void migrate(String process, ProcessDefinition from, ProcessDefinition to) {
        List<DueDate> before = dueDates.of(process);
        MigrationPlan plan = runtime.createMigrationPlan(from.getId(), to.getId())
                .mapEqualActivities()
                .build();
        try {
            runtime.newMigration(plan).processInstanceIds(process).execute();
        } catch (MigratingProcessInstanceValidationException invalid) {
            throw new StaysOnItsVersion(new Obstacle(Kind.PLACE_GONE, place(invalid)));
        } catch (OptimisticLockingException overtaken) {
            throw new OptimisticLockingFailureException("Somebody works on process " + process, overtaken);
        } catch (ProcessEngineException refused) {
            throw new StaysOnItsVersion(new Obstacle(Kind.ENGINE_REFUSES, ""));
        }
        DueDates.broken(before, dueDates.of(process)).ifPresent(date -> {
            throw new StaysOnItsVersion(new Obstacle(Kind.DATE_MOVES, date.element()));
        });
    }

    private ProcessDefinition versionOf(String process) {
        ProcessInstance running =
                runtime.createProcessInstanceQuery().processInstanceId(process).singleResult();
        if (running == null) {
            throw new OptimisticLockingFailureException("Process " + process + " has come to its end");
        }
        return repository.getProcessDefinition(running.getProcessDefinitionId());
    }

    private ProcessDefinition targetIn(String deployment, String diagram) {
        return repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .processDefinitionKey(diagram)
                .singleResult();
    }

    private static String place(MigratingProcessInstanceValidationException invalid) {
        return invalid.getValidationReport().getActivityInstanceReports().stream()
                .map(report -> report.getSourceScopeId())
                .findFirst()
                .orElse("");
    }
}
