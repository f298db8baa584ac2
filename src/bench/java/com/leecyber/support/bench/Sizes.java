package com.leecyber.support.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What a filled database takes of the disk. */
final class Sizes {

    private static final String LARGEST =
            "select relname, reltuples::bigint, pg_table_size(oid), pg_indexes_size(oid) from"
                    + " pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by"
                    + " pg_total_relation_size(oid) desc limit 24";

    private Sizes() {}

    static void print(Connection database, long tickets) throws SQLException {
        try (Statement query = database.createStatement();
                ResultSet row = query.executeQuery(LARGEST)) {
            while (row.next()) {
                Benchmark.print(
                        row.getString(1),
                        "%d rows, %.1f a ticket; %.0f MB and %.0f MB of indexes; %.0f and %.0f bytes a ticket"
                                .formatted(
                                        row.getLong(2),
                                        row.getLong(2) / (double) tickets,
                                        row.getLong(3) / 1e6,
                                        row.getLong(4) / 1e6,
                                        row.getLong(3) / (double) tickets,
                                        row.getLong(4) / (double) tickets));
            }
        }
        long all = LoadingServer.number(database, "select pg_database_size(current_database())");
        Benchmark.print("database", "%.2f GB".formatted(all / 1e9));
    }
}
