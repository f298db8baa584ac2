package com.leecyber.support.process;

import com.leecyber.support.audit.EventKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;

/** What the engine logs of an operation, and what that is to the journal. */
final class LoggedOperation {

    /** What goes on in every ticket has entries of its own. */
    private static final Set<String> EVERYDAY = Set.of(
            UserOperationLogEntry.OPERATION_TYPE_CREATE,
            UserOperationLogEntry.OPERATION_TYPE_CLAIM,
            UserOperationLogEntry.OPERATION_TYPE_COMPLETE,
            UserOperationLogEntry.OPERATION_TYPE_CORRELATE_MESSAGE);

    /** Texts that somebody typed; that they were changed is kept, but not what they are. */
    private static final Set<String> TEXTS = Set.of("name", "description");

    private LoggedOperation() {}

    /** Empty for what needs no entry: everyday work, and what the application does with tasks and processes. */
    static Optional<EventKind> kindOf(UserOperationLogEntryEventEntity operation) {
        if (UserOperationLogEntry.OPERATION_TYPE_DELETE_HISTORY.equals(operation.getOperationType())) {
            return Optional.of(EventKind.HISTORY_DELETED);
        }
        return switch (operation.getEntityType()) {
            case EntityTypes.USER -> Optional.of(EventKind.ACCOUNT_CHANGED);
            case EntityTypes.GROUP,
                    EntityTypes.GROUP_MEMBERSHIP,
                    EntityTypes.AUTHORIZATION,
                    EntityTypes.TENANT,
                    EntityTypes.TENANT_MEMBERSHIP -> Optional.of(EventKind.PERMISSION_CHANGED);
            case EntityTypes.DEPLOYMENT -> Optional.of(deployment(operation.getOperationType()));
            case EntityTypes.TASK, EntityTypes.IDENTITY_LINK -> byHand(operation, EventKind.TASK_ASSIGNED);
            case EntityTypes.PROCESS_INSTANCE -> process(operation);
            case EntityTypes.VARIABLE,
                    EntityTypes.JOB,
                    EntityTypes.JOB_DEFINITION,
                    EntityTypes.PROCESS_DEFINITION,
                    EntityTypes.DECISION_DEFINITION,
                    EntityTypes.BATCH,
                    EntityTypes.EXTERNAL_TASK,
                    EntityTypes.PROPERTY -> byHand(operation, EventKind.PROCESS_CHANGED);
            default -> Optional.empty();
        };
    }

    private static EventKind deployment(String type) {
        return UserOperationLogEntry.OPERATION_TYPE_DELETE.equals(type)
                ? EventKind.DEPLOYMENT_DELETED
                : EventKind.DEPLOYMENT_MADE;
    }

    /** Each process that is deleted tells so itself; what is left is the order to delete many. */
    private static Optional<EventKind> process(UserOperationLogEntryEventEntity operation) {
        if (!UserOperationLogEntry.OPERATION_TYPE_DELETE.equals(operation.getOperationType())) {
            return byHand(operation, EventKind.PROCESS_CHANGED);
        }
        return operation.getProcessInstanceId() == null ? Optional.of(EventKind.PROCESS_DELETED) : Optional.empty();
    }

    private static Optional<EventKind> byHand(UserOperationLogEntryEventEntity operation, EventKind kind) {
        return operation.getUserId() == null || EVERYDAY.contains(operation.getOperationType())
                ? Optional.empty()
                : Optional.of(kind);
    }

    /** What it changed: before and after, by property. */
    static Map<String, Map<String, String>> changes(List<UserOperationLogEntryEventEntity> properties) {
        Map<String, Map<String, String>> changes = new TreeMap<>();
        properties.stream()
                .filter(property -> property.getProperty() != null)
                .forEach(property -> changes.put(property.getProperty(), change(property)));
        return changes;
    }

    private static Map<String, String> change(UserOperationLogEntryEventEntity property) {
        Map<String, String> change = new TreeMap<>();
        if (!EntityTypes.TASK.equals(property.getEntityType()) || !TEXTS.contains(property.getProperty())) {
            putIfThere(change, "before", property.getOrgValue());
            putIfThere(change, "after", property.getNewValue());
        }
        return change;
    }

    private static void putIfThere(Map<String, String> change, String key, String value) {
        if (value != null) {
            change.put(key, value);
        }
    }
}
