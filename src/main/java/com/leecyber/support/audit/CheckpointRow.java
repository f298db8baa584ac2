package com.leecyber.support.audit;

import com.leecyber.support.proof.CheckpointHeader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** A checkpoint as the database knows it. */
record CheckpointRow(CheckpointHeader header, String signature, long lookedUpTo, long seenUntil) {

    static final String COLUMNS = "number, taken_at, heads, root, previous, key, signature, looked_up_to, seen_until";

    static CheckpointRow of(ResultSet row, int number) throws SQLException {
        return new CheckpointRow(
                new CheckpointHeader(
                        row.getInt("number"),
                        row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                        row.getInt("heads"),
                        row.getString("root"),
                        row.getString("previous"),
                        row.getString("key")),
                row.getString("signature"),
                row.getLong("looked_up_to"),
                row.getLong("seen_until"));
    }
}
