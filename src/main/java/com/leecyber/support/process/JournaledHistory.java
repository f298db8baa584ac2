package com.leecyber.support.process;

import com.leecyber.support.audit.EventKind;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The engine's own history, and beside it the journal for what people do behind the diagrams' backs.
 *
 * <p>The entry is written before the engine writes its changes: so whoever intervenes locks the ticket's journal first and
 * the engine's rows after it, as everybody does.
 */
class JournaledHistory implements HistoryEventHandler {

    private final HistoryEventHandler engine = new DbHistoryEventHandler();
    private final ObjectProvider<Interventions> interventions;

    JournaledHistory(ObjectProvider<Interventions> interventions) {
        this.interventions = interventions;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        handleEvents(List.of(event));
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        // Almost every event is a step of a diagram: it must cost no more than this look.
        if (!events.isEmpty() && events.get(0) instanceof UserOperationLogEntryEventEntity operation) {
            note(operation, events);
        }
        events.forEach(this::noteEnd);
        engine.handleEvents(events);
    }

    /** All properties that one operation changed come together. */
    private void note(UserOperationLogEntryEventEntity operation, List<HistoryEvent> events) {
        Optional<EventKind> kind = LoggedOperation.kindOf(operation);
        kind.ifPresent(known -> interventions
                .getObject()
                .record(
                        known,
                        events.stream()
                                .map(UserOperationLogEntryEventEntity.class::cast)
                                .toList()));
    }

    private void noteEnd(HistoryEvent event) {
        if (event instanceof HistoricProcessInstanceEventEntity process
                && process.getEndTime() != null
                && wasDeleted(process)) {
            interventions.getObject().recordEnd(process);
        }
    }

    /** The engine's own programming interface does not say that it came from outside; nothing inside ends a whole process. */
    private static boolean wasDeleted(HistoricProcessInstanceEventEntity process) {
        String state = process.getState();
        return HistoricProcessInstance.STATE_EXTERNALLY_TERMINATED.equals(state)
                || HistoricProcessInstance.STATE_INTERNALLY_TERMINATED.equals(state)
                        && process.getSuperProcessInstanceId() == null;
    }
}
