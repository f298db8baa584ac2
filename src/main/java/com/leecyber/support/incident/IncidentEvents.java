package com.leecyber.support.incident;

/** What an incident does to tickets, told in the same transaction to whoever listens. */
public final class IncidentEvents {

    private IncidentEvents() {}

    /** Whatever was being done with a ticket ends: it waits for an incident now. */
    public record TicketLinked(String number) {}

    /** A ticket's waiting for its incident is over: it was answered, or turned out to have another cause. */
    public record IncidentSettled(String number) {}
}
