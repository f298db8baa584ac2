package com.leecyber.support.process;

import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceManager;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The engine's way to remove processes from its history when somebody asks for it: its log counts them, the journal names
 * them. What goes because its time is over goes another way ({@link CleanedHistory}).
 */
class RemovedHistory implements SessionFactory {

    private final ObjectProvider<Interventions> interventions;

    RemovedHistory(ObjectProvider<Interventions> interventions) {
        this.interventions = interventions;
    }

    @Override
    public Class<?> getSessionType() {
        return HistoricProcessInstanceManager.class;
    }

    @Override
    public Session openSession() {
        return new HistoricProcessInstanceManager() {
            @Override
            public void deleteHistoricProcessInstanceByIds(List<String> processes) {
                interventions.getObject().recordRemoval(processes);
                super.deleteHistoricProcessInstanceByIds(processes);
            }
        };
    }
}
