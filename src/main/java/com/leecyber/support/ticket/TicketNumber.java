package com.leecyber.support.ticket;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of a ticket's number: {@code SD-2026-000123} (R5.1). */
final class TicketNumber {

    private TicketNumber() {}

    private static final Pattern FORM = Pattern.compile("SD-\\d{4}-(\\d{6,18})");

    /** The ticket's id, which its number carries; empty when this is no number at all. */
    static Optional<Long> idOf(String number) {
        Matcher matcher = FORM.matcher(number);
        return matcher.matches() ? Optional.of(Long.parseLong(matcher.group(1))) : Optional.empty();
    }

    static String of(int year, long sequence) {
        return "SD-%d-%06d".formatted(year, sequence);
    }
}
