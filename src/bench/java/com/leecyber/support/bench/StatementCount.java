package com.leecyber.support.bench;

import com.leecyber.support.WatchedDataSource;
import com.leecyber.support.WatchedDataSource.Watcher;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Writes down what the web server's threads ask of the database for one call, and is not in the way otherwise. */
final class StatementCount implements BeanPostProcessor {

    private final List<String> statements = new CopyOnWriteArrayList<>();
    private volatile boolean counting;

    interface Action {

        void run() throws Exception;
    }

    /** The statements of an action, and its commits. */
    List<String> of(Action action) throws Exception {
        statements.clear();
        counting = true;
        try {
            action.run();
        } finally {
            counting = false;
        }
        return List.copyOf(statements);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new WatchedDataSource(source, this::watcher) : bean;
    }

    private Watcher watcher() {
        boolean ofACall = Thread.currentThread().getName().startsWith("http-");
        return counting && ofACall ? new Writer() : null;
    }

    private final class Writer implements Watcher {

        @Override
        public void before(String sql) {
            statements.add(sql);
        }

        @Override
        public void beforeCommit() {
            statements.add("commit");
        }
    }
}
