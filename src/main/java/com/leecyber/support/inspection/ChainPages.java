package com.leecyber.support.inspection;

import com.leecyber.support.proof.JournalEntry;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows a chain of the journal, however long it is, by its key. */
@Component
class ChainPages {

    private static final int LENGTH = 100;

    private static final String STRETCH =
            "select ticket, sequence, recorded_at, actor, kind, clause, details, previous_hash,"
                    + " hash from journal where ticket = :chain and sequence >= :from order by sequence limit :length";

    private final JdbcClient database;
    private final EventSentences sentences;
    private final ActorNames actorNames;

    ChainPages(JdbcClient database, EventSentences sentences, ActorNames actorNames) {
        this.database = database;
        this.sentences = sentences;
        this.actorNames = actorNames;
    }

    /**
     * A stretch of a chain.
     *
     * @param check of the entries shown, and of how they follow the one before
     * @param earlier the sequence with which the stretch before begins, or null
     * @param later the sequence with which the next stretch begins, or null
     */
    record Page(String chain, List<Entry> entries, ChainCheck check, Integer earlier, Integer later) {}

    /** One entry in the reader's language. */
    record Entry(JournalEntry recorded, String sentence, String actor, List<ChainLinks.Link> chains) {}

    /**
     * The entries from a sequence on.
     *
     * @throws NoSuchStory when there are none
     */
    Page page(String chain, int from, Locale language) {
        int first = Math.max(1, from);
        List<JournalEntry> read = database.sql(STRETCH)
                .param("chain", chain)
                .param("from", first - 1)
                .param("length", LENGTH + 2)
                .query((row, index) -> new JournalEntry(
                        row.getString("ticket"),
                        row.getInt("sequence"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("kind"),
                        row.getString("clause"),
                        row.getString("details"),
                        row.getString("previous_hash"),
                        row.getString("hash")))
                .list();
        JournalEntry before = !read.isEmpty() && read.get(0).sequence() < first ? read.get(0) : null;
        List<JournalEntry> rest = before == null ? read : read.subList(1, read.size());
        if (rest.isEmpty()) {
            throw new NoSuchStory();
        }
        List<JournalEntry> shown = rest.subList(0, Math.min(LENGTH, rest.size()));
        Map<String, String> actors =
                actorNames.of(shown.stream().map(JournalEntry::actor).distinct().toList(), language);
        return new Page(
                chain,
                shown.stream()
                        .map(entry -> new Entry(
                                entry,
                                sentences.of(entry, language),
                                actors.get(entry.actor()),
                                ChainLinks.in(EntryDetails.of(entry), chain)))
                        .toList(),
                ChainCheck.of(before, shown),
                first > 1 ? Math.max(1, first - LENGTH) : null,
                rest.size() > LENGTH ? rest.get(LENGTH).sequence() : null);
    }
}
