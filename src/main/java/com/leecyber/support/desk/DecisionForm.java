package com.leecyber.support.desk;

import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.Text;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an agent filled in, read field by field; a field that cannot be read is refused by its name. */
public final class DecisionForm {

    private final Function<String, Object> fields;

    /** A form over its fields; an empty one gives null. */
    public DecisionForm(Function<String, Object> fields) {
        this.fields = fields;
    }

    /** One of the constants, by its name. */
    public <E extends Enum<E>> E choice(String field, Class<E> type) {
        String value = optional(field);
        if (value == null) {
            throw new InvalidInput(field, "input.choose");
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(field, "input.unknown-choice", value, names(type)));
    }

    /** Whether it is ticked. */
    public boolean flag(String field) {
        return Boolean.parseBoolean(String.valueOf(fields.apply(field)));
    }

    /** The trimmed text, which must be there. */
    public String required(String field) {
        return Text.message(field, optional(field));
    }

    /** The trimmed text, null when nothing was typed. */
    public String optional(String field) {
        Object value = fields.apply(field);
        String text = value == null ? "" : value.toString().strip();
        return text.isEmpty() ? null : Text.message(field, text);
    }

    /** The trimmed text, null when nothing was typed. */
    public String atMost(int length, String field) {
        String text = optional(field);
        if (text != null && text.length() > length) {
            throw new InvalidInput(field, "input.too-long", length, text.length());
        }
        return text;
    }

    /** The moment, as an instant in UTC. */
    public Instant moment(String field) {
        try {
            return Instant.parse(required(field));
        } catch (DateTimeParseException e) {
            throw new InvalidInput(field, "input.not-a-moment");
        }
    }

    private static String names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
