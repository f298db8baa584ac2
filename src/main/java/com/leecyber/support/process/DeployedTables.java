package com.leecyber.support.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The latest version of each decision table, in force at once when deployed here and within a second elsewhere. */
@Component
class DeployedTables {

    private static final Pattern ASKS_THE_TIME = Pattern.compile("\\b(now|today)\\s*\\(");

    /** Every registration asks for a table: asking the database each time cost a tenth of it. */
    private final Cache<String, Table> latest =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(1)).build();

    private final Cache<String, Table> parsed =
            Caffeine.newBuilder().maximumSize(100).build();
    private final RepositoryService repository;
    private final AsApplication asApplication;
    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    DeployedTables(RepositoryService repository, AsApplication asApplication) {
        this.repository = repository;
        this.asApplication = asApplication;
    }

    /**
     * One version of a table.
     *
     * @param timeless whether the same facts always get the same answer
     */
    record Table(String id, String name, int version, DmnModelInstance model, DmnDecision decision, boolean timeless) {

        /** As the journal and the clock's facts name it: {@code priority:3}. */
        String label() {
            return name + ":" + version;
        }
    }

    Table latest(String name) {
        Table known = latest.getIfPresent(name);
        if (known == null) {
            known = asApplication.get(() -> look(name));
            latest.put(name, known);
        }
        return known;
    }

    /** The one row that answers, or null. */
    DmnDecisionRuleResult evaluate(Table table, Map<String, Object> facts) {
        return engine.evaluateDecisionTable(table.decision(), Variables.fromMap(facts))
                .getSingleResult();
    }

    @EventListener(Deployed.class)
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
        String name = definition.getKey();
        DmnModelInstance model = repository.getDmnModelInstance(definition.getId());
        boolean timeless = !ASKS_THE_TIME.matcher(Dmn.convertToString(model)).find();
        return new Table(
                definition.getId(), name, definition.getVersion(), model, engine.parseDecision(name, model), timeless);
    }
}
