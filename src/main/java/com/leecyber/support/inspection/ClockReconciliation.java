package com.leecyber.support.inspection;

import com.leecyber.support.inspection.Reconciled.Record;
import com.leecyber.support.inspection.Reconciliation.Thing;
import com.leecyber.support.proof.JournalEntry;
import com.leecyber.support.sla.ClockFact;
import com.leecyber.support.sla.ClockFact.HardwareFaultDetected;
import com.leecyber.support.sla.ClockFact.InformationRequested;
import com.leecyber.support.sla.ClockFact.Responded;
import com.leecyber.support.sla.ResponseWindow;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Holds the facts that deadlines are computed from, and the noted warnings and breaches, against the journal. */
final class ClockReconciliation {

    private static final String REPLIED = "AGENT_REPLIED";
    private static final String REQUEST = "INFORMATION_REQUEST";
    private static final String SYSTEM = "system:";

    /** Which entry tells of which fact. */
    private static final Map<String, Set<String>> ENTRIES = Map.of(
            "REGISTERED", Set.of("TICKET_REGISTERED"),
            "WINDOW_CORRECTED", Set.of("TYPE_CORRECTED"),
            "RESPONDED", Set.of(REPLIED),
            "INFORMATION_REQUESTED", Set.of(REPLIED),
            "CUSTOMER_ANSWERED", Set.of("CUSTOMER_REPLIED"),
            "ESCALATED", Set.of("ESCALATED"),
            "RETURNED_TO_FIRST_LINE", Set.of("RETURNED_TO_FIRST_LINE", "UNLINKED_FROM_INCIDENT"),
            "HARDWARE_FAULT_DETECTED", Set.of("HARDWARE_FAULT_DETECTED"),
            "HARDWARE_REPAIRED", Set.of("REPAIR_DECIDED"),
            "CLOSED", Set.of("TICKET_CLOSED"));

    /** Entries without a fact are missing one; a customer may write without being asked, and then the clock learns nothing. */
    private static final Set<String> WITH_A_FACT = Set.of(
            "TICKET_REGISTERED",
            "TYPE_CORRECTED",
            REPLIED,
            "ESCALATED",
            "RETURNED_TO_FIRST_LINE",
            "UNLINKED_FROM_INCIDENT",
            "HARDWARE_FAULT_DETECTED",
            "REPAIR_DECIDED",
            "TICKET_CLOSED");

    private ClockReconciliation() {}

    static List<Reconciled> facts(List<ClockFact> facts, List<JournalEntry> journal) {
        return new Reconciliation<ClockFact>(
                        Record.CLOCK,
                        fact -> new Thing(FactKinds.name(fact), personOf(fact), fact.at()),
                        ClockReconciliation::tellsOf,
                        ClockReconciliation::difference)
                .of(facts, journal, entry -> WITH_A_FACT.contains(entry.kind()));
    }

    static List<Reconciled> notices(List<Notice> notices, List<JournalEntry> journal) {
        return new Reconciliation<Notice>(
                        Record.NOTICE,
                        notice -> new Thing(kindOf(notice), null, notice.notedAt()),
                        (notice, entry) -> entry.kind().equals(kindOf(notice))
                                && EntryDetails.of(entry).number("promise").equals(Optional.of((long)
                                        notice.promise())),
                        (notice, entry) -> different(
                                notice.dueAt().toString(),
                                EntryDetails.of(entry).text("dueAt")))
                .of(notices, journal, entry -> entry.kind().startsWith("DEADLINE_"));
    }

    private static String kindOf(Notice notice) {
        return notice.breach() ? "DEADLINE_BREACHED" : "DEADLINE_WARNED";
    }

    private static boolean tellsOf(ClockFact fact, JournalEntry entry) {
        boolean asks = REQUEST.equals(EntryDetails.of(entry).text("kind"));
        return ENTRIES.get(FactKinds.name(fact)).contains(entry.kind())
                && (!entry.kind().equals(REPLIED) || asks == (fact instanceof InformationRequested));
    }

    private static String difference(ClockFact fact, JournalEntry entry) {
        EntryDetails details = EntryDetails.of(entry);
        String person = personOf(fact);
        if (person != null
                && !entry.actor().startsWith(SYSTEM)
                && !entry.actor().equals(person)) {
            return person + " ≠ " + entry.actor();
        }
        if (fact instanceof HardwareFaultDetected fault) {
            return different(fault.detectedAt().toString(), details.text("detectedAt"));
        }
        return Windows.of(fact).map(window -> difference(window, details)).orElse(null);
    }

    /** Entries of before say of most windows nothing; then there is nothing to compare. */
    private static String difference(ResponseWindow window, EntryDetails details) {
        String length = different(window.length().toString(), details.text("window"));
        if (length != null) {
            return length;
        }
        String table = details.text("windowDecision");
        String rule = details.text("windowRule");
        var decided = details.json().path("decided").path(0);
        String named = different(window.decisionVersion(), decided.path("table").asText(table));
        return named != null
                ? named
                : different(window.rule(), decided.path("rule").asText(rule));
    }

    private static String personOf(ClockFact fact) {
        if (fact instanceof Responded responded) {
            return responded.by();
        }
        return fact instanceof InformationRequested requested ? requested.by() : null;
    }

    static String different(String here, String journal) {
        return journal == null || Objects.equals(here, journal) ? null : here + " ≠ " + journal;
    }
}
