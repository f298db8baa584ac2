package com.leecyber.support.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the journal itself keeps of its verifications, for all nodes and for good: who asked for one, and what it found. */
@Component
class VerificationEntries {

    static final String CHAIN = "PROOF";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final JdbcClient database;
    private final Journal journal;

    VerificationEntries(JdbcClient database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    private record Details(String by, VerificationReport report) {}

    /**
     * Records one that was finished.
     *
     * @param by whoever asked for it
     */
    void record(VerificationReport report, String by) {
        Actor.as(
                "verification",
                () -> journal.record(CHAIN, EventKind.JOURNAL_VERIFIED, null, Map.of("by", by, "report", report)));
    }

    /** The last one, on whichever node; empty when there was none, or when somebody made its entry unreadable. */
    Optional<VerificationReport> last() {
        return database.sql("select details from journal where ticket = :chain and kind = :kind"
                        + " order by sequence desc limit 1")
                .param("chain", CHAIN)
                .param("kind", EventKind.JOURNAL_VERIFIED.name())
                .query(String.class)
                .optional()
                .flatMap(VerificationEntries::report);
    }

    private static Optional<VerificationReport> report(String details) {
        try {
            return Optional.ofNullable(JSON.readValue(details, Details.class)).map(Details::report);
        } catch (JsonProcessingException tampered) {
            return Optional.empty();
        }
    }
}
