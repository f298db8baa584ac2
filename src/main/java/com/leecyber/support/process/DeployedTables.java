package com.leecyber.support.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** The latest version of each decision table, in force at once when deployed here and within a second elsewhere. */
@Component
class DeployedTables implements Tables {

    /** Every registration asks for a table: asking the database each time cost a tenth of it. */
    private final Cache<String, Table> latest =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(1)).build();

    private final Cache<String, Table> parsed =
            Caffeine.newBuilder().maximumSize(100).build();
    private final RepositoryService repository;
    private final AsApplication asApplication;
    private final TableReader reader = new TableReader();

    DeployedTables(RepositoryService repository, AsApplication asApplication) {
        this.repository = repository;
        this.asApplication = asApplication;
    }

    @Override
    public Table latest(String name) {
        Table known = latest.getIfPresent(name);
        if (known == null) {
            known = asApplication.get(() -> look(name));
            latest.put(name, known);
        }
        return known;
    }

    @Override
    public DmnDecisionRuleResult evaluate(Table table, Map<String, Object> facts) {
        return reader.evaluate(table, facts);
    }

    @TransactionalEventListener(classes = Deployed.class, fallbackExecution = true)
    void lookAgain() {
        latest.invalidateAll();
    }

    private Table look(String name) {
        DecisionDefinition definition = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(name)
                .latestVersion()
                .singleResult();
        return parsed.get(definition.getId(), id -> parse(definition));
    }

    private Table parse(DecisionDefinition definition) {
        return reader.read(
                definition.getId(),
                definition.getKey(),
                definition.getVersion(),
                repository.getDmnModelInstance(definition.getId()));
    }
}
