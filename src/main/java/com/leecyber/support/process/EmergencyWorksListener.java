package com.leecyber.support.process;

import com.leecyber.support.works.EmergencyDeclared;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Begins the emergency works that L2 declared, in the same transaction. They have a process of their own: they go on when the
 * ticket behind them is withdrawn or closed with an incident.
 */
@Component
class EmergencyWorksListener {

    private final RuntimeService runtime;
    private final LatestDiagram diagrams;
    private final AsApplication asApplication;

    EmergencyWorksListener(RuntimeService runtime, LatestDiagram diagrams, AsApplication asApplication) {
        this.runtime = runtime;
        this.diagrams = diagrams;
        this.asApplication = asApplication;
    }

    /** L2 has said what the start form asks, so they begin behind it. */
    @EventListener
    void begin(EmergencyDeclared works) {
        String diagram = diagrams.idOf(EmergencyWorksProcess.KEY);
        asApplication.run(() -> runtime.createProcessInstanceById(diagram)
                .businessKey(works.number())
                .startAfterActivity(diagrams.startOf(diagram))
                .execute());
    }
}
