package com.leecyber.support.inspection;

import com.leecyber.support.audit.EventKind;
import com.leecyber.support.inspection.Criteria.Stretch;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.InvalidInput.FieldError;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Reads a question for what happened, and names every field that cannot be meant. */
@Component
class EventsReading {

    private static final Duration ASSUMED = Duration.ofDays(1);
    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2999;
    private static final int LONGEST_ACTOR = 200;
    private static final int LONGEST_CHAIN = 20;

    private final AuditTimes times;
    private final Clock clock;

    EventsReading(AuditTimes times, Clock clock) {
        this.times = times;
        this.clock = clock;
    }

    /** The question with a beginning: without one, a day before its end. */
    TypedEvents begun(TypedEvents typed) {
        if (!typed.isEndless()) {
            return typed;
        }
        try {
            Instant end = typed.to().isEmpty() ? clock.instant() : moment("to", typed.to());
            return typed.since(LocalDateTime.ofInstant(end.minus(ASSUMED), times.zone())
                    .truncatedTo(ChronoUnit.MINUTES)
                    .toString());
        } catch (InvalidInput wrong) {
            return typed;
        }
    }

    /**
     * What is meant.
     *
     * @throws InvalidInput naming each wrong field
     */
    EventCriteria read(TypedEvents typed) {
        List<FieldError> errors = new ArrayList<>();
        EventCriteria criteria = new EventCriteria(
                new Stretch(
                        read(errors, typed.from(), () -> moment("from", typed.from())),
                        read(errors, typed.to(), () -> moment("to", typed.to()))),
                read(errors, typed.actor(), () -> shorter("actor", typed.actor(), LONGEST_ACTOR)),
                read(errors, typed.kind(), () -> kind(typed.kind())),
                read(errors, typed.clause(), () -> clause(typed.clause())),
                read(errors, typed.number(), () -> shorter("number", typed.number(), LONGEST_CHAIN)));
        Stretch time = criteria.time();
        if (time.from() != null && time.to() != null && !time.from().isBefore(time.to())) {
            errors.add(new FieldError("to", "audit.events.error.order"));
        }
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

    private Instant moment(String field, String typed) {
        try {
            LocalDateTime moment = LocalDateTime.parse(typed);
            if (moment.getYear() >= EARLIEST_YEAR && moment.getYear() <= LATEST_YEAR) {
                return moment.atZone(times.zone()).toInstant();
            }
        } catch (DateTimeException e) {
            // Said below: what cannot be read is mended like what cannot be meant.
        }
        throw new InvalidInput(field, "audit.events.error.moment", typed);
    }

    private static String shorter(String field, String typed, int longest) {
        if (typed.length() > longest) {
            throw new InvalidInput(field, "audit.search.error.long", longest);
        }
        return typed;
    }

    private static EventKind kind(String typed) {
        try {
            return EventKind.valueOf(typed.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("kind", "audit.search.error.choice", typed);
        }
    }

    private static String clause(String typed) {
        return Clauses.ALL.stream()
                .filter(typed::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new InvalidInput("clause", "audit.search.error.choice", typed));
    }
}
