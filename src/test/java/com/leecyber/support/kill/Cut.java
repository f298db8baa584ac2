package com.leecyber.support.kill;

import com.leecyber.support.WatchedDataSource.Watcher;
import java.util.regex.Pattern;

/**
 * A moment at which a node dies, told by what it does to the database.
 *
 * @param sql finds the statement; letters in any case
 */
record Cut(Moment moment, String sql) {

    /** How a node dies by a kill: at once, with nothing put in order. */
    private static final int KILLED = 137;

    enum Moment {
        BEFORE,
        AFTER,
        /** Everything was said to the database, and nothing of it counts. */
        BEFORE_COMMIT,
        /** Everything counts, and nobody was told. */
        AFTER_COMMIT
    }

    static Cut parsed(String text) {
        String[] parts = text.split(" ", 2);
        return new Cut(Moment.valueOf(parts[0]), parts[1]);
    }

    /** Watches one connection. */
    Watcher watcher() {
        return new Killer(Pattern.compile(sql, Pattern.CASE_INSENSITIVE));
    }

    @Override
    public String toString() {
        return moment + " " + sql;
    }

    private final class Killer implements Watcher {

        private final Pattern wanted;
        private boolean seen;

        Killer(Pattern wanted) {
            this.wanted = wanted;
        }

        @Override
        public void before(String statement) {
            if (wanted.matcher(statement).find()) {
                seen = true;
                dieIf(Moment.BEFORE);
            }
        }

        @Override
        public void after(String statement) {
            if (wanted.matcher(statement).find()) {
                dieIf(Moment.AFTER);
            }
        }

        @Override
        public void beforeCommit() {
            if (seen) {
                dieIf(Moment.BEFORE_COMMIT);
            }
        }

        @Override
        public void afterCommit() {
            if (seen) {
                dieIf(Moment.AFTER_COMMIT);
            }
        }

        private void dieIf(Moment now) {
            // What a start writes by itself is not what is tried; it runs in the thread that begins.
            boolean starting = Thread.currentThread().getName().equals("main");
            if (moment == now && !starting) {
                Runtime.getRuntime().halt(KILLED);
            }
        }
    }
}
