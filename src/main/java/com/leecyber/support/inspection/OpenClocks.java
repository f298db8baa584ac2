package com.leecyber.support.inspection;

import com.leecyber.support.sla.ClockFact;
import com.leecyber.support.sla.Promise;
import com.leecyber.support.sla.PromiseKind;
import com.leecyber.support.sla.ResponseClock;
import com.leecyber.support.sla.ResponseClocks;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads the clocks of tickets whose figures are not computed yet, all of a page with one question. */
@Component
class OpenClocks {

    private final ResponseClocks clocks;
    private final Clock clock;

    OpenClocks(ResponseClocks clocks, Clock clock) {
        this.clocks = clocks;
        this.clock = clock;
    }

    List<FoundTicket> read(List<FoundTicket> page) {
        List<Long> unread = page.stream()
                .filter(ticket -> ticket.verdict() == null)
                .map(FoundTicket::id)
                .toList();
        Map<Long, List<ClockFact>> histories = unread.isEmpty() ? Map.of() : clocks.histories(unread);
        Instant now = clock.instant();
        return page.stream()
                .map(ticket -> histories.containsKey(ticket.id())
                        ? read(
                                ticket,
                                ResponseClock.read(histories.get(ticket.id()), now)
                                        .promises(),
                                now)
                        : ticket)
                .toList();
    }

    private static FoundTicket read(FoundTicket ticket, List<Promise> promises, Instant now) {
        String verdict = promises.stream()
                .filter(promise -> promise.kind() == PromiseKind.FIRST_RESPONSE)
                .findFirst()
                .map(promise -> promise.verdict().name())
                .orElse(null);
        List<String> broken = promises.stream()
                .filter(promise -> promise.isBrokenAt(now))
                .map(promise -> promise.kind().name())
                .distinct()
                .toList();
        return ticket.reads(verdict, broken);
    }
}
