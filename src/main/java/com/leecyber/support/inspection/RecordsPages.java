package com.leecyber.support.inspection;

import com.leecyber.support.inspection.EngineHistory.Fact;
import com.leecyber.support.inspection.EngineHistory.Operation;
import com.leecyber.support.inspection.EngineHistory.Run;
import com.leecyber.support.inspection.SentMessages.SentMessage;
import com.leecyber.support.proof.JournalEntry;
import com.leecyber.support.ticket.Attachments;
import com.leecyber.support.ticket.Conversation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The raw records beside the journal, with a verdict for each line. */
@Component
class RecordsPages {

    private final EngineHistory history;
    private final Notices notices;
    private final SentMessages sentMessages;
    private final Conversation conversation;
    private final Attachments attachments;

    RecordsPages(
            EngineHistory history,
            Notices notices,
            SentMessages sentMessages,
            Conversation conversation,
            Attachments attachments) {
        this.history = history;
        this.notices = notices;
        this.sentMessages = sentMessages;
        this.conversation = conversation;
        this.attachments = attachments;
    }

    /**
     * What the page shows.
     *
     * @param gone whether the engine remembers nothing any more
     */
    record Page(
            List<Reconciled> lines,
            boolean gone,
            List<Run> runs,
            List<Operation> operations,
            List<Fact> facts,
            List<JournalEntry> journal) {

        public long agreeing() {
            return lines.stream().filter(line -> !line.verdict().isSuspicious()).count();
        }

        public List<Reconciled> suspicious() {
            return lines.stream().filter(line -> line.verdict().isSuspicious()).toList();
        }
    }

    Page page(TicketFile file) {
        List<JournalEntry> journal = file.journal();
        List<Run> runs = history.runs(file.number());
        Map<String, SentMessage> sent = sentMessages.about(
                file.number(),
                journal.stream()
                        .map(entry -> EntryDetails.of(entry).text("key"))
                        .filter(Objects::nonNull)
                        .toList());
        List<Reconciled> lines = new ArrayList<>(TicketReconciliation.ticket(file));
        lines.addAll(EngineReconciliation.of(runs, journal));
        lines.addAll(ClockReconciliation.facts(file.facts(), journal));
        lines.addAll(ClockReconciliation.notices(notices.of(file.ticket().id()), journal));
        lines.addAll(TicketReconciliation.messages(conversation.of(file.ticket()), journal));
        lines.addAll(TicketReconciliation.files(attachments.of(file.ticket()), journal));
        lines.addAll(TicketReconciliation.notifications(sent.values(), journal));
        return new Page(
                lines, runs.isEmpty(), runs, history.operations(file.number()), history.facts(file.number()), journal);
    }
}
