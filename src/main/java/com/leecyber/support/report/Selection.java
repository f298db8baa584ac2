package com.leecyber.support.report;

import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.Priority;
import com.leecyber.support.ticket.TicketType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which closed tickets a report is about: those closed in a period, and of them one channel, type, priority or service.
 *
 * @param channel empty for all, as everything that follows
 * @param priority {@value #WITHOUT} for tickets without one
 */
record Selection(Period period, String channel, String type, String priority, String service) {

    static final String WITHOUT = "NONE";

    private static final int LONGEST_SERVICE = 40;

    /** @throws InvalidInput when something is none */
    static Selection asked(Asked asked, LocalDate today) {
        known("channel", asked.channel(), names(Channel.values()));
        known("type", asked.type(), names(TicketType.values()));
        known(
                "priority",
                asked.priority(),
                Stream.concat(names(Priority.values()).stream(), Stream.of(WITHOUT))
                        .toList());
        if (!asked.service().matches("[\\p{L}\\p{N}._-]{0," + LONGEST_SERVICE + "}")) {
            throw new InvalidInput("service", "report.no-service");
        }
        return new Selection(
                Period.asked(asked, today), asked.channel(), asked.type(), asked.priority(), asked.service());
    }

    /** The Monday of a day's week, as SQL: in whole days, which is much cheaper for many than {@code date_trunc}. */
    static String week(String day) {
        return "date '1999-12-27' + (%s - date '1999-12-27') / 7 * 7".formatted(day);
    }

    static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static void known(String field, String chosen, List<String> choices) {
        if (!chosen.isEmpty() && !choices.contains(chosen)) {
            throw new InvalidInput(field, "input.unknown-choice", chosen, String.join(", ", choices));
        }
    }

    public Selection in(Period other) {
        return new Selection(other, channel, type, priority, service);
    }

    /** The conditions after {@code where}, on the day of closure and the rest; {@link #parameters} has their values. */
    String where(String day) {
        return day + " between :first and :last" + filters();
    }

    /** The conditions without the days; each begins with {@code and}. */
    String filters() {
        return (channel.isEmpty() ? "" : " and channel = :channel")
                + (type.isEmpty() ? "" : " and type = :type")
                + (priority.isEmpty() ? "" : " and coalesce(priority, '') = :priority")
                + (service.isEmpty() ? "" : " and service = :service");
    }

    Map<String, Object> parameters() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("first", period.first());
        values.put("last", period.last());
        values.put("channel", channel);
        values.put("type", type);
        values.put("priority", priority.equals(WITHOUT) ? "" : priority);
        values.put("service", service);
        return values;
    }

    boolean isFiltered() {
        return Stream.of(channel, type, priority, service).anyMatch(value -> !value.isEmpty());
    }

    /** As an address asks for it, without the language. */
    public String query() {
        return Stream.concat(
                        Stream.of(period.query()),
                        Stream.of(
                                        parameter("channel", channel),
                                        parameter("type", type),
                                        parameter("priority", priority),
                                        parameter("service", service))
                                .filter(Objects::nonNull))
                .collect(Collectors.joining("&"));
    }

    private static String parameter(String name, String value) {
        return value.isEmpty() ? null : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
