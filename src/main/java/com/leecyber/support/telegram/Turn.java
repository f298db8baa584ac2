package com.leecyber.support.telegram;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Whose turn it is to ask Telegram: of several nodes one, because Telegram refuses a second. It is a lock on a connection
 * of its own, so that another node's turn comes as soon as this one is gone.
 */
@BotComponent
class Turn {

    private static final String TAKE = "select pg_try_advisory_lock(hashtextextended('telegram', 0))";
    private static final int LONGEST_CHECK_SECONDS = 5;

    private final DataSource database;
    private Connection connection;

    Turn(DataSource database) {
        this.database = database;
    }

    /** Whether it is this node's turn, now or still. */
    synchronized boolean isOurs() throws SQLException {
        if (connection != null && connection.isValid(LONGEST_CHECK_SECONDS)) {
            return true;
        }
        give();
        Connection fresh = database.getConnection();
        try (Statement statement = fresh.createStatement();
                ResultSet answer = statement.executeQuery(TAKE)) {
            answer.next();
            if (answer.getBoolean(1)) {
                connection = fresh;
                return true;
            }
        } finally {
            if (connection == null) {
                fresh.close();
            }
        }
        return false;
    }

    /** Lets another node have it. */
    synchronized void give() {
        if (connection == null) {
            return;
        }
        try (Connection old = connection;
                Statement statement = old.createStatement()) {
            // The connection goes back to the pool, where nobody would know of the lock.
            statement.execute("select pg_advisory_unlock_all()");
        } catch (SQLException e) {
            // A broken connection has lost the lock already.
        } finally {
            connection = null;
        }
    }
}
