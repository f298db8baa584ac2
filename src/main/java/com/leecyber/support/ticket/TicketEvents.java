package com.leecyber.support.ticket;

import java.time.Instant;

/** What happens to tickets, told in the same transaction to whoever listens. */
public final class TicketEvents {

    private TicketEvents() {}

    /** A request has a number (R5.1). */
    public record TicketRegistered(String number) {}

    /** The customer answered what the desk had asked. */
    public record CustomerAnswered(String number) {}

    /** The customer took the request back. */
    public record TicketWithdrawn(String number) {}

    /** The ticket is closed, for whatever reason (R5.4c). */
    public record TicketClosed(long id, String number) {}

    /** The release that a ticket waited for is out (R5.4c). */
    public record FixReleased(String number) {}

    /**
     * L2 found what only emergency works can mend (R6.2).
     *
     * @param detectedAt when that was noticed
     */
    public record EmergencyWorksNeeded(String number, Instant detectedAt) {}

    /** Priority, deadline or status changed: what shows them follows. */
    public record TicketChanged(String number) {}

    /** A person of the desk wrote to the customer. */
    public record AgentWrote(String number, long messageId, MessageKind kind) {}

    /** The customer wrote past the panel though the ticket lives there (R3.1.2). */
    public record CustomerWroteOutsidePanel(String number, long messageId) {}
}
