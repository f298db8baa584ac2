package com.leecyber.support.inspection;

import com.leecyber.support.audit.EventKind;
import com.leecyber.support.inspection.Criteria.Stretch;

/** Which entries of the journal are asked for; whatever is null is not asked. */
record EventCriteria(Stretch time, String actor, EventKind kind, String clause, String chain) {

    Conditions conditions() {
        Conditions conditions = new Conditions()
                .and("recorded_at >= :from", "from", Source.utc(time.from()))
                .and("recorded_at < :to", "to", Source.utc(time.to()))
                .and("actor = :actor", "actor", actor)
                .and("kind = :kind", "kind", kind == null ? null : kind.name())
                .and("clause = :clause", "clause", clause)
                .and("ticket = :chain", "chain", chain);
        if (actor != null && !Frequent.isActor(actor)) {
            conditions.and(Frequent.PERSON);
        }
        if (kind != null && !Frequent.is(kind)) {
            conditions.and(Frequent.RARE_KIND);
        }
        if (clause != null && !Frequent.isClause(clause)) {
            conditions.and(Frequent.RARE_CLAUSE);
        }
        return conditions;
    }
}
