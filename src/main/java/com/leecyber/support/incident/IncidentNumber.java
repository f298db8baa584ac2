package com.leecyber.support.incident;

/** The form of an incident's number: {@code MI-2026-000001}. */
final class IncidentNumber {

    private IncidentNumber() {}

    static String of(int year, long sequence) {
        return "MI-%d-%06d".formatted(year, sequence);
    }
}
