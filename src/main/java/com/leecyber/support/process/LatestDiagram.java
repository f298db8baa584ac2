package com.leecyber.support.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Which version of a diagram starts: a newly deployed one at once on this node, and within a second on others. */
@Component
class LatestDiagram {

    private final Cache<String, String> ids =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(1)).build();
    private final RepositoryService repository;
    private final AsApplication asApplication;

    LatestDiagram(RepositoryService repository, AsApplication asApplication) {
        this.repository = repository;
        this.asApplication = asApplication;
    }

    /** The engine's id of the latest version of a process. */
    String idOf(String process) {
        String known = ids.getIfPresent(process);
        if (known == null) {
            known = asApplication.get(() -> repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(process)
                    .latestVersion()
                    .singleResult()
                    .getId());
            ids.put(process, known);
        }
        return known;
    }

    /** The element at which a process starts. */
    String startOf(String diagram) {
        return asApplication
                .get(() -> repository.getBpmnModelInstance(diagram))
                .getModelElementsByType(StartEvent.class)
                .stream()
                .filter(start -> start.getParentElement() instanceof Process)
                .findFirst()
                .orElseThrow()
                .getId();
    }

    @TransactionalEventListener(classes = Deployed.class, fallbackExecution = true)
    void lookAgain() {
        ids.invalidateAll();
    }
}
