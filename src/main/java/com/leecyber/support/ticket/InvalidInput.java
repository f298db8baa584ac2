package com.leecyber.support.ticket;

import java.util.List;

/** Something typed or sent cannot be accepted; each error names its field and how to mend it. */
public class InvalidInput extends RuntimeException {

    private final List<FieldError> errors;

    /** One error. */
    public InvalidInput(String field, String messageKey, Object... arguments) {
        this(List.of(new FieldError(field, messageKey, arguments)));
    }

    private InvalidInput(List<FieldError> errors) {
        super(errors.toString());
        this.errors = List.copyOf(errors);
    }

    /** Throws when there is any error. */
    public static void throwIfAny(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    public List<FieldError> errors() {
        return errors;
    }

    /**
     * What is wrong with one field.
     *
     * @param messageKey a key of the message bundles
     * @param arguments what the message's placeholders stand for
     */
    public record FieldError(String field, String messageKey, Object... arguments) {

        @Override
        public String toString() {
            return field + ": " + messageKey;
        }
    }
}
