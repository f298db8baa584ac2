package com.leecyber.support.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All incidents, and what was told of each. */
@Service
@Transactional
public class Incidents {

    private final JdbcClient database;

    Incidents(JdbcClient database) {
        this.database = database;
    }

    /** The one with that number. */
    @Transactional(readOnly = true)
    public Optional<Incident> find(String number) {
        return database.sql("select * from incident where number = ?")
                .param(number)
                .query((row, at) -> incident(row))
                .optional();
    }

    /** Those that go on, the latest first. */
    @Transactional(readOnly = true)
    public List<Incident> open() {
        return database.sql("select * from incident where finished_at is null and resolved_at is null"
                        + " order by declared_at desc, number desc")
                .query((row, at) -> incident(row))
                .list();
    }

    /** Whatever was told of one, the latest first. */
    @Transactional(readOnly = true)
    public List<Incident.Update> updates(String number) {
        return database.sql("select * from incident_update where incident = ? order by id desc")
                .param(number)
                .query((row, at) -> new Incident.Update(
                        row.getString("text_ru"),
                        row.getString("text_en"),
                        row.getString("written_by"),
                        instant(row, "written_at")))
                .list();
    }

    /** The next ones, declared before a moment, the latest first. */
    List<Incident> before(Instant moment, int most) {
        return database.sql("select * from incident where declared_at < :moment"
                        + " order by declared_at desc, number desc limit :most")
                .param("moment", utc(moment))
                .param("most", most)
                .query((row, at) -> incident(row))
                .list();
    }

    /** Those that go on, and those that ended after a moment. */
    List<Incident> since(Instant moment) {
        return database.sql("select * from incident where resolved_at is null or resolved_at > ?")
                .param(utc(moment))
                .query((row, at) -> incident(row))
                .list();
    }

    /**
     * The one with that number, locked until the transaction ends: whoever links or resolves does it one after another.
     *
     * @throws NoSuchIncident when there is none
     */
    Incident lock(String number) {
        return database.sql("select * from incident where number = ? for no key update")
                .param(number)
                .query((row, at) -> incident(row))
                .optional()
                .orElseThrow(NoSuchIncident::new);
    }

    Incident get(String number) {
        return find(number).orElseThrow(NoSuchIncident::new);
    }

    String add(NewIncident incident, String by, Instant now) {
        long sequence = database.sql("select nextval('incident_number')")
                .query(Long.class)
                .single();
        String number = IncidentNumber.of(now.atOffset(ZoneOffset.UTC).getYear(), sequence);
        database.sql("insert into incident (number, title_ru, title_en, services, detected_at, down_since,"
                        + " declared_by, declared_at) values (:number, :russian, :english,"
                        + " string_to_array(:services, ','), :detected, :down, :by, :now)")
                .param("number", number)
                .param("russian", incident.titleRu())
                .param("english", incident.titleEn())
                .param("services", String.join(",", incident.services()))
                .param("detected", utc(incident.detectedAt()))
                .param("down", utc(incident.downSince()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("by", by)
                .param("now", utc(now))
                .update();
        return number;
    }

    /** @return its id, which tells it from others */
    long addUpdate(String number, Bilingual text, String by, Instant now) {
        return database.sql("insert into incident_update (incident, text_ru, text_en, written_by, written_at)"
                        + " values (:number, :russian, :english, :by, :now) returning id")
                .param("number", number)
                .param("russian", text.russian())
                .param("english", text.english())
                .param("by", by)
                .param("now", utc(now))
                .query(Long.class)
                .single();
    }

    void resolve(String number, Bilingual resolution, Instant downUntil, String by, Instant now) {
        database.sql("update incident set resolution_ru = :russian, resolution_en = :english, down_until = :down,"
                        + " resolved_by = :by, resolved_at = :now where number = :number")
                .param("russian", resolution.russian())
                .param("english", resolution.english())
                .param("down", utc(downUntil), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("by", by)
                .param("now", utc(now))
                .param("number", number)
                .update();
    }

    /** Notes those that are over and have no ticket left to answer. */
    void finish(Instant now) {
        database.sql("update incident set finished_at = :now where finished_at is null and resolved_at is not null"
                        + " and not exists (select from incident_ticket link where link.incident = incident.number"
                        + " and link.state in ('LINKING', 'LINKED'))")
                .param("now", utc(now))
                .update();
    }

    static Incident incident(ResultSet row) throws SQLException {
        return new Incident(
                row.getString("number"),
                row.getString("title_ru"),
                row.getString("title_en"),
                List.of((String[]) row.getArray("services").getArray()),
                instant(row, "detected_at"),
                instant(row, "down_since"),
                instant(row, "down_until"),
                row.getString("declared_by"),
                instant(row, "declared_at"),
                row.getString("resolution_ru"),
                row.getString("resolution_en"),
                row.getString("resolved_by"),
                instant(row, "resolved_at"),
                instant(row, "finished_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    static OffsetDateTime utc(Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
