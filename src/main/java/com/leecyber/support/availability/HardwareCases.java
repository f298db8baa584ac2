package com.leecyber.support.availability;

import com.leecyber.support.sla.Promise;
import com.leecyber.support.sla.ResponseClocks;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.Tickets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The hardware guarantee's cases: 12 hours from the detection of a fault to its repair (R5.4b). */
@Component
class HardwareCases {

    private final ResponseClocks clocks;
    private final Tickets tickets;

    HardwareCases(ResponseClocks clocks, Tickets tickets) {
        this.clocks = clocks;
        this.tickets = tickets;
    }

    /** Every fault that was detected within that period, in the order of the detection. */
    List<HardwareCase> within(Interval period) {
        Map<Long, List<Promise>> repairs = clocks.repairs(period.from(), period.to());
        Map<Long, String> numbers =
                tickets.findByIdIn(repairs.keySet()).stream().collect(Collectors.toMap(Ticket::id, Ticket::number));
        return repairs.entrySet().stream()
                .flatMap(ticket ->
                        ticket.getValue().stream().map(repair -> HardwareCase.of(numbers.get(ticket.getKey()), repair)))
                .sorted(Comparator.comparing(HardwareCase::detectedAt))
                .toList();
    }
}
