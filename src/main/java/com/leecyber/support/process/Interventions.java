package com.leecyber.support.process;

import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.audit.Step;
import com.leecyber.support.change.Digest;
import com.leecyber.support.gate.ProcessFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the journal keeps of operations on the engine: each in the chain of the ticket or works that it is about; else
 * people and their rights in {@value #ACCESS}, files in {@value #DEPLOYMENTS}, history in {@value #HISTORY} and what touches
 * processes in {@value #PROCESSES}.
 */
@Component
class Interventions {

    static final String ACCESS = "ACCESS";
    static final String DEPLOYMENTS = "DEPLOYMENTS";
    static final String HISTORY = "HISTORY";
    static final String PROCESSES = "PROCESSES";

    // An administrator can start a process under any name; it must not get into a chain of something else.
    private static final Pattern NUMBER = Pattern.compile("[A-Z]{2}-\\d{4}-\\d{6,10}");

    private final Journal journal;
    private final JdbcClient database;

    Interventions(Journal journal, JdbcClient database) {
        this.journal = journal;
        this.database = database;
    }

    /** Records one operation with all properties that it changed. */
    void record(EventKind kind, List<UserOperationLogEntryEventEntity> properties) {
        UserOperationLogEntryEventEntity operation = properties.get(0);
        Map<String, Object> details = new TreeMap<>();
        details.put("operation", operation.getOperationType());
        details.put("of", operation.getEntityType());
        details.put("operationId", operation.getOperationId());
        details.put("changes", LoggedOperation.changes(properties));
        put(details, "deployment", operation.getDeploymentId());
        put(details, "job", operation.getJobId());
        put(details, "batch", operation.getBatchId());
        put(details, "process", operation.getProcessInstanceId());
        put(details, "definition", operation.getProcessDefinitionId());
        if (operation.getDeploymentId() != null) {
            details.put("files", files(operation.getDeploymentId()));
        }
        Runnable entry = () -> journal.record(chain(kind, operation), kind, null, details);
        place(operation).ifPresentOrElse(step -> step.during(entry), entry);
    }

    /** Records that a process was ended from outside. */
    void recordEnd(HistoricProcessInstanceEventEntity process) {
        Map<String, Object> details = new TreeMap<>();
        details.put("process", process.getProcessInstanceId());
        details.put("diagram", Steps.diagramOf(process.getProcessDefinitionId()));
        put(details, "why", process.getDeleteReason());
        journal.record(numbered(process.getBusinessKey()).orElse(PROCESSES), EventKind.PROCESS_DELETED, null, details);
    }

    /** Records, for each ticket, that processes of it are removed from the engine's history. */
    void recordRemoval(List<String> processes) {
        Map<String, List<String>> byNumber = new TreeMap<>();
        if (!processes.isEmpty()) {
            database.sql("select proc_inst_id_, business_key_ from act_hi_procinst where proc_inst_id_ in (:processes)"
                            + " order by proc_inst_id_")
                    .param("processes", processes)
                    .query(row -> {
                        byNumber.computeIfAbsent(
                                        numbered(row.getString(2)).orElse(PROCESSES), number -> new ArrayList<>())
                                .add(row.getString(1));
                    });
        }
        // In the order of the numbers, so that two who remove the same do not wait for each other.
        byNumber.forEach((number, removed) ->
                journal.record(number, EventKind.HISTORY_DELETED, null, Map.of("processes", removed)));
    }

    private String chain(EventKind kind, UserOperationLogEntryEventEntity operation) {
        return switch (kind) {
            case ACCOUNT_CHANGED, PERMISSION_CHANGED -> ACCESS;
            case DEPLOYMENT_MADE, DEPLOYMENT_DELETED -> DEPLOYMENTS;
            case HISTORY_DELETED -> number(operation).orElse(HISTORY);
            default -> number(operation).orElse(PROCESSES);
        };
    }

    private Optional<String> number(UserOperationLogEntryEventEntity operation) {
        if (operation.getProcessInstanceId() == null) {
            return Optional.empty();
        }
        return database.sql(
                        "select business_key_ from act_hi_procinst where proc_inst_id_ = :process and business_key_ is not null")
                .param("process", operation.getProcessInstanceId())
                .query(String.class)
                .optional()
                .flatMap(Interventions::numbered);
    }

    private static Optional<String> numbered(String businessKey) {
        return Optional.ofNullable(businessKey)
                .filter(key -> NUMBER.matcher(key).matches());
    }

    private static Optional<Step> place(UserOperationLogEntryEventEntity operation) {
        if (operation.getTaskId() == null) {
            return Optional.empty();
        }
        TaskEntity task = Context.getCommandContext().getTaskManager().findTaskById(operation.getTaskId());
        return Optional.ofNullable(task)
                .filter(known -> known.getProcessDefinitionId() != null)
                .map(Steps::placeOf);
    }

    /** Digests of the files, by name; the deployment is not written yet when it is made. */
    private static Map<String, String> files(String deploymentId) {
        Map<String, String> digests = new TreeMap<>();
        DeploymentEntity deployment =
                Context.getCommandContext().getDeploymentManager().findDeploymentById(deploymentId);
        if (deployment != null) {
            deployment
                    .getResources()
                    .forEach((name, resource) ->
                            digests.put(name, Digest.of(new ProcessFile(name, resource.getBytes()))));
        }
        return digests;
    }

    private static void put(Map<String, Object> details, String key, String value) {
        if (value != null) {
            details.put(key, value);
        }
    }
}
