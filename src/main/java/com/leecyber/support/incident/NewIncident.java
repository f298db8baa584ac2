package com.leecyber.support.incident;

import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.InvalidInput.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An incident as somebody declares it, valid once it exists.
 *
 * @param services codes of the catalogue; none means the whole platform
 * @param downSince since when nothing can be reached, or null
 */
record NewIncident(String titleRu, String titleEn, List<String> services, Instant detectedAt, Instant downSince) {

    static final int TITLE_LENGTH = 200;
    private static final Duration LONGEST_AGO = Duration.ofDays(30);

    /**
     * Trims and checks what was entered.
     *
     * @throws InvalidInput with one error a field
     */
    static NewIncident of(
            String titleRu, String titleEn, List<String> services, Instant detectedAt, Instant downSince, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        String russian = title("titleRu", titleRu, errors);
        String english = title("titleEn", titleEn, errors);
        if (detectedAt == null) {
            errors.add(new FieldError("detectedAt", "incident.error.moment"));
        } else {
            past("detectedAt", detectedAt, now, errors);
        }
        if (downSince != null) {
            past("downSince", downSince, now, errors);
        }
        InvalidInput.throwIfAny(errors);
        return new NewIncident(russian, english, List.copyOf(services), detectedAt, downSince);
    }

    private static String title(String field, String value, List<FieldError> errors) {
        String text = value == null
                ? ""
                : value.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        if (text.isEmpty()) {
            errors.add(new FieldError(field, "input.required"));
        } else if (text.length() > TITLE_LENGTH) {
            errors.add(new FieldError(field, "input.too-long", TITLE_LENGTH, text.length()));
        }
        return text;
    }

    private static void past(String field, Instant moment, Instant now, List<FieldError> errors) {
        if (moment.isAfter(now)) {
            errors.add(new FieldError(field, "incident.error.future"));
        } else if (moment.isBefore(now.minus(LONGEST_AGO))) {
            errors.add(new FieldError(field, "incident.error.long-ago", LONGEST_AGO.toDays()));
        }
    }
}
