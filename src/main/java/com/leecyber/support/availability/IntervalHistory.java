package com.leecyber.support.availability;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.proof.JournalEntry;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the journal says of an interval without service. */
@Component
class IntervalHistory {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Journal journal;

    IntervalHistory(Journal journal) {
        this.journal = journal;
    }

    /**
     * Something that happened to it.
     *
     * @param kind the journal's word for it
     * @param exclusion the code that it was excluded by, or null
     * @param why the words of whoever decided, or null
     * @param before its limits before a correction, or null
     * @param after its limits after a correction, or null
     */
    record Happening(
            Instant at,
            String actor,
            String kind,
            String clause,
            String exclusion,
            String why,
            Interval before,
            Interval after) {}

    /** In the order in which it happened. */
    List<Happening> of(Downtime downtime) {
        return journal.of(downtime.reference()).stream()
                .filter(entry -> entry.kind().startsWith("DOWNTIME_"))
                .filter(entry -> concerns(details(entry), downtime))
                .map(IntervalHistory::happening)
                .toList();
    }

    /** What tells of all intervals behind a reference names none. */
    private static boolean concerns(JsonNode details, Downtime downtime) {
        String service = downtime.service() == null ? Downtimes.PLATFORM : downtime.service();
        return !details.has("service") || details.get("service").asText().equals(service);
    }

    private static Happening happening(JournalEntry entry) {
        JsonNode details = details(entry);
        return new Happening(
                entry.recordedAt(),
                entry.actor(),
                entry.kind(),
                entry.clause(),
                details.path("exclusion").asText(null),
                details.path("why").asText(null),
                limits(details.path("before")),
                limits(details.path("after")));
    }

    private static Interval limits(JsonNode limits) {
        return limits.has("from") ? new Interval(moment(limits, "from"), moment(limits, "to")) : null;
    }

    private static Instant moment(JsonNode limits, String name) {
        return limits.has(name) ? Instant.parse(limits.get(name).asText()) : null;
    }

    private static JsonNode details(JournalEntry entry) {
        try {
            return JSON.readTree(entry.details());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The journal's details are no JSON", e);
        }
    }
}
