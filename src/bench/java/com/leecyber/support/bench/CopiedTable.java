package com.leecyber.support.bench;

import com.leecyber.support.proof.JournalEntry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** A table that is filled by {@code copy}, in one go over a connection of its own. */
final class CopiedTable {

    private static final int ENOUGH = 1 << 18;

    private final Connection connection;
    private final CopyIn copy;
    private final StringBuilder rows = new StringBuilder(ENOUGH + 4096);
    private long lastId;
    private long written;

    CopiedTable(Connection connection, String command, long lastId) throws SQLException {
        this.connection = connection;
        this.lastId = lastId;
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command);
    }

    /** The id of a new row. */
    static final Cell NEXT_ID = new Cell(List.of());

    void add(List<Cell> row, Clone clone) {
        for (int index = 0; index < row.size(); index++) {
            if (index > 0) {
                rows.append('\t');
            }
            Cell cell = row.get(index);
            if (cell == NEXT_ID) {
                rows.append(++lastId);
            } else {
                cell.to(rows, clone);
            }
        }
        endRow();
    }

    /** As {@link Loading} names the journal's columns. */
    void add(JournalEntry entry) {
        rows.append(++lastId).append('\t');
        rows.append(entry.ticket()).append('\t');
        rows.append(entry.sequence()).append('\t');
        Moments.write(Moments.micros(entry.recordedAt()), rows);
        rows.append('\t');
        rows.append(escaped(entry.actor())).append('\t');
        rows.append(entry.kind()).append('\t');
        rows.append(entry.clause() == null ? "\\N" : entry.clause()).append('\t');
        rows.append(escaped(entry.details())).append('\t');
        rows.append(entry.previousHash()).append('\t');
        rows.append(entry.hash());
        endRow();
    }

    private void endRow() {
        rows.append('\n');
        written++;
        if (rows.length() >= ENOUGH) {
            flush();
        }
    }

    private void flush() {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        rows.setLength(0);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new IllegalStateException("Copying failed", e);
        }
    }

    /** Ends the copy. */
    void end() throws SQLException {
        flush();
        copy.endCopy();
    }

    /** Ends the copy and commits it; how many rows there were. */
    long finish() throws SQLException {
        end();
        connection.commit();
        connection.close();
        return written;
    }

    /** As {@code copy} wants a text. */
    static String escaped(String text) {
        return text.indexOf('\\') < 0 && text.indexOf('\n') < 0 && text.indexOf('\t') < 0 && text.indexOf('\r') < 0
                ? text
                : text.replace("\\", "\\\\")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                        .replace("\r", "\\r");
    }
}
