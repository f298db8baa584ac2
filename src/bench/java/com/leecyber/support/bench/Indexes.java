package com.leecyber.support.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Indexes that are faster built at the end than kept while very much is added. */
final class Indexes {

    private static final int AT_ONCE = 2;

    private final LoadingServer server;
    private final Map<String, List<String>> definitions;

    private Indexes(LoadingServer server, Map<String, List<String>> definitions) {
        this.server = server;
        this.definitions = definitions;
    }

    /** Drops those that keep nothing unique. */
    static Indexes dropped(LoadingServer server, Set<String> tables) throws SQLException {
        Map<String, List<String>> definitions = new TreeMap<>();
        List<String> names = new ArrayList<>();
        try (Connection database = server.connect();
                Statement query = database.createStatement()) {
            try (ResultSet row = query.executeQuery("select indexrelid::regclass, indrelid::regclass::text,"
                    + " pg_get_indexdef(indexrelid) from pg_index join pg_class on pg_class.oid = indexrelid"
                    + " where not indisunique and relnamespace = 'public'::regnamespace")) {
                while (row.next()) {
                    if (tables.contains(row.getString(2))) {
                        names.add(row.getString(1));
                        definitions
                                .computeIfAbsent(row.getString(2), first -> new ArrayList<>())
                                .add(row.getString(3));
                    }
                }
            }
            for (String name : names) {
                query.execute("drop index " + name);
            }
        }
        return new Indexes(server, definitions);
    }

    /** Builds them again, then counts every table's rows anew for the planner. */
    void rebuild(Set<String> tables) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Void>> works = new ArrayList<>();
            for (String table : tables) {
                works.add(() -> {
                    try (Connection database = server.connect()) {
                        for (String definition : definitions.getOrDefault(table, List.of())) {
                            LoadingServer.execute(database, definition);
                        }
                        LoadingServer.execute(database, "vacuum (analyze) " + table);
                    }
                    return null;
                });
            }
            for (Future<Void> work : threads.invokeAll(works)) {
                work.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
