package com.leecyber.support.ticket;

import com.leecyber.support.audit.Decided;
import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.customer.LicenceVerdict;
import com.leecyber.support.customer.Licensing;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether a registered request is owed support (R1.4). */
@Service
public class Admission {

    private final Tickets tickets;
    private final Licensing licensing;
    private final Journal journal;

    Admission(Tickets tickets, Licensing licensing, Journal journal) {
        this.tickets = tickets;
        this.licensing = licensing;
        this.journal = journal;
    }

    /** Decides by the licence that the customer had at the moment of registration. */
    @Transactional
    public boolean check(String number) {
        Ticket ticket = tickets.lock(number);
        LicenceVerdict verdict = licensing.check(ticket.customerId(), ticket.registeredAt());
        journal.record(
                number,
                EventKind.LICENCE_CHECKED,
                verdict.clause(),
                Map.of(
                        "valid",
                        verdict.valid(),
                        "rule",
                        verdict.rule(),
                        "decision",
                        verdict.decisionVersion(),
                        Decided.KEY,
                        List.of(verdict.decided())));
        return verdict.valid();
    }
}
