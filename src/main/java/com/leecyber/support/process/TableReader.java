package com.leecyber.support.process;

import com.leecyber.support.process.Tables.Table;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/** Reads and asks decision tables, without the process engine's history. */
class TableReader {

    private static final Pattern ASKS_THE_TIME = Pattern.compile("\\b(now|today)\\s*\\(");

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    Table read(String id, String name, int version, DmnModelInstance model) {
        boolean timeless = !ASKS_THE_TIME.matcher(Dmn.convertToString(model)).find();
        return new Table(id, name, version, model, engine.parseDecision(name, model), timeless);
    }

    /** The one row that answers, or null. */
    DmnDecisionRuleResult evaluate(Table table, Map<String, Object> facts) {
        return engine.evaluateDecisionTable(table.decision(), Variables.fromMap(facts))
                .getSingleResult();
    }
}
