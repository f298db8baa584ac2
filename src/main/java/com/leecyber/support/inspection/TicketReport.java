package com.leecyber.support.inspection;

import com.leecyber.support.audit.Journal;
import com.leecyber.support.audit.Proofs;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.file.Pdf;
import com.leecyber.support.proof.JournalEntry;
import com.leecyber.support.sla.ResponseClocks;
import com.leecyber.support.ticket.PageTimes;
import com.leecyber.support.ticket.ServiceNames;
import com.leecyber.support.ticket.Ticket;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * One ticket's report to take away: what it was, whether it was answered in time, what happened, and what proves it.
 *
 * <p>The proof is attached as it is, not compressed, so that the verifier finds it in the file.
 */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class TicketReport {

    /** What the attached proof is called. */
    static final String PROOF = "proof.jsonl";

    private static final int LONGEST = 2000;

    private final Journal journal;
    private final Proofs proofs;
    private final Customers customers;
    private final ResponseClocks clocks;
    private final FirstResponse firstResponse;
    private final EventSentences sentences;
    private final ActorNames names;
    private final ServiceNames services;
    private final AuditTimes times;
    private final MessageSource messages;
    private final Clock clock;

    TicketReport(
            Journal journal,
            Proofs proofs,
            Customers customers,
            ResponseClocks clocks,
            FirstResponse firstResponse,
            EventSentences sentences,
            ActorNames names,
            ServiceNames services,
            AuditTimes times,
            MessageSource messages,
            Clock clock) {
        this.journal = journal;
        this.proofs = proofs;
        this.customers = customers;
        this.clocks = clocks;
        this.firstResponse = firstResponse;
        this.sentences = sentences;
        this.names = names;
        this.services = services;
        this.times = times;
        this.messages = messages;
        this.clock = clock;
    }

    /** The report as PDF. */
    byte[] of(Ticket ticket, Locale language) throws IOException {
        Words words = new Words(language);
        List<JournalEntry> entries = journal.of(ticket.number());
        String title = words.say("title", ticket.number());
        try (Pdf pdf = new Pdf(title, language)) {
            pdf.heading(title);
            pdf.small(words.say("made", words.moment(clock.instant())));
            head(pdf, ticket, entries, words);
            pdf.heading(words.say("response"));
            for (String line : firstResponse.told(
                    clocks.histories(List.of(ticket.id())).getOrDefault(ticket.id(), List.of()), language)) {
                pdf.text(line);
            }
            story(pdf, entries, words);
            proof(pdf, ticket.number(), entries, words);
            return pdf.finish(title);
        }
    }

    private void head(Pdf pdf, Ticket ticket, List<JournalEntry> entries, Words words) throws IOException {
        pdf.heading(words.say("facts"));
        String customer = customers
                .findById(ticket.customerId())
                .map(known -> known.name() + " (#" + ticket.customerId() + ")")
                .orElse("#" + ticket.customerId());
        pdf.fact(words.of("audit.search.customer"), customer);
        pdf.fact(words.say("subject"), ticket.subject());
        pdf.fact(words.of("audit.search.registered"), words.moment(ticket.registeredAt()));
        pdf.fact(
                words.of("audit.search.what"),
                String.join(
                        ", ",
                        words.of("TicketType." + ticket.type()),
                        words.of("Channel." + ticket.channel()),
                        services.of(ticket.service(), words.language)));
        pdf.fact(
                words.of("audit.search.priority"),
                last(entries, "PRIORITY_SET")
                        .map(set -> sentences.of(set, words.language))
                        .orElse("–"));
        pdf.fact(words.of("audit.search.state"), words.of("audit.status." + ticket.status()));
        if (ticket.closedAt().isPresent()) {
            pdf.fact(words.say("closed"), words.moment(ticket.closedAt().orElseThrow()));
            pdf.fact(
                    words.of("audit.search.reason"),
                    last(entries, "TICKET_RESOLVED")
                            .or(() -> last(entries, "TICKET_CLOSED"))
                            .map(end -> sentences.of(end, words.language))
                            .orElse("–"));
        }
    }

    private void story(Pdf pdf, List<JournalEntry> entries, Words words) throws IOException {
        pdf.heading(words.say("story", times.zone().getId()));
        Map<String, String> actors =
                names.of(entries.stream().map(JournalEntry::actor).toList(), words.language);
        for (JournalEntry entry : entries.subList(0, Math.min(LONGEST, entries.size()))) {
            pdf.fact(
                    entry.sequence() + ". " + words.times().toTheSecond(entry.recordedAt()),
                    sentences.of(entry, words.language) + " – " + actors.get(entry.actor())
                            + (entry.clause() == null ? "" : " [" + entry.clause() + "]"));
        }
        if (entries.size() > LONGEST) {
            pdf.text(words.say("rest", entries.size() - LONGEST));
        }
    }

    private void proof(Pdf pdf, String number, List<JournalEntry> entries, Words words) throws IOException {
        String proof = proofs.of(number);
        pdf.heading(words.say("proof"));
        pdf.text(journal.verify(number)
                .map(broken -> words.say("broken", broken))
                .orElseGet(() -> words.say("whole", entries.size())));
        if (!entries.isEmpty()) {
            pdf.fact(words.say("last-hash"), entries.get(entries.size() - 1).hash());
        }
        ProofView cover = ProofView.of(proof);
        if (cover.header().isEmpty()) {
            pdf.text(words.say("uncovered"));
        } else {
            pdf.text(words.say("covered", cover.covered(), cover.uncovered()));
            pdf.small(cover.header());
        }
        pdf.space();
        pdf.text(words.say("how", PROOF, number));
        pdf.attach(PROOF, "application/x-ndjson", proof);
    }

    private static Optional<JournalEntry> last(List<JournalEntry> entries, String kind) {
        return entries.stream().filter(entry -> entry.kind().equals(kind)).reduce((one, later) -> later);
    }

    /** The report's words in its language. */
    private final class Words {

        private final Locale language;

        Words(Locale language) {
            this.language = language;
        }

        String say(String key, Object... arguments) {
            return messages.getMessage("audit.export.pdf." + key, arguments, language);
        }

        String of(String key) {
            return messages.getMessage(key, null, language);
        }

        PageTimes times() {
            return TicketReport.this.times.in(language);
        }

        String moment(Instant moment) {
            return times().exactly(moment);
        }
    }
}
