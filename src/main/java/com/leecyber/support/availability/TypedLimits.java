package com.leecyber.support.availability;

import com.leecyber.support.ticket.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Reads the limits of an interval as somebody typed them, in the desk's zone. */
record TypedLimits(String from, String to) {

    /**
     * The interval that is meant.
     *
     * <p>The inputs show whole seconds: a limit that was left as it was shown keeps its exact moment. Of a time of day that
     * comes twice, when clocks are set back, the first is meant.
     *
     * @throws InvalidInput when a limit is no moment, or the end comes before the beginning
     */
    Interval correcting(Interval shown, Notation notation) {
        Instant begin = moment("from", from, shown.from(), notation);
        Instant end = to.isBlank() ? Instant.MAX : moment("to", to, shown.to(), notation);
        if (end.isBefore(begin)) {
            throw new InvalidInput("to", "availability.ends-before-it-begins");
        }
        return new Interval(begin, end);
    }

    private static Instant moment(String field, String typed, Instant shown, Notation notation) {
        try {
            // A browser leaves out seconds that are zero.
            LocalDateTime time = LocalDateTime.parse(typed.strip());
            if (time.getYear() < Period.EARLIEST_YEAR) {
                throw new InvalidInput(field, "input.not-a-moment");
            }
            boolean untouched =
                    DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time).equals(notation.input(shown));
            return untouched ? shown : time.atZone(notation.zone()).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidInput(field, "input.not-a-moment");
        }
    }
}
