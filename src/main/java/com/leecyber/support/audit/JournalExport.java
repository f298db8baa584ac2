package com.leecyber.support.audit;

import com.leecyber.support.proof.JournalEntry;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole journal, entry by entry: chain by chain, each in its order, all as of one moment, and never all in memory. */
@Service
public class JournalExport {

    private static final String ENTRIES =
            "select ticket, sequence, recorded_at, actor, kind, clause, details, previous_hash, hash from journal";
    private static final String ORDER = " order by ticket, sequence";
    private static final String TOUCHED =
            " where ticket in (select ticket from journal where recorded_at >= ?" + " and recorded_at < ?)";
    private static final int AT_ONCE = 1_000;

    private final JdbcTemplate cursor;
    private final TransactionTemplate snapshot;

    JournalExport(DataSource database, PlatformTransactionManager transactions) {
        cursor = new JdbcTemplate(database);
        cursor.setFetchSize(AT_ONCE);
        snapshot = snapshot(transactions);
    }

    /** Everything that is read in it is of one moment. */
    static TransactionTemplate snapshot(PlatformTransactionManager transactions) {
        TransactionTemplate snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return snapshot;
    }

    /** Every entry. */
    public void all(Consumer<JournalEntry> reader) {
        snapshot.executeWithoutResult(status -> cursor.query(ENTRIES + ORDER, each(reader)));
    }

    /**
     * Every entry of the chains that grew in a period, so that each chain is whole.
     *
     * @param from its first moment
     * @param to the first moment after it
     */
    public void touched(Instant from, Instant to, Consumer<JournalEntry> reader) {
        snapshot.executeWithoutResult(status ->
                cursor.query(ENTRIES + TOUCHED + ORDER, each(reader), Timestamp.from(from), Timestamp.from(to)));
    }

    private static RowCallbackHandler each(Consumer<JournalEntry> reader) {
        return row -> reader.accept(Journal.entry(row));
    }
}
