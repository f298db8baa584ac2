package com.leecyber.support.triage;

import com.leecyber.support.ticket.Impact;
import com.leecyber.support.ticket.TicketType;

/** The decision table {@code priority}: one rule for every criterion of R4.2. */
public interface PriorityRules {

    /** What the table proposes for these facts; L1 confirms it or overrides it with a reason. */
    PriorityProposal propose(TicketType type, Impact impact);
}
