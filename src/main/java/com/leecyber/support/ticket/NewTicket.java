package com.leecyber.support.ticket;

import com.leecyber.support.ticket.InvalidInput.FieldError;
import java.util.ArrayList;
import java.util.List;

/**
 * A request as a channel brings it in (R5.1), valid once it exists.
 *
 * @param service a code of the {@link ServiceCatalogue}
 * @param steps what leads to the problem; the panel demands it of a problem, mail and chat do not
 * @param impact what the customer says of the damage; null lets the desk assume it
 * @param follows the closed ticket that this one goes on from, or null
 */
public record NewTicket(
        long customerId,
        Channel channel,
        TicketType type,
        String service,
        String subject,
        String description,
        String steps,
        String expected,
        String actual,
        Impact impact,
        Long follows) {

    static final int SUBJECT_LENGTH = 200;
    static final int TEXT_LENGTH = 20_000;

    /**
     * Checks and trims what came in.
     *
     * @throws InvalidInput with one error a field
     */
    public NewTicket {
        List<FieldError> errors = new ArrayList<>();
        if (type == null) {
            errors.add(new FieldError("type", "input.required"));
        }
        service = required("service", service, 40, errors);
        subject = required("subject", Text.oneLine(subject), SUBJECT_LENGTH, errors);
        description = required("description", description, TEXT_LENGTH, errors);
        boolean complete = type == TicketType.PROBLEM && channel == Channel.PANEL && follows == null;
        steps = optional("steps", steps, complete, errors);
        expected = optional("expected", expected, complete, errors);
        actual = optional("actual", actual, complete, errors);
        InvalidInput.throwIfAny(errors);
    }

    private static String required(String field, String value, int limit, List<FieldError> errors) {
        return Text.check(field, value, true, limit, errors);
    }

    private static String optional(String field, String value, boolean required, List<FieldError> errors) {
        return Text.check(field, value, required, TEXT_LENGTH, errors);
    }
}
