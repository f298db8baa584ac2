package com.leecyber.support.gate;

import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.Impact;
import com.leecyber.support.ticket.Nature;
import com.leecyber.support.ticket.Priority;
import com.leecyber.support.ticket.TicketType;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table that the program reads: the columns it asks by and the columns it takes the answer from.
 *
 * @param clause the clause that the table answers for
 */
record KnownTable(List<Asked> inputs, List<Answer> outputs, String clause) {

    /** The tables that the program reads, by their id. */
    static final Map<String, KnownTable> ALL = Map.of(
            "responseWindow",
            new KnownTable(
                    List.of(Asked.oneOf("channel", Channel.values()), Asked.oneOf("nature", Nature.values())),
                    List.of(
                            Answer.text("window", "duration"),
                            new Answer("warningShare", "double", "share"),
                            Answer.text("clause", "clause"),
                            Answer.text("rule", "row-name")),
                    "R3.2"),
            "priority",
            new KnownTable(
                    List.of(
                            Asked.oneOf("type", TicketType.values()),
                            Asked.oneOf("affected", Impact.Affected.values()),
                            Asked.oneOf("scope", Impact.Scope.values()),
                            Asked.oneOf("effect", Impact.Effect.values()),
                            Asked.flag("dataLoss"),
                            Asked.flag("workaround")),
                    List.of(
                            Answer.text("priority", "priority"),
                            Answer.text("rule", "row-name"),
                            Answer.text("clause", "clause"),
                            Answer.text("criterion", "table-text")),
                    "R4.2"),
            "licence",
            new KnownTable(
                    List.of(Asked.flag("everLicensed"), new Asked("daysSinceExpiry", "integer", List.of())),
                    List.of(
                            new Answer("valid", "boolean", "cell"),
                            Answer.text("clause", "clause"),
                            Answer.text("rule", "row-name")),
                    "R1.4"),
            "exclusion",
            new KnownTable(
                    List.of(new Asked("reason", "string", List.of())),
                    List.of(
                            Answer.text("clause", "clause"),
                            Answer.text("label", "table-text"),
                            Answer.text("customerTextRu", "text-ru"),
                            Answer.text("customerTextEn", "text-en"),
                            new Answer("countsAgainstAvailability", "boolean", "cell")),
                    "R7.2"),
            "offPeak",
            new KnownTable(
                    List.of(Asked.oneOf("weekday", DayOfWeek.values()), Asked.range("hour", 0, 23)),
                    List.of(
                            new Answer("offPeak", "boolean", "cell"),
                            Answer.text("clause", "clause"),
                            Answer.text("rule", "row-name")),
                    "R6.1"));

    /** The priorities that a row may give. */
    static final List<String> PRIORITIES =
            Stream.of(Priority.values()).map(Enum::name).toList();

    /**
     * A column that is asked by.
     *
     * @param domain all its values; empty for numbers without limits, and for reasons, whose rows are their domain
     */
    record Asked(String name, String type, List<Object> domain) {

        static Asked oneOf(String name, Enum<?>... values) {
            return new Asked(
                    name, "string", Stream.of(values).<Object>map(Enum::name).toList());
        }

        static Asked range(String name, int first, int last) {
            return new Asked(
                    name,
                    "integer",
                    IntStream.rangeClosed(first, last)
                            .<Object>mapToObj(BigDecimal::valueOf)
                            .toList());
        }

        static Asked flag(String name) {
            return new Asked(name, "boolean", List.of(true, false));
        }
    }

    /**
     * A column that answers.
     *
     * @param rule the rule that its cells are refused by
     */
    record Answer(String name, String type, String rule) {

        static Answer text(String name, String rule) {
            return new Answer(name, "string", rule);
        }
    }
}
