package com.leecyber.support.inspection;

import com.leecyber.support.file.Csv;
import com.leecyber.support.inspection.Criteria.Stretch;
import com.leecyber.support.inspection.Exports.Kind;
import com.leecyber.support.inspection.Exports.Lines;
import com.leecyber.support.inspection.Exports.TooMany;
import com.leecyber.support.inspection.Exports.View;
import com.leecyber.support.proof.JournalEntry;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.Tickets;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What auditors take away: the tickets of a search, what happened, the journal of one ticket. */
@Controller
class ExportController {

    private static final List<String> ENTRY = List.of(
            "chain",
            "sequence",
            "recorded_at",
            "actor",
            "kind",
            "clause",
            "sentence",
            "details",
            "previous_hash",
            "hash");

    private final Exports exports;
    private final SearchReading searches;
    private final EventsReading questions;
    private final TicketRows ticketRows;
    private final JournalRows journalRows;
    private final EventSentences sentences;
    private final Tickets tickets;
    private final TicketReport report;
    private final MessageSource messages;

    ExportController(
            Exports exports,
            SearchReading searches,
            EventsReading questions,
            TicketRows ticketRows,
            JournalRows journalRows,
            EventSentences sentences,
            Tickets tickets,
            TicketReport report,
            MessageSource messages) {
        this.exports = exports;
        this.searches = searches;
        this.questions = questions;
        this.ticketRows = ticketRows;
        this.journalRows = journalRows;
        this.sentences = sentences;
        this.tickets = tickets;
        this.report = report;
        this.messages = messages;
    }

    /** The tickets of a search, as a table. */
    @GetMapping("/audit/tickets.csv")
    void ticketsAsTable(
            TypedSearch typed,
            @RequestParam(defaultValue = "") String export,
            Principal reader,
            HttpServletResponse response)
            throws IOException {
        Criteria criteria = searches.read(typed);
        exports.write(
                Kind.CSV,
                "tickets",
                reader.getName(),
                export,
                () -> ticketRows.count(criteria),
                Csv.BYTE_ORDER_MARK + Csv.line(TicketRows.COLUMNS.toArray()),
                lines -> ticketRows.values(criteria, values -> lines.add(Csv.line(values.toArray()))),
                response);
    }

    /** The tickets of a search, to the letter. */
    @GetMapping("/audit/tickets.jsonl")
    void ticketsAsLines(
            TypedSearch typed,
            @RequestParam(defaultValue = "") String export,
            Principal reader,
            HttpServletResponse response)
            throws IOException {
        Criteria criteria = searches.read(typed);
        exports.write(
                Kind.JSON_LINES,
                "tickets",
                reader.getName(),
                export,
                () -> ticketRows.count(criteria),
                "",
                lines -> ticketRows.json(criteria, json -> lines.add(json + "\n")),
                response);
    }

    /** What happened, as a table. */
    @GetMapping("/audit/events.csv")
    void eventsAsTable(
            TypedEvents typed,
            @RequestParam(defaultValue = "") String export,
            Locale locale,
            Principal reader,
            HttpServletResponse response)
            throws IOException {
        EventCriteria criteria = questions.read(questions.begun(typed));
        table("events", criteria, export, locale, reader, response);
    }

    /** What happened, as the lines that are sealed. */
    @GetMapping("/audit/events.jsonl")
    void eventsAsLines(
            TypedEvents typed,
            @RequestParam(defaultValue = "") String export,
            Principal reader,
            HttpServletResponse response)
            throws IOException {
        lines("events", questions.read(questions.begun(typed)), export, reader, response);
    }

    /** The journal of one ticket, as a table. */
    @GetMapping("/audit/tickets/{number}/journal.csv")
    void journalAsTable(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String export,
            Locale locale,
            Principal reader,
            HttpServletResponse response)
            throws IOException {
        table(known(number), chain(number), export, locale, reader, response);
    }

    /** The journal of one ticket, as the lines that are sealed: what the verifier reads. */
    @GetMapping("/audit/tickets/{number}/journal.jsonl")
    void journalAsLines(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String export,
            Principal reader,
            HttpServletResponse response)
            throws IOException {
        lines(known(number), chain(number), export, reader, response);
    }

    /** One ticket's report, with the proof to check offline. */
    @GetMapping("/audit/tickets/{number}/report.pdf")
    ResponseEntity<byte[]> report(@PathVariable String number, Locale locale) throws IOException {
        Ticket ticket = tickets.find(number).orElseThrow(NoSuchTicket::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "attachment; filename=\"" + ticket.number() + ".pdf\"")
                .header("Cache-Control", "no-store")
                .body(report.of(ticket, locale));
    }

    /** How far a download is, for the page that it was asked for on. */
    @GetMapping(path = "/audit/exports/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<View> progress(@PathVariable String name, Principal reader) {
        return ResponseEntity.of(exports.find(reader.getName(), name));
    }

    private void table(
            String file,
            EventCriteria criteria,
            String export,
            Locale locale,
            Principal reader,
            HttpServletResponse response)
            throws IOException {
        exports.write(
                Kind.CSV,
                file,
                reader.getName(),
                export,
                () -> journalRows.count(criteria),
                Csv.BYTE_ORDER_MARK + Csv.line(ENTRY.toArray()),
                entries(criteria, entry -> row(entry, locale)),
                response);
    }

    private void lines(
            String file, EventCriteria criteria, String export, Principal reader, HttpServletResponse response)
            throws IOException {
        exports.write(
                Kind.JSON_LINES,
                file,
                reader.getName(),
                export,
                () -> journalRows.count(criteria),
                "",
                entries(criteria, entry -> entry.line() + "\n"),
                response);
    }

    private Consumer<Lines> entries(EventCriteria criteria, Function<JournalEntry, String> form) {
        return lines -> journalRows.read(criteria, entry -> lines.add(form.apply(entry)));
    }

    private String row(JournalEntry entry, Locale locale) {
        return Csv.line(
                entry.ticket(),
                entry.sequence(),
                entry.recordedAt(),
                entry.actor(),
                entry.kind(),
                entry.clause(),
                sentences.of(entry, locale),
                entry.details(),
                entry.previousHash(),
                entry.hash());
    }

    private String known(String number) {
        return tickets.find(number).orElseThrow(NoSuchTicket::new).number();
    }

    private static EventCriteria chain(String number) {
        return new EventCriteria(Stretch.ALWAYS, null, null, null, number);
    }

    /** There is no ticket with that number. */
    static final class NoSuchTicket extends RuntimeException {}

    @ExceptionHandler
    void missing(NoSuchTicket missing, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    /** Whoever follows an old or a wrong link is told what is wrong with it, not given an empty file. */
    @ExceptionHandler
    ResponseEntity<String> refused(InvalidInput wrong, Locale locale) {
        return said(
                HttpStatus.BAD_REQUEST,
                wrong.errors().stream()
                        .map(error -> error.field() + ": "
                                + messages.getMessage(error.messageKey(), error.arguments(), locale))
                        .reduce("", (all, one) -> all + one + "\n"));
    }

    @ExceptionHandler
    ResponseEntity<String> refused(TooMany busy, Locale locale) {
        return said(HttpStatus.SERVICE_UNAVAILABLE, messages.getMessage("audit.export.error.busy", null, locale));
    }

    private static ResponseEntity<String> said(HttpStatus status, String text) {
        return ResponseEntity.status(status)
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .body(text);
    }
}
