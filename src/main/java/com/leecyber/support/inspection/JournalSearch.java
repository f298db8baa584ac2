package com.leecyber.support.inspection;

import com.leecyber.support.proof.JournalEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds what happened, over all chains of the journal, in the order of time. */
@Component
@Transactional(readOnly = true)
class JournalSearch {

    private static final String PLAN = "select set_config('plan_cache_mode', 'force_custom_plan', true)";
    private static final String COLUMNS =
            "id, ticket, sequence, recorded_at, actor, kind, clause, details, previous_hash, hash";

    private final JdbcClient database;

    JournalSearch(JdbcClient database) {
        this.database = database;
    }

    /** An entry and its place among all. */
    record Event(long id, JournalEntry entry) {}

    /** The entries from the beginning, or after another. */
    List<Event> after(EventCriteria criteria, Long id, int most) {
        return find(criteria, id, ">", "", most);
    }

    /** The entries before another, in the order of time. */
    List<Event> before(EventCriteria criteria, long id, int most) {
        List<Event> found = find(criteria, id, "<", " desc", most);
        Collections.reverse(found);
        return found;
    }

    private List<Event> find(EventCriteria criteria, Long id, String beyond, String direction, int most) {
        Conditions conditions = criteria.conditions();
        Optional<OffsetDateTime> place = id == null ? Optional.empty() : recorded(id);
        Map<String, Object> parameters = new LinkedHashMap<>(conditions.parameters());
        parameters.put("most", most);
        place.ifPresent(recorded -> {
            conditions.and("(recorded_at, id) " + beyond + " (:placeTime, :place)");
            parameters.putAll(Map.of("placeTime", recorded, "place", id));
        });
        database.sql(PLAN).query(String.class).single();
        return database.sql("select " + COLUMNS + " from journal" + conditions.where() + " order by recorded_at"
                        + direction + ", id" + direction + " limit :most")
                .params(parameters)
                .query((row, line) -> new Event(row.getLong("id"), entry(row)))
                .list();
    }

    private Optional<OffsetDateTime> recorded(long id) {
        return database.sql("select recorded_at from journal where id = :id")
                .param("id", id)
                .query(OffsetDateTime.class)
                .optional();
    }

    static JournalEntry entry(ResultSet row) throws SQLException {
        return new JournalEntry(
                row.getString("ticket"),
                row.getInt("sequence"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("kind"),
                row.getString("clause"),
                row.getString("details"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}
