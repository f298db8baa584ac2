package com.leecyber.support.process;

import com.leecyber.support.audit.Actor;
import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupRemovalTime;
import org.camunda.bpm.engine.impl.persistence.entity.TableDataManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The engine's nightly clean-up of history, which leaves an entry of what it removed, in the same transaction. */
class CleanedHistory extends HistoryCleanupJobHandler {

    private static final String CAUSE = "history-cleanup";

    private final ObjectProvider<Journal> journal;

    CleanedHistory(ObjectProvider<Journal> journal) {
        this.journal = journal;
    }

    @Override
    protected HistoryCleanupRemovalTime getTimeBasedHandler() {
        return new Removal();
    }

    private final class Removal extends HistoryCleanupRemovalTime {

        @Override
        public void performCleanup() {
            super.performCleanup();
            // How many rows went is known once the engine has written; then the transaction is about to commit.
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    record();
                }
            });
        }

        private void record() {
            Map<String, Integer> removed = new TreeMap<>();
            for (DbOperation deletion : deleteOperations.values()) {
                if (deletion.getRowsAffected() > 0) {
                    removed.merge(table(deletion), deletion.getRowsAffected(), Integer::sum);
                }
            }
            if (!removed.isEmpty()) {
                Actor.as(
                        CAUSE,
                        () -> journal.getObject()
                                .record(
                                        Interventions.HISTORY,
                                        EventKind.HISTORY_CLEANED,
                                        null,
                                        Map.of("removed", removed)));
            }
        }

        private static String table(DbOperation deletion) {
            return TableDataManager.persistentObjectToTableNameMap
                    .getOrDefault(
                            deletion.getEntityType(), deletion.getEntityType().getSimpleName())
                    .toLowerCase(Locale.ROOT);
        }
    }
}
