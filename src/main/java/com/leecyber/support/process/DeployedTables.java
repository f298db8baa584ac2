package com.leecyber.support.process;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    /** Every registration asks for a table: asking the database each time cost a tenth of it. */
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private static final Pattern ASKS_THE_TIME = Pattern.compile("\\b(now|today)\\s*\\(");

    private final Map<String, Latest> latest = new ConcurrentHashMap<>();
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

    private record Latest(Table table, long lookedAt) {

        boolean isFresh() {
            return System.nanoTime() - lookedAt < FRESH_NANOS;
        }
    }

    Table latest(String name) {
        Latest known = latest.get(name);
        if (known == null || !known.isFresh()) {
            known = look(name, known);
            latest.put(name, known);
        }
        return known.table();
    }

    /** The one row that answers, or null. */
    DmnDecisionRuleResult evaluate(Table table, Map<String, Object> facts) {
        return engine.evaluateDecisionTable(table.decision(), Variables.fromMap(facts))
                .getSingleResult();
    }

    /** Something was deployed on this node; whoever asks next looks again. */
    record Deployed() {}

    @EventListener(Deployed.class)
    void lookAgain() {
        latest.clear();
    }

    private Latest look(String name, Latest known) {
        long now = System.nanoTime();
        return asApplication.get(() -> {
            DecisionDefinition definition = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(name)
                    .latestVersion()
                    .singleResult();
            boolean same = known != null && known.table().id().equals(definition.getId());
            return new Latest(same ? known.table() : parse(definition), now);
        });
    }

    private Table parse(DecisionDefinition definition) {
        String name = definition.getKey();
        DmnModelInstance model = repository.getDmnModelInstance(definition.getId());
        boolean timeless = !ASKS_THE_TIME.matcher(Dmn.convertToString(model)).find();
        return new Table(
                definition.getId(), name, definition.getVersion(), model, engine.parseDecision(name, model), timeless);
    }
}
