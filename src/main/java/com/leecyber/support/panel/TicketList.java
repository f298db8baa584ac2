package com.leecyber.support.panel;

import com.leecyber.support.incident.Incident;
import com.leecyber.support.incident.Incidents;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.TicketStatus;
import com.leecyber.support.ticket.Tickets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Reads a customer's list page by page, newest first. */
@Component
class TicketList {

    private static final int PAGE = 20;

    private final Tickets tickets;
    private final OwnTicket own;
    private final Incidents incidents;
    private final Labels labels;

    TicketList(Tickets tickets, OwnTicket own, Incidents incidents, Labels labels) {
        this.tickets = tickets;
        this.own = own;
        this.incidents = incidents;
        this.labels = labels;
    }

    /** Which tickets are shown. */
    enum Show {
        OPEN(status -> !status.isOver()),
        CLOSED(TicketStatus::isOver),
        ALL(status -> true);

        private final Set<TicketStatus> states;

        Show(Predicate<TicketStatus> shown) {
            states = EnumSet.copyOf(
                    Arrays.stream(TicketStatus.values()).filter(shown).collect(Collectors.toSet()));
        }

        /** By its name in an address; whatever is none means those that are open. */
        static Show of(String name) {
            return Arrays.stream(values())
                    .filter(show -> show.code().equals(name))
                    .findFirst()
                    .orElse(OPEN);
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A part of the list.
     *
     * @param next the number to go on from, or null at the end
     */
    record Page(List<TicketRow> rows, String next) {}

    /**
     * The part behind a ticket, or the first.
     *
     * @throws Missing when that ticket is not the customer's
     */
    Page read(long customerId, Show show, String before) {
        long place =
                before == null ? Long.MAX_VALUE : own.get(customerId, before).id();
        List<Ticket> found = tickets.findByCustomerIdAndStatusInAndIdLessThanOrderByIdDesc(
                customerId, show.states, place, Limit.of(PAGE + 1));
        List<Ticket> page = found.subList(0, Math.min(PAGE, found.size()));
        Map<String, String> causes = causes(page);
        return new Page(
                page.stream().map(ticket -> row(ticket, causes)).toList(),
                found.size() > PAGE ? page.get(PAGE - 1).number() : null);
    }

    /** What the incidents are called that these tickets wait for, by number. */
    private Map<String, String> causes(List<Ticket> page) {
        List<String> numbers = page.stream()
                .filter(ticket -> ticket.status() == TicketStatus.WAITING_FOR_INCIDENT)
                .flatMap(ticket -> ticket.incident().stream())
                .distinct()
                .toList();
        return incidents.withNumbers(numbers).stream()
                .collect(Collectors.toMap(Incident::number, incident -> incident.title(labels.language())));
    }

    private TicketRow row(Ticket ticket, Map<String, String> causes) {
        return new TicketRow(
                ticket.number(),
                ticket.subject(),
                labels.of(ticket.type()),
                labels.service(ticket),
                ticket.status(),
                labels.of(ticket.status()),
                ticket.incident().map(causes::get).orElse(null),
                ticket.registeredAt(),
                ticket.responseDueAt().orElse(null));
    }
}
