package com.leecyber.support.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.proof.JournalEntry;
import com.leecyber.support.sla.ClockFact;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.TicketType;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which types a ticket has had (R4.1): only the last is on the ticket, the corrections are in the journal. */
@Component
class TypeHistory {

    private final Journal journal;
    private final ObjectMapper json;

    TypeHistory(Journal journal, ObjectMapper json) {
        this.journal = journal;
        this.json = json;
    }

    /** The type at registration, and what each correction made of it. */
    List<TicketType> of(Ticket ticket, List<ClockFact> facts) {
        if (facts.stream().noneMatch(ClockFact.WindowCorrected.class::isInstance)) {
            return List.of(ticket.type());
        }
        List<TicketType> types = new ArrayList<>();
        for (JournalEntry entry : journal.of(ticket.number())) {
            if (entry.kind().equals(EventKind.TYPE_CORRECTED.name())) {
                JsonNode details = details(entry);
                if (types.isEmpty()) {
                    types.add(type(details, "from"));
                }
                types.add(type(details, "to"));
            }
        }
        return types.isEmpty() ? List.of(ticket.type()) : types;
    }

    private JsonNode details(JournalEntry entry) {
        try {
            return json.readTree(entry.details());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Entry %d of %s is no JSON".formatted(entry.sequence(), entry.ticket()), e);
        }
    }

    private static TicketType type(JsonNode details, String which) {
        return TicketType.valueOf(details.get(which).asText());
    }
}
