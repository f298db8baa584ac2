package com.leecyber.support.ticket;

import com.leecyber.support.ticket.InvalidInput.FieldError;
import java.util.ArrayList;
import java.util.List;

/** Checks for texts that people type: they are data, so only their length and their control characters matter. */
public final class Text {

    /** The longest message that is kept, in characters. */
    public static final int MESSAGE_LENGTH = NewTicket.TEXT_LENGTH;

    private static final int QUOTED_LENGTH = 100_000;

    private Text() {}

    /** The text, trimmed; an error is added when it is missing, too long or not storable. Null when it is empty. */
    static String check(String field, String value, boolean required, int limit, List<FieldError> errors) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            if (required) {
                errors.add(new FieldError(field, "input.required"));
            }
            return null;
        }
        if (text.length() > limit) {
            errors.add(new FieldError(field, "input.too-long", limit, text.length()));
        }
        if (text.indexOf('\0') >= 0) {
            errors.add(new FieldError(field, "input.control-character"));
        }
        return text;
    }

    /**
     * The message that was typed, trimmed.
     *
     * @throws InvalidInput when it is empty or longer than {@link #MESSAGE_LENGTH}
     */
    public static String message(String field, String value) {
        List<FieldError> errors = new ArrayList<>();
        String text = check(field, value, true, MESSAGE_LENGTH, errors);
        InvalidInput.throwIfAny(errors);
        return text;
    }

    /**
     * What a mail repeats, trimmed; null when it repeats nothing. The raw mail is kept, so what is too long is cut.
     */
    static String quoted(String value) {
        String text = value == null ? "" : value.replace("\0", "").strip();
        if (text.isEmpty()) {
            return null;
        }
        return text.length() > QUOTED_LENGTH ? text.substring(0, QUOTED_LENGTH) + "…" : text;
    }

    /** A subject never carries a line break into a mail header. */
    static String oneLine(String value) {
        return value == null ? null : value.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    }
}
