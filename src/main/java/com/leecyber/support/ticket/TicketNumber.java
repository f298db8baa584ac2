package com.leecyber.support.ticket;

/** The form of a ticket's number: {@code SD-2026-000123} (R5.1). */
final class TicketNumber {

    private TicketNumber() {}

    static String of(int year, long sequence) {
        return "SD-%d-%06d".formatted(year, sequence);
    }
}
