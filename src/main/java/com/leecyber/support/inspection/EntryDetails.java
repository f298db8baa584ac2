package com.leecyber.support.inspection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.leecyber.support.proof.JournalEntry;
import java.util.Optional;

/** What else an entry says, read; an entry whose details were tampered with says nothing. */
record EntryDetails(JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static EntryDetails of(JournalEntry entry) {
        try {
            JsonNode read = JSON.readTree(entry.details());
            return new EntryDetails(read == null ? MissingNode.getInstance() : read);
        } catch (JsonProcessingException tampered) {
            return new EntryDetails(MissingNode.getInstance());
        }
    }

    /** A text or number as text; null when the entry does not say it. */
    String text(String name) {
        JsonNode value = json.path(name);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    Optional<Long> number(String name) {
        JsonNode value = json.path(name);
        return value.canConvertToLong() ? Optional.of(value.asLong()) : Optional.empty();
    }

    /** The place at which the process stood when the entry was written; empty in entries of before and of people's own. */
    Optional<Place> place() {
        JsonNode step = json.path("step");
        return Place.of(step.path("diagram").asText(""), step.path("element").asText(""));
    }
}
