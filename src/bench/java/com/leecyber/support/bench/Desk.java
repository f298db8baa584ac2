package com.leecyber.support.bench;

import com.leecyber.support.SupportDesk;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.security.ApiRole;
import com.leecyber.support.security.ApiTokens;
import com.leecyber.support.ticket.Channel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole desk as it is delivered, over a fresh database of its own that syncs every commit to the disk. */
final class Desk implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    // Often enough to tell a second apart, and seldom enough that looking costs nothing.
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final ServletWebServerApplicationContext context;
    private final JdbcClient database;
    private final StatementCount statements;
    private final String token;

    private Desk(ServletWebServerApplicationContext context) {
        this.context = context;
        this.database = context.getBean(JdbcClient.class);
        this.statements = context.getBean(StatementCount.class);
        this.token = context.getBean(ApiTokens.class)
                .create(
                        "bench",
                        ApiRole.CUSTOMER,
                        context.getBean(Customers.class)
                                .findByEmailIgnoreCase("romashka@customers.example")
                                .orElseThrow()
                                .id(),
                        Channel.PANEL);
    }

    /**
     * Starts it.
     *
     * @param more arguments of its command line
     */
    static Desk started(Path data, List<String> more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--support.database.directory=" + data,
                // Beside the data and not in the user's home, where another desk's may lie.
                "--support.audit.checkpoints.directory=" + data + "-checkpoints",
                "--support.notifications.shift-lead=lead@desk.example",
                "--support.notifications.sender.enabled=false",
                "--logging.level.root=warn"));
        arguments.addAll(more);
        return new Desk((ServletWebServerApplicationContext)
                new SpringApplicationBuilder(SupportDesk.class, StandingClock.Setup.class)
                        .profiles("demo")
                        .initializers(context ->
                                context.getBeanFactory().registerSingleton("statementCount", new StatementCount()))
                        .run(arguments.toArray(String[]::new)));
    }

    String durability() {
        return "PostgreSQL %s, fsync %s, synchronous_commit %s"
                .formatted(setting("server_version"), setting("fsync"), setting("synchronous_commit"));
    }

    private String setting(String name) {
        return database.sql("select current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }

    StandingClock clock() {
        return context.getBean(StandingClock.class);
    }

    Customer customer() {
        return new Customer(port(), token);
    }

    Agent agent() {
        try {
            return Agent.signedIn(port());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException("The agent cannot sign in", e);
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return context.getWebServer().getPort();
    }

    StatementCount statements() {
        return statements;
    }

    JdbcClient database() {
        return database;
    }

    /** The open tasks of the tickets after a number, oldest ticket first. */
    List<String> tasks(String step, long afterTicket) {
        return database.sql("select task.id_ from act_ru_task task join act_ru_execution process"
                        + " on process.id_ = task.proc_inst_id_ join ticket on ticket.number = process.business_key_"
                        + " where task.task_def_key_ = :step and ticket.id > :after order by ticket.id")
                .param("step", step)
                .param("after", afterTicket)
                .query(String.class)
                .list();
    }

    long lastTicket() {
        return count("select coalesce(max(id), 0) from ticket");
    }

    /** Waits until every step that the engine runs by itself is done; timers that are not due yet do not count. */
    void settle() {
        await(() -> count("select count(*) from act_ru_job where type_ = 'message'") == 0);
    }

    long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    static void await(BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not done within " + PATIENCE);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
