package com.leecyber.support.inspection;

import com.leecyber.support.audit.EventKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What many tickets' journals have, and therefore no index: a walk through the time finds enough of it at once.
 *
 * <p>The indexes {@code journal_kind} and {@code journal_clause} have everything else. A question for it repeats their
 * conditions, so that the database knows that they answer it.
 */
final class Frequent {

    private static final Set<EventKind> KINDS = EnumSet.of(
            EventKind.TICKET_REGISTERED,
            EventKind.LICENCE_CHECKED,
            EventKind.TICKET_ACKNOWLEDGED,
            EventKind.PRIORITY_SET,
            EventKind.TRIAGE_DECIDED,
            EventKind.CUSTOMER_REPLIED,
            EventKind.AGENT_REPLIED,
            EventKind.RESOLUTION_TOLD,
            EventKind.TICKET_RESOLVED,
            EventKind.TICKET_CLOSED,
            EventKind.NOTIFICATION_QUEUED);

    private static final List<String> CLAUSES = List.of("R1.4", "R3.2", "R4.2", "R5.1", "R5.2", "R5.3", "R5.4c");

    /** The condition of {@code journal_kind}. */
    static final String RARE_KIND =
            "kind not in " + texts(KINDS.stream().map(Enum::name).toArray(String[]::new));

    /** The condition of {@code journal_clause}. */
    static final String RARE_CLAUSE = "clause not in " + texts(CLAUSES.toArray(String[]::new));

    /** The condition of {@code journal_actor}. */
    static final String PERSON = "actor not like 'system:%'";

    private Frequent() {}

    static boolean is(EventKind kind) {
        return KINDS.contains(kind);
    }

    static boolean isClause(String clause) {
        return CLAUSES.contains(clause);
    }

    static boolean isActor(String actor) {
        return actor.startsWith("system:");
    }

    private static String texts(String... values) {
        return Arrays.stream(values).map(value -> "'" + value + "'").collect(Collectors.joining(", ", "(", ")"));
    }
}
