package com.leecyber.support.inspection;

import com.leecyber.support.inspection.Reconciled.Record;
import com.leecyber.support.inspection.Reconciled.Verdict;
import com.leecyber.support.inspection.Reconciliation.Thing;
import com.leecyber.support.inspection.SentMessages.SentMessage;
import com.leecyber.support.proof.JournalEntry;
import com.leecyber.support.ticket.Attachment;
import com.leecyber.support.ticket.Message;
import com.leecyber.support.ticket.SealedText;
import com.leecyber.support.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Holds the ticket's own row, its messages, files and notifications against the journal. */
final class TicketReconciliation {

    private static final Set<String> MESSAGES =
            Set.of("AGENT_REPLIED", "CUSTOMER_REPLIED", "NOTE_ADDED", "PRIORITY_SET");

    private static final String ALTERED = "SHA-256 ≠";

    private TicketReconciliation() {}

    /** The last that the journal says of type, priority and closing. */
    static List<Reconciled> ticket(TicketFile file) {
        Ticket ticket = file.ticket();
        List<Reconciled> lines = new ArrayList<>();
        lines.add(state(file, "registeredAt", ticket.registeredAt(), null, Set.of("TICKET_REGISTERED"), ""));
        Set<String> types = Set.of("TICKET_REGISTERED", "TYPE_CORRECTED");
        lines.add(state(file, "type", null, ticket.type().name(), types, "type", "to"));
        String priority = ticket.priority().map(Enum::name).orElse(null);
        lines.add(state(file, "priority", null, priority, Set.of("PRIORITY_SET"), "priority"));
        String reason = ticket.closedAt().isEmpty()
                ? null
                : ticket.closingReason().map(Enum::name).orElse("");
        lines.add(state(
                file, "closingReason", ticket.closedAt().orElse(null), reason, Set.of("TICKET_CLOSED"), "reason"));
        lines.add(text(file));
        lines.removeIf(Objects::isNull);
        return lines;
    }

    static List<Reconciled> messages(List<Message> messages, List<JournalEntry> journal) {
        return new Reconciliation<Message>(
                        Record.MESSAGE,
                        message ->
                                new Thing(message.kind() + " · " + message.id(), message.author(), message.writtenAt()),
                        (message, entry) -> MESSAGES.contains(entry.kind())
                                && EntryDetails.of(entry).number("message").equals(Optional.of(message.id())),
                        TicketReconciliation::difference)
                .of(
                        messages,
                        journal,
                        entry -> MESSAGES.contains(entry.kind())
                                && EntryDetails.of(entry).number("message").isPresent());
    }

    static List<Reconciled> files(List<Attachment> files, List<JournalEntry> journal) {
        return new Reconciliation<Attachment>(
                        Record.FILE,
                        file -> new Thing(file.name(), null, file.storedAt()),
                        (file, entry) -> file.key()
                                .toString()
                                .equals(EntryDetails.of(entry).text("file")),
                        (file, entry) -> ClockReconciliation.different(
                                file.sha256(), EntryDetails.of(entry).text("sha256")))
                .of(files, journal, entry -> entry.kind().equals("FILE_ATTACHED"));
    }

    static List<Reconciled> notifications(Collection<SentMessage> sent, List<JournalEntry> journal) {
        return new Reconciliation<SentMessage>(
                        Record.NOTIFICATION,
                        message -> new Thing(message.kind(), message.recipient(), message.queued()),
                        (message, entry) -> entry.kind().equals("NOTIFICATION_QUEUED")
                                && message.key().equals(EntryDetails.of(entry).text("key")),
                        (message, entry) -> null)
                .of(List.copyOf(sent), journal, entry -> entry.kind().equals("NOTIFICATION_QUEUED"));
    }

    private static String difference(Message message, JournalEntry entry) {
        EntryDetails details = EntryDetails.of(entry);
        boolean altered = SealedText.of(message, details.text("digest")) == SealedText.Verdict.ALTERED;
        return altered ? ALTERED : ClockReconciliation.different(message.kind().name(), details.text("kind"));
    }

    /** The customer's own words, by the digest that the journal keeps of them; nothing to compare when they were erased. */
    private static Reconciled text(TicketFile file) {
        JournalEntry first = file.journal().stream()
                .filter(entry -> entry.kind().equals("TICKET_REGISTERED"))
                .findFirst()
                .orElse(null);
        return switch (file.seal()) {
            case UNALTERED -> new Reconciled(Record.TICKET, "description", null, null, first, Verdict.AGREES, null);
            case ALTERED -> new Reconciled(Record.TICKET, "description", null, null, first, Verdict.DIFFERS, ALTERED);
            case ERASED, UNSEALED -> null;
        };
    }

    private static Reconciled state(
            TicketFile file, String what, Instant at, String value, Set<String> kinds, String... keys) {
        JournalEntry last = file.journal().stream()
                .filter(entry -> kinds.contains(entry.kind()))
                .reduce((earlier, later) -> later)
                .orElse(null);
        if (last == null && value == null && at == null) {
            return null;
        }
        String shown = value == null ? what : what + " = " + value;
        if (last == null) {
            return new Reconciled(Record.TICKET, shown, null, at, null, Verdict.NOT_IN_JOURNAL, null);
        }
        String difference = difference(at, value, last, keys);
        Verdict verdict = difference == null ? Verdict.AGREES : Verdict.DIFFERS;
        return new Reconciled(Record.TICKET, shown, null, at, last, verdict, difference);
    }

    private static String difference(Instant at, String value, JournalEntry last, String... keys) {
        EntryDetails details = EntryDetails.of(last);
        for (String key : keys) {
            String told = details.text(key);
            if (told != null) {
                String different = ClockReconciliation.different(value == null ? "–" : value, told);
                return different != null ? different : timeDifference(at, last);
            }
        }
        return timeDifference(at, last);
    }

    private static String timeDifference(Instant at, JournalEntry last) {
        return at == null || StepEntries.within(last.recordedAt(), at, at) ? null : at + " ≠ " + last.recordedAt();
    }
}
