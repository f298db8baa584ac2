package com.leecyber.support.process;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/** Where decision tables come from. */
interface Tables {

    /** The table that answers. */
    Table latest(String name);

    /** The one row that answers, or null. */
    DmnDecisionRuleResult evaluate(Table table, Map<String, Object> facts);

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
}
