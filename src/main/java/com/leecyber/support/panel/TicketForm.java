package com.leecyber.support.panel;

import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.InvalidInput.FieldError;
import com.leecyber.support.ticket.NewTicket;
import com.leecyber.support.ticket.ServiceCatalogue;
import com.leecyber.support.ticket.TicketType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A new ticket as it is typed (R5.1).
 *
 * @param type in the address, so that it survives a sign-in in between
 * @param form the key that makes it count once
 */
record TicketForm(
        String type,
        String service,
        String subject,
        String description,
        String steps,
        String expected,
        String actual,
        String form) {

    TicketForm {
        // Browsers end lines as mails do.
        description = lines(description);
        steps = lines(steps);
        expected = lines(expected);
        actual = lines(actual);
    }

    /** Empty, of a type. */
    static TicketForm of(TicketType type) {
        return new TicketForm(type.name(), null, null, null, null, null, null, null);
    }

    static Optional<TicketType> type(String name) {
        return Arrays.stream(TicketType.values())
                .filter(type -> type.name().equals(name))
                .findFirst();
    }

    /**
     * The request that it stands for.
     *
     * @param errors gets what is wrong with it
     * @return null when anything is
     */
    NewTicket request(long customerId, ServiceCatalogue catalogue, List<FieldError> errors) {
        boolean problem = type(type).orElseThrow() == TicketType.PROBLEM;
        List<FieldError> found = new ArrayList<>();
        // A service that is none was not chosen from the list; the complaint is made where the others are.
        String known = service != null && catalogue.find(service).isPresent() ? service : null;
        NewTicket request = null;
        try {
            request = new NewTicket(
                    customerId,
                    Channel.PANEL,
                    type(type).orElseThrow(),
                    known,
                    subject,
                    description,
                    problem ? steps : null,
                    problem ? expected : null,
                    problem ? actual : null,
                    null,
                    null);
        } catch (InvalidInput invalid) {
            found.addAll(invalid.errors());
        }
        found.stream()
                .map(error -> error.field().equals("service") ? new FieldError("service", "input.choose") : error)
                .forEach(errors::add);
        return request;
    }

    List<String> texts() {
        return Arrays.asList(type, service, subject, description, steps, expected, actual);
    }

    private static String lines(String text) {
        return text == null ? null : text.replace("\r\n", "\n");
    }
}
