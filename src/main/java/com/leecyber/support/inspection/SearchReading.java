package com.leecyber.support.inspection;

import com.leecyber.support.inspection.Criteria.Breach;
import com.leecyber.support.inspection.Criteria.State;
import com.leecyber.support.inspection.Criteria.Stretch;
import com.leecyber.support.sla.PromiseKind;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.ClosingReason;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.InvalidInput.FieldError;
import com.leecyber.support.ticket.Priority;
import com.leecyber.support.ticket.TicketType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads what somebody typed or a link says, and names every field that cannot be meant. */
@Component
class SearchReading {

    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2999;
    private static final int LONGEST_NAME = 200;

    private final CustomersSought customers;
    private final ZoneId zone;

    SearchReading(CustomersSought customers, @Value("${support.notifications.zone:Europe/Moscow}") ZoneId zone) {
        this.customers = customers;
        this.zone = zone;
    }

    /**
     * What is meant.
     *
     * @throws InvalidInput naming each wrong field
     */
    Criteria read(TypedSearch typed) {
        List<FieldError> errors = new ArrayList<>();
        Criteria criteria = new Criteria(
                read(errors, typed.number(), () -> NumberSought.typed(typed.number())),
                read(errors, typed.customer(), () -> customers.of(typed.customer())),
                read(errors, typed.agent(), () -> agent(typed.agent())),
                read(errors, typed.from() + typed.to(), () -> days("from", typed.from(), "to", typed.to())),
                read(
                        errors,
                        typed.closedFrom() + typed.closedTo(),
                        () -> days("closedFrom", typed.closedFrom(), "closedTo", typed.closedTo())),
                read(errors, typed.clause(), () -> clause(typed.clause())),
                read(errors, typed.breach(), () -> breach(typed.breach())),
                read(errors, typed.type(), () -> choice("type", TicketType.class, typed.type())),
                read(errors, typed.channel(), () -> choice("channel", Channel.class, typed.channel())),
                read(errors, typed.priority(), () -> choice("priority", Priority.class, typed.priority())),
                read(errors, typed.state(), () -> choice("state", State.class, typed.state())),
                read(errors, typed.reason(), () -> choice("reason", ClosingReason.class, typed.reason())));
        InvalidInput.throwIfAny(errors);
        return criteria;
    }

    private static <T> T read(List<FieldError> errors, String typed, Supplier<T> reading) {
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return reading.get();
        } catch (InvalidInput wrong) {
            errors.addAll(wrong.errors());
            return null;
        }
    }

    private static String agent(String typed) {
        if (typed.length() > LONGEST_NAME) {
            throw new InvalidInput("agent", "audit.search.error.long", LONGEST_NAME);
        }
        return typed;
    }

    /** Whole days in the desk's zone, both meant. */
    private Stretch days(String first, String from, String last, String to) {
        LocalDate begin = from.isEmpty() ? null : day(first, from);
        LocalDate end = to.isEmpty() ? null : day(last, to);
        if (begin != null && end != null && end.isBefore(begin)) {
            throw new InvalidInput(last, "audit.search.error.order");
        }
        return new Stretch(
                begin == null ? null : begin.atStartOfDay(zone).toInstant(),
                end == null ? null : end.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static LocalDate day(String field, String typed) {
        try {
            LocalDate day = LocalDate.parse(typed);
            if (day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR) {
                return day;
            }
        } catch (DateTimeException e) {
            // Said below: what cannot be read is mended like what cannot be meant.
        }
        throw new InvalidInput(field, "audit.search.error.day", typed);
    }

    private static String clause(String typed) {
        return Clauses.ALL.stream()
                .filter(typed::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new InvalidInput("clause", "audit.search.error.choice", typed));
    }

    private static Breach breach(String typed) {
        return switch (typed) {
            case "any" -> new Breach(true, null);
            case "none" -> new Breach(false, null);
            default -> new Breach(true, choice("breach", PromiseKind.class, typed));
        };
    }

    private static <E extends Enum<E>> E choice(String field, Class<E> choices, String typed) {
        try {
            return Enum.valueOf(choices, typed.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InvalidInput(field, "audit.search.error.choice", typed);
        }
    }
}
