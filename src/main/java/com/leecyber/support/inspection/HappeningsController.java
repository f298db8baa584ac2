package com.leecyber.support.inspection;

import com.leecyber.support.audit.EventKind;
import com.leecyber.support.inspection.JournalSearch.Event;
import com.leecyber.support.proof.JournalEntry;
import com.leecyber.support.ticket.InvalidInput;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of what happened between two moments, whatever it happened to; a question is its address. */
@Controller
class HappeningsController {

    private static final int PAGE = 100;

    private final EventsReading reading;
    private final JournalSearch journal;
    private final EventSentences sentences;
    private final ActorNames names;
    private final Complaints complaints;
    private final AuditTimes times;

    HappeningsController(
            EventsReading reading,
            JournalSearch journal,
            EventSentences sentences,
            ActorNames names,
            Complaints complaints,
            AuditTimes times) {
        this.reading = reading;
        this.journal = journal;
        this.sentences = sentences;
        this.names = names;
        this.complaints = complaints;
        this.times = times;
    }

    /** A line of the page. */
    record Line(JournalEntry entry, String sentence, String actor, String link) {}

    /**
     * What happened, in the order of time.
     *
     * @param after the place of the last entry on the page before
     * @param before the place of the first entry on the page after; goes first
     */
    @GetMapping("/audit/events")
    String events(
            TypedEvents asked,
            @RequestParam(required = false) Long after,
            @RequestParam(required = false) Long before,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        TypedEvents typed = reading.begun(asked);
        model.addAttribute("typed", typed);
        model.addAttribute("kinds", EventKind.values());
        model.addAttribute("clauses", Clauses.ALL);
        model.addAttribute("times", times.in(locale));
        model.addAttribute("zone", times.zone().getId());
        model.addAttribute("complaints", Map.of());
        try {
            EventCriteria criteria = reading.read(typed);
            List<Event> found = before == null
                    ? journal.after(criteria, after, PAGE + 1)
                    : journal.before(criteria, before, PAGE + 1);
            boolean more = found.size() > PAGE;
            List<Event> shown = more ? (before == null ? found.subList(0, PAGE) : found.subList(1, PAGE + 1)) : found;
            boolean earlier = before == null ? after != null : more;
            boolean later = before != null || more;
            model.addAttribute("lines", lines(shown, locale));
            model.addAttribute(
                    "earlier", earlier && !shown.isEmpty() ? shown.get(0).id() : null);
            model.addAttribute(
                    "later",
                    later && !shown.isEmpty() ? shown.get(shown.size() - 1).id() : null);
        } catch (InvalidInput wrong) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("complaints", complaints.of(wrong, locale));
        }
        return "audit/events";
    }

    private List<Line> lines(List<Event> events, Locale language) {
        Map<String, String> actors =
                names.of(events.stream().map(event -> event.entry().actor()).toList(), language);
        return events.stream()
                .map(Event::entry)
                .map(entry -> new Line(
                        entry, sentences.of(entry, language), actors.get(entry.actor()), ChainLink.of(entry.ticket())))
                .toList();
    }
}
