package com.leecyber.support.desk;

import com.leecyber.support.ticket.Impact;
import java.time.Instant;
import java.util.List;

/** Everything that an agent needs to decide, on one screen; names are in the agent's language. */
record TicketCard(
        Task task,
        Facts ticket,
        List<Line> conversation,
        List<File> files,
        ClockFace clock,
        Proposal proposal,
        List<Instruction> instructions,
        List<Resemblance> incidents,
        Choices choices) {

    record Task(String id, String name, String step) {}

    record Facts(
            String number,
            String type,
            String typeLabel,
            String service,
            String serviceLabel,
            String channel,
            String channelLabel,
            String status,
            String statusLabel,
            String priority,
            String priorityRule,
            String priorityReason,
            String subject,
            String description,
            String quoted,
            String steps,
            String expected,
            String actual,
            Instant registeredAt,
            String follows,
            Customer customer) {}

    record Customer(String name, String email, String language, Instant licensedUntil) {}

    record Line(
            Instant at,
            String author,
            String authorKind,
            String kind,
            String kindLabel,
            boolean internal,
            String channel,
            String text,
            String quoted,
            boolean outsidePanel) {}

    record File(String key, String name, long size, String type, String href) {}

    record ClockFace(Instant now, PromiseFace next, List<PromiseFace> promises, List<Span> explanation) {}

    record PromiseFace(
            String kind,
            String label,
            Instant startedAt,
            Instant warnAt,
            Instant dueAt,
            String verdict,
            String verdictLabel,
            Instant settledAt,
            String clause) {}

    record Span(Instant from, Instant to, String reason, String clause) {}

    record Proposal(String priority, String rule, String clause, String criterion, String version, Impact facts) {}

    record Instruction(String id, String title, List<String> steps) {}

    /** An incident that goes on and that this ticket looks like: why, in the agent's language. */
    record Resemblance(String number, String title, Instant since, List<String> why) {}

    record Choices(
            List<Choice> types,
            List<Choice> affected,
            List<Choice> scopes,
            List<Choice> effects,
            List<Choice> priorities,
            List<Choice> exclusions,
            List<Choice> incidents) {}

    record Choice(String value, String label, String clause) {}
}
