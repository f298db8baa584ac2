package com.leecyber.support.incident;

import com.leecyber.support.incident.LinkedTicket.State;
import com.leecyber.support.incident.SimilarTickets.Similar;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.ServiceNames;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of incidents show, to whom. */
@Component
class IncidentPages {

    private static final int SHOWN = 50;
    private static final List<String> RESPONDERS = List.of("ROLE_L2", "ROLE_SHIFT_LEAD");

    private final Incidents incidents;
    private final LinkedTickets links;
    private final SimilarTickets similar;
    private final IncidentOverview overview;
    private final ServiceNames services;
    private final MessageSource messages;
    private final ZoneId zone;

    IncidentPages(
            Incidents incidents,
            LinkedTickets links,
            SimilarTickets similar,
            IncidentOverview overview,
            ServiceNames services,
            MessageSource messages,
            @Value("${support.notifications.zone:Europe/Moscow}") ZoneId zone) {
        this.incidents = incidents;
        this.links = links;
        this.similar = similar;
        this.overview = overview;
        this.services = services;
        this.messages = messages;
        this.zone = zone;
    }

    /** How far its tickets have come. */
    record Progress(long linking, long linked, long answered, long left) {

        static Progress of(Map<State, Long> counts) {
            return new Progress(
                    counts.getOrDefault(State.LINKING, 0L),
                    counts.getOrDefault(State.LINKED, 0L),
                    counts.getOrDefault(State.ANSWERED, 0L),
                    counts.getOrDefault(State.LEFT, 0L));
        }

        public long waiting() {
            return linking + linked;
        }

        public long all() {
            return waiting() + answered;
        }
    }

    /** A line of the list. */
    record Line(Incident incident, String title, String services, Progress progress) {}

    /**
     * One incident.
     *
     * @param acts whether the reader may decide something about it now
     * @param alike the number of tickets that look like it
     * @param next the id to go on from in the list of its tickets, or null at its end
     */
    record Page(
            Incident incident,
            String title,
            String services,
            Progress progress,
            List<Incident.Update> updates,
            List<IncidentOverview.Trouble> troubles,
            List<IncidentOverview.Said> said,
            List<IncidentOverview.Row> tickets,
            Long next,
            boolean acts,
            long alike,
            List<Similar> similar) {}

    LocalTimes times(Locale language) {
        return new LocalTimes(zone, language);
    }

    Line line(Incident incident, Locale language) {
        return new Line(
                incident,
                incident.title(language),
                services.of(incident.services(), language),
                Progress.of(links.counts(incident.number())));
    }

    Page page(String number, long before, Locale language, Authentication reader) {
        Incident incident = incidents.get(number);
        boolean acts = incident.isOpen() && mayAct(reader);
        List<IncidentOverview.Row> found = overview.tickets(number, before, SHOWN + 1);
        boolean more = found.size() > SHOWN;
        List<IncidentOverview.Row> shown = more ? found.subList(0, SHOWN) : found;
        return new Page(
                incident,
                incident.title(language),
                services.of(incident.services(), language),
                Progress.of(links.counts(number)),
                incidents.updates(number),
                overview.troubles(number, SHOWN),
                overview.said(number, SHOWN),
                shown,
                more ? shown.get(SHOWN - 1).id() : null,
                acts,
                acts ? similar.count(incident) : 0,
                acts ? similar.of(incident, SHOWN) : List.of());
    }

    /** What every page has. */
    void addFrame(Model model, Locale language) {
        model.addAttribute("times", times(language));
        model.addAttribute("complaints", Map.of());
    }

    /** Says what is wrong, at each field, in the reader's language. */
    void complain(InvalidInput refused, Model model, Locale language, HttpServletResponse answer) {
        Map<String, String> complaints = new LinkedHashMap<>();
        refused.errors()
                .forEach(error -> complaints.putIfAbsent(
                        error.field(), messages.getMessage(error.messageKey(), error.arguments(), language)));
        answer.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("complaints", complaints);
    }

    static String at(String number, Locale language) {
        return "redirect:/incidents/" + number + "?lang=" + language.getLanguage();
    }

    static boolean mayAct(Authentication reader) {
        return reader.getAuthorities().stream().anyMatch(role -> RESPONDERS.contains(role.getAuthority()));
    }
}
