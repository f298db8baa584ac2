package com.leecyber.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A data source that tells of every statement and every commit. */
public final class WatchedDataSource extends DelegatingDataSource {

    private final Supplier<Watcher> watchers;

    /**
     * Watches another.
     *
     * @param watchers one for each connection that somebody takes; null leaves that connection alone
     */
    public WatchedDataSource(DataSource source, Supplier<Watcher> watchers) {
        super(source);
        this.watchers = watchers;
    }

    /** Sees what one user of a connection does. */
    public interface Watcher {

        default void before(String sql) {}

        default void after(String sql) {}

        default void beforeCommit() {}

        default void afterCommit() {}
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        Watcher watcher = watchers.get();
        return watcher == null ? connection : watched(connection, watcher);
    }

    private static Connection watched(Connection connection, Watcher watcher) {
        return proxy(Connection.class, (method, arguments) -> {
            boolean commit = method.getName().equals("commit");
            if (commit) {
                watcher.beforeCommit();
            }
            Object result = invoke(method, connection, arguments);
            if (commit) {
                watcher.afterCommit();
            }
            return result instanceof PreparedStatement statement
                    ? watched(statement, (String) arguments[0], watcher)
                    : result;
        });
    }

    private static PreparedStatement watched(PreparedStatement statement, String sql, Watcher watcher) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            boolean execution = method.getName().startsWith("execute");
            if (execution) {
                watcher.before(sql);
            }
            Object result = invoke(method, statement, arguments);
            if (execution) {
                watcher.after(sql);
            }
            return result;
        });
    }

    private interface Handler {

        Object handle(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> handler.handle(method, arguments)));
    }

    private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
