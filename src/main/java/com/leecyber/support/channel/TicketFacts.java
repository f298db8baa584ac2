package com.leecyber.support.channel;

import com.leecyber.support.ticket.ClosingReason;
import com.leecyber.support.ticket.Priority;
import com.leecyber.support.ticket.TicketStatus;
import com.leecyber.support.ticket.TicketType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * What a customer can always know about a ticket.
 *
 * @param priority null until the desk has decided (R4.2)
 * @param responseDueAt when the next answer is due (R3.2); null when none is owed
 */
record TicketFacts(
        @Schema(example = "SD-2026-000123") String number,
        TicketType type,
        String typeLabel,
        String service,
        String serviceLabel,
        String subject,
        TicketStatus status,
        String statusLabel,
        Priority priority,
        Instant registeredAt,
        Instant responseDueAt,
        ClosingReason closingReason,
        Instant closedAt) {}
