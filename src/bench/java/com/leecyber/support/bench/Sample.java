package com.leecyber.support.bench;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Random;

/** What to ask for: drawn from the tickets that are there. */
final class Sample {

    private static final int DRAWN = 500;
    private static final String DRAW =
            " from ticket where id = any(array(select 1 + floor(random() * (select max(id) from"
                    + " ticket))::bigint from generate_series(1, " + DRAWN + ")))";

    private final Random random = new Random(1);
    private final List<String> numbers;
    private final List<Long> ids;
    private final List<LocalDate> days;
    private final List<String> customers;
    private final List<String> people;

    private Sample(
            List<String> numbers, List<Long> ids, List<LocalDate> days, List<String> customers, List<String> people) {
        this.numbers = numbers;
        this.ids = ids;
        this.days = days;
        this.customers = customers;
        this.people = people;
    }

    static Sample of(Desk desk) {
        return new Sample(
                draw(desk, "number", String.class),
                draw(desk, "id", Long.class),
                draw(desk, "(registered_at at time zone 'UTC')::date", LocalDate.class),
                desk.database()
                        .sql("select email from customer where id in (select customer_id" + DRAW + ")")
                        .query(String.class)
                        .list(),
                Staff.all());
    }

    private static <T> List<T> draw(Desk desk, String what, Class<T> type) {
        return desk.database().sql("select " + what + DRAW).query(type).list();
    }

    String number() {
        return any(numbers);
    }

    /** A ticket's number without its last digits. */
    String beginning() {
        String number = number();
        return number.substring(0, number.length() - 2);
    }

    long id() {
        return any(ids);
    }

    String customer() {
        return any(customers);
    }

    String person() {
        return any(people);
    }

    /** {@code from=…&to=…}: so many days. */
    String days(int length) {
        LocalDate from = any(days);
        return "from=" + from + "&to=" + from.plusDays(length - 1L);
    }

    /** {@code from=…&to=…}: so many hours of the desk's zone. */
    String hours(int length) {
        var from = any(days).atTime(random.nextInt(24), 0);
        return "from=" + from + "&to=" + from.plusHours(length);
    }

    String month() {
        return "month=" + YearMonth.from(any(days));
    }

    String quarter() {
        LocalDate day = any(days);
        return "quarter=" + day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
    }

    /** The last full year: the longest that is asked for every day. */
    String year() {
        return "year=" + (LocalDate.now(ZoneOffset.UTC).getYear() - 1);
    }

    /** {@code from=…&to=…}: so many days that ended before today. */
    String latest(int length) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC).minusDays(random.nextInt(28));
        return "from=" + today.minusDays(length) + "&to=" + today.minusDays(1);
    }

    @SafeVarargs
    final <T> T any(T... choices) {
        return any(List.of(choices));
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
