package com.leecyber.support.inspection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * What a proof says of itself, for people.
 *
 * @param header of the checkpoint that covers it, as it was signed; empty while none does
 * @param covered how many entries it covers
 * @param uncovered how many came after it
 */
record ProofView(String header, long covered, long uncovered) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String CHECKPOINT = "{\"checkpoint\":";

    static ProofView of(String proof) {
        JsonNode first = read(proof.lines().findFirst().orElse("{}"));
        String header = proof.lines()
                .filter(line -> line.startsWith(CHECKPOINT))
                .findFirst()
                .map(line -> read(line).path("checkpoint").asText().strip())
                .orElse("");
        long uncovered = first.path("uncovered").asLong();
        return new ProofView(header, first.path("entries").asLong() - uncovered, uncovered);
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A proof that is no JSON", e);
        }
    }
}
