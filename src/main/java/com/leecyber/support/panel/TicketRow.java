package com.leecyber.support.panel;

import com.leecyber.support.ticket.TicketStatus;
import java.time.Instant;

/**
 * One line of a customer's list.
 *
 * @param incident what the incident is called that it waits for; null when it waits for none
 * @param due when the next answer is due (R3.2); null when none is owed
 */
record TicketRow(
        String number,
        String subject,
        String type,
        String service,
        TicketStatus status,
        String statusLabel,
        String incident,
        Instant registeredAt,
        Instant due) {}
