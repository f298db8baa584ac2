package com.leecyber.support.inspection;

import com.leecyber.support.ticket.Ticket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What else has a journal of its own and belongs to a ticket: incidents, works, tickets before and after, mails. */
@Component
@Transactional(readOnly = true)
class RelatedChains {

    // Each by an index of its own.
    private static final String RELATED = "select number from works where cause_ticket = :number"
            + " union all select incident from incident_ticket where ticket_id = :id"
            + " union all select 'MAIL-' || id from inbound_mail where ticket = :number and reason is not null limit 100";

    private final JdbcClient database;

    RelatedChains(JdbcClient database) {
        this.database = database;
    }

    List<ChainLinks.Link> of(TicketFile file) {
        Ticket ticket = file.ticket();
        Set<String> chains = new LinkedHashSet<>();
        if (file.follows() != null) {
            chains.add(file.follows());
        }
        chains.addAll(database.sql(RELATED)
                .param("number", ticket.number())
                .param("id", ticket.id())
                .query(String.class)
                .list());
        ticket.incident().ifPresent(chains::add);
        // Those that go on from it: its journal, which is read already, names them by their numbers.
        file.journal().stream()
                .map(entry -> EntryDetails.of(entry).text("followUp"))
                .filter(Objects::nonNull)
                .forEach(chains::add);
        return chains.stream().map(ChainLinks.Link::to).toList();
    }
}
