package com.leecyber.support.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Measures registration, the life of a ticket, timers that are all due in the same second, mails on their way to tickets,
 * a change of the rules, and the pages of auditors and leads over very many tickets.
 */
public final class Benchmark {

    private static final Path PLANS = Path.of("target", "plans");

    private final Desk desk;
    private final Settings settings;
    private final Clients clients;

    private Benchmark(Desk desk, Settings settings) {
        this.desk = desk;
        this.settings = settings;
        this.clients = new Clients(settings.clients());
    }

    /**
     * Runs everything and prints what was measured.
     *
     * @param arguments the folder for the database
     */
    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.fromSystemProperties();
        Fillings fillings = Fillings.fromSystemProperties();
        String machine = Machine.facts();
        Path data = Path.of(System.getProperty("bench.keep", arguments[0]));
        if (fillings.closed() > 0) {
            Filling.of(data, fillings);
        }
        long start = System.nanoTime();
        try (MailIntake mails = settings.mails() > 0 ? MailIntake.started() : null;
                Desk desk = Desk.started(data, mails == null ? List.of() : mails.arguments())) {
            print("machine", machine);
            print("database", desk.durability());
            print("started in", "%.1f s".formatted((System.nanoTime() - start) / 1e9));
            print("settings", settings.toString());
            print("memory at rest", Machine.memory());
            if (fillings.closed() > 0) {
                Questions questions = new Questions(desk, settings.readers());
                questions.measure(settings.questions());
                questions.explain(data, PLANS);
                new LongJournal(desk).verify();
            }
            Benchmark benchmark = new Benchmark(desk, settings);
            benchmark.warmUp();
            double perSecond = benchmark.registration();
            benchmark.lifecycle(settings.lifecycles(), true);
            if (settings.timers() > 0) {
                new DueAtOnce(desk, clients(settings)).measure(settings.timers(), perSecond);
            }
            if (mails != null) {
                mails.measure(desk, settings.mails());
            }
            if (settings.incident() > 0) {
                // A worker that keeps to thirty tickets a second, twice over them, and a margin.
                new MassIncident(desk, clients(settings)).measure(settings.incident(), settings.incident() / 15 + 60);
            }
            if (fillings.closed() == 0) {
                new ChangeOfRules(desk).measure();
            }
            print("memory after all", Machine.memory());
            print("incidents", String.valueOf(desk.count("select count(*) from act_ru_incident")));
            if (LongJournal.entries() > 0) {
                new LongJournal(desk).measure(LongJournal.entries());
            }
        }
    }

    private static Clients clients(Settings settings) {
        return new Clients(settings.clients());
    }

    private void warmUp() {
        register(settings.warmUp());
        desk.settle();
        lifecycle(settings.warmUp() / 10, false);
    }

    /** Returns how many tickets a second came to where an agent sees them. */
    private double registration() throws Exception {
        List<String> statements = desk.statements().of(desk.customer()::register);
        print("statements per registration", "%d".formatted(statements.size()));
        if (Boolean.getBoolean("bench.show-sql")) {
            statements.forEach(sql -> System.out.println("    " + sql.replaceAll("\\s+", " ")));
        }
        desk.settle();
        double before = Machine.processorSeconds();
        long start = System.nanoTime();
        print("registration", register(settings.registrations()).toString());
        desk.settle();
        double together = (System.nanoTime() - start) / 1e9;
        double rate = settings.registrations() / together;
        print("registration, to the agents", "%.1f s, %.0f/s".formatted(together, rate));
        print(
                "processor per registration",
                "%.1f ms of this JVM, with licence check and acknowledgement, clients included"
                        .formatted((Machine.processorSeconds() - before) * 1000 / settings.registrations()));
        return rate;
    }

    private Latencies register(int tickets) {
        return clients.make(tickets, client -> {
            Customer customer = desk.customer();
            return index -> customer.register();
        });
    }

    private void lifecycle(int tickets, boolean printed) {
        long last = desk.lastTicket();
        long start = System.nanoTime();
        Latencies registered = register(tickets);
        desk.settle();
        Latencies taken = decide("Task_Triage", last, tickets, Agent::takes);
        Latencies solved = decide("Task_ApplyInstructions", last, tickets, Agent::solves);
        Desk.await(() -> desk.count("select count(*) from ticket where status = 'CLOSED' and id > " + last) == tickets);
        Duration together = Duration.ofNanos(System.nanoTime() - start);
        double rate = tickets / (together.toMillis() / 1000.0);
        if (printed) {
            print("lifecycle: register", registered.toString());
            print("lifecycle: triage, take", taken.toString());
            print("lifecycle: solve", solved.toString());
            print(
                    "lifecycle",
                    "%d tickets from registration to closed in %.1f s: %.0f/s"
                            .formatted(tickets, together.toMillis() / 1000.0, rate));
        }
    }

    private interface Decision {

        void make(Agent agent, String task) throws Exception;
    }

    private Latencies decide(String step, long afterTicket, int expected, Decision decision) {
        List<String> tasks = desk.tasks(step, afterTicket);
        if (tasks.size() != expected) {
            throw new IllegalStateException(step + ": " + tasks.size() + " tasks instead of " + expected);
        }
        return clients.make(expected, client -> {
            Agent agent = desk.agent();
            return index -> decision.make(agent, tasks.get(index));
        });
    }

    static void print(String what, String figure) {
        System.out.printf(Locale.ROOT, "%-32s %s%n", what, figure);
    }
}
