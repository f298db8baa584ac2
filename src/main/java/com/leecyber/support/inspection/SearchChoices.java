package com.leecyber.support.inspection;

import com.leecyber.support.sla.PromiseKind;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.ClosingReason;
import com.leecyber.support.ticket.Priority;
import com.leecyber.support.ticket.TicketType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the search's form lets its reader choose from. */
record SearchChoices(
        List<String> states,
        List<TicketType> types,
        List<Channel> channels,
        List<Priority> priorities,
        List<String> breaches,
        List<ClosingReason> reasons,
        List<String> clauses) {

    static final SearchChoices ALL = new SearchChoices(
            List.of("open", "closed"),
            List.of(TicketType.values()),
            List.of(Channel.values()),
            List.of(Priority.values()),
            Stream.concat(
                            Stream.of("any", "none"),
                            Arrays.stream(PromiseKind.values()).map(Enum::name))
                    .toList(),
            List.of(ClosingReason.values()),
            Clauses.ALL);
}
