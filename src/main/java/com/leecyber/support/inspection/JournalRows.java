package com.leecyber.support.inspection;

import com.leecyber.support.proof.JournalEntry;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Every entry of the journal that is asked for, one by one and in constant memory. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class JournalRows {

    private final JdbcClient database;

    JournalRows(DataSource database) {
        this.database = Cursor.over(database);
    }

    /** How many they are, which takes a moment when they are many. */
    long count(EventCriteria criteria) {
        Conditions conditions = criteria.conditions();
        return database.sql("select count(*) from journal" + conditions.where())
                .params(conditions.parameters())
                .query(Long.class)
                .single();
    }

    /** Those of one chain in their own order, of several in the order of time. */
    void read(EventCriteria criteria, Consumer<JournalEntry> reader) {
        Conditions conditions = criteria.conditions();
        String order = criteria.chain() == null ? " order by recorded_at, id" : " order by sequence";
        database.sql("select ticket, sequence, recorded_at, actor, kind, clause, details, previous_hash, hash"
                        + " from journal" + conditions.where() + order)
                .params(conditions.parameters())
                .query(row -> {
                    reader.accept(JournalSearch.entry(row));
                });
    }
}
