package com.leecyber.support.inspection;

import com.leecyber.support.customer.Customer;
import com.leecyber.support.proof.JournalEntry;
import com.leecyber.support.sla.ClockFact;
import com.leecyber.support.sla.ClockReading;
import com.leecyber.support.sla.Promise;
import com.leecyber.support.sla.PromiseKind;
import com.leecyber.support.ticket.SealedText;
import com.leecyber.support.ticket.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything about one ticket that each of its pages begins with.
 *
 * @param follows the number of the closed ticket that this one goes on from, or null
 */
record TicketFile(
        Ticket ticket,
        Customer customer,
        String follows,
        List<JournalEntry> journal,
        ChainCheck chain,
        List<ClockFact> facts,
        ClockReading clock) {

    public String number() {
        return ticket.number();
    }

    /** The first response (R3.2); null for a ticket without a clock. */
    public Promise firstResponse() {
        return clock.promises().stream()
                .filter(promise -> promise.kind() == PromiseKind.FIRST_RESPONSE)
                .findFirst()
                .orElse(null);
    }

    /** Whether the customer's request is still what the journal saw. */
    public SealedText.Verdict seal() {
        return SealedText.of(
                ticket,
                last("TICKET_REGISTERED").map(details -> details.text("digest")).orElse(null));
    }

    /** How long before its deadline the first response came, negative when late; null until it came. */
    public Duration margin() {
        Promise first = firstResponse();
        return first == null || first.owed() ? null : Duration.between(first.settledAt(), first.dueAt());
    }

    /** What the last entry of a kind says. */
    Optional<EntryDetails> last(String kind) {
        return journal.stream()
                .filter(entry -> entry.kind().equals(kind))
                .reduce((earlier, later) -> later)
                .map(EntryDetails::of);
    }

    /** The table and version that proposed the priority, such as {@code priority:3}; null before triage. */
    public RuleLink priorityRule() {
        return last("PRIORITY_SET")
                .flatMap(details -> RuleLink.of(details.text("decision"), details.text("rule")))
                .orElse(null);
    }

    /** The rule that set the window of the first response, as the clock keeps it. */
    public RuleLink windowRule() {
        Promise first = firstResponse();
        return first == null
                ? null
                : Windows.behind(first, facts)
                        .flatMap(window -> RuleLink.of(window.decisionVersion(), window.rule()))
                        .orElse(null);
    }

    /** The clause by which it was closed: that of the exclusion if there is one (R7.2); null while it is open. */
    public String closingClause() {
        return last("TICKET_RESOLVED")
                .map(details -> details.text("clause"))
                .or(() -> journal.stream()
                        .filter(entry -> entry.kind().equals("TICKET_CLOSED"))
                        .map(JournalEntry::clause)
                        .findFirst())
                .orElse(null);
    }

    /** The table and version that said what is excluded (R7.2), or null. */
    public RuleLink exclusionRule() {
        return last("TICKET_RESOLVED")
                .flatMap(details -> RuleLink.of(details.text("decision"), details.text("exclusion")))
                .orElse(null);
    }
}
