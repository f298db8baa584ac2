package com.leecyber.support.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.camunda.bpm.engine.RepositoryService;
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

    @TransactionalEventListener(classes = Deployed.class, fallbackExecution = true)
    void lookAgain() {
        ids.invalidateAll();
    }
}
