package com.leecyber.support.bench;

import com.leecyber.support.ticket.Releases;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Real tickets of all kinds, through the desk's own doors: customers register over the API, people decide as Tasklist's
 * forms do, and the clock moves through some weeks of the past, so that deadlines pass and silence lasts.
 */
final class Rehearsal {

    private static final Duration REGISTRATIONS = Duration.ofDays(14);
    private static final Duration UNTIL_ALL_IS_OVER = Duration.ofDays(60);
    /** The last of all weeks holds the tickets that stay open. */
    private static final Duration OPEN_ONES = Duration.ofDays(2);

    private static final int PATIENCE = 9;
    /** After so long without an answer a ticket is closed; and a little. */
    private static final Duration SILENCE = Duration.ofDays(8);

    private static final Map<String, String> WHO = Map.of(
            "Task_HandleClaim", "vera",
            "Task_Diagnose", "boris",
            "Task_RepairHardware", "oleg");

    private final Desk desk;
    private final Chance chance;
    private final Course course;
    private final RehearsalCustomers customers;
    private final Decisions decisions;
    private final Releases releases;
    private final Map<String, Person> people = new HashMap<>();
    private final PriorityQueue<Turn> queue = new PriorityQueue<>(Comparator.comparing(Turn::at));

    private Rehearsal(Desk desk, Chance chance, Course course) {
        this.desk = desk;
        this.chance = chance;
        this.course = course;
        this.customers = RehearsalCustomers.of(desk, course.now());
        this.decisions = new Decisions(chance);
        this.releases = desk.bean(Releases.class);
    }

    private record Turn(Instant at, Runnable what) {}

    /**
     * A ticket under way.
     *
     * @param toItsEnd whether it is brought to an end when it has had its turns, or left alone then
     * @param turns how many are left
     */
    private record Life(String number, boolean toItsEnd, int turns) {

        boolean isLeftAlone() {
            return !toItsEnd && turns == 0;
        }

        boolean hasWandered() {
            return toItsEnd && turns <= 2;
        }

        Life oneTurnOlder() {
            return new Life(number, toItsEnd, Math.max(turns - 1, 0));
        }
    }

    /** Plays it: so many tickets that come to an end, then some that do not. */
    static void play(Desk desk, long seed, int closed, int open) {
        Instant now = Instant.now();
        try (Course course = Course.from(now.minus(UNTIL_ALL_IS_OVER), desk)) {
            Rehearsal rehearsal = new Rehearsal(desk, new Chance(seed), course);
            rehearsal.registrations(closed, REGISTRATIONS, true);
            rehearsal.run();
            Instant late = now.minus(OPEN_ONES);
            if (course.now().isAfter(late)) {
                throw new IllegalStateException("The rehearsal took until " + course.now());
            }
            course.to(late);
            rehearsal.registrations(open, OPEN_ONES.dividedBy(2), false);
            rehearsal.run();
        }
    }

    private void registrations(int tickets, Duration span, boolean toTheirEnd) {
        for (int ticket = 0; ticket < tickets; ticket++) {
            queue.add(new Turn(chance.busyMoment(course.now(), span), () -> register(toTheirEnd)));
        }
    }

    private void run() {
        while (!queue.isEmpty()) {
            Turn turn = queue.remove();
            course.to(turn.at());
            turn.what().run();
            course.runDue();
        }
    }

    private void register(boolean toItsEnd) {
        String number = customers.any(chance).registers(chance);
        next(new Life(number, toItsEnd, toItsEnd ? PATIENCE : chance.below(3)), chance.around(Duration.ofMinutes(14)));
    }

    private void next(Life life, Duration later) {
        queue.add(new Turn(course.now().plus(later), () -> goOn(life)));
    }

    private void goOn(Life life) {
        String status = text("status", life.number());
        if (status.equals("CLOSED") || life.isLeftAlone()) {
            return;
        }
        boolean silent = status.equals("WAITING_FOR_CUSTOMER") && chance.of(0.25);
        if (!silent) {
            turn(life, status);
            course.runDue();
        }
        next(life.oneTurnOlder(), silent ? SILENCE : chance.around(until(text("status", life.number()))));
    }

    private void turn(Life life, String status) {
        String number = life.number();
        if (!life.hasWandered() && chance.of(0.02)) {
            customers.of(desk, number).withdraws(number);
        } else if (status.equals("WAITING_FOR_CUSTOMER")) {
            customers.of(desk, number).writes(number);
        } else if (status.equals("WAITING_FOR_RELEASE")) {
            releases.publish(text("release_version", number));
        } else {
            tasks(number).forEach(task -> decide(life, (String) task.get("id_"), (String) task.get("task_def_key_")));
        }
    }

    private void decide(Life life, String task, String step) {
        String name = WHO.getOrDefault(step, chance.of(0.15) ? "vera" : "anna");
        Person person = people.computeIfAbsent(name, newcomer -> Person.signedIn(desk.port(), newcomer));
        if (chance.of(0.15)) {
            person.notes(task, "Похоже на то, что было на прошлой неделе.");
        }
        if (chance.of(0.2)) {
            person.replies(task, "Смотрим, что случилось. Напишем, как только узнаем больше.");
        }
        person.decides(task, decisions.at(step, text("type", life.number()), course.now(), life.hasWandered()));
    }

    private static Duration until(String status) {
        return switch (status) {
            case "WAITING_FOR_CUSTOMER" -> Duration.ofHours(14);
            case "WAITING_FOR_RELEASE" -> Duration.ofDays(3);
            case "IN_SECOND_LINE" -> Duration.ofMinutes(150);
            default -> Duration.ofMinutes(45);
        };
    }

    private String text(String column, String number) {
        return desk.database()
                .sql("select " + column + " from ticket where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private List<Map<String, Object>> tasks(String number) {
        return desk.database()
                .sql("select task.id_, task.task_def_key_ from act_ru_task task join act_ru_execution process"
                        + " on process.id_ = task.proc_inst_id_ where process.business_key_ = ?")
                .param(number)
                .query()
                .listOfRows();
    }
}
